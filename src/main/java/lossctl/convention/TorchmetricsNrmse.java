package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;

/**
 * The normalized root of the squared error as torchmetrics computes it: the mean keeps its sign, and nothing keeps it from
 * 0. Source: torchmetrics 1.9, functional/regression/nrmse.py.
 *
 * @param loss the loss of the catalogue, whose sizes are positive
 * @param signed whether the size has a sign: that of the mean truth
 */
record TorchmetricsNrmse(GroupLoss loss, boolean signed) implements GroupVariant {
    private double sign(Samples samples) {
        double sum = 0;
        for (int i = 0; signed && i < samples.truth().length; i++) {
            sum += samples.weight(i / samples.outputs()) * samples.truth()[i];
        }
        return sum < 0 ? -1 : 1;
    }

    @Override
    public double value(Samples samples) {
        try {
            return sign(samples) * loss.value(samples);
        } catch (UndefinedLoss e) {
            return Arrays.equals(samples.truth(), samples.prediction()) ? Double.NaN : Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        try {
            loss.gradient(samples, gradients);
        } catch (UndefinedLoss e) {
            for (int i = 0; i < gradients[0].length; i++) {
                double error = samples.prediction()[i] - samples.truth()[i];
                gradients[0][i] = samples.weight(i / samples.outputs()) * error * Double.POSITIVE_INFINITY;
            }
        }
        double sign = sign(samples);
        for (int i = 0; i < gradients[0].length; i++) {
            gradients[0][i] *= sign;
        }
    }
}
