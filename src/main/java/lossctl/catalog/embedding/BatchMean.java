package lossctl.catalog.embedding;

import java.util.Arrays;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;

/** A loss of a whole batch that is the weighted mean of what each sample costs among all others. */
interface BatchMean extends GroupLoss {

    /** Adds the derivative of one sample's loss, times a factor, by all predictions. */
    void addGradient(Samples samples, int sample, double factor, double[] gradient);

    @Override
    double[] perSample(Samples samples);

    @Override
    default double value(Samples samples) {
        double[] losses = perSample(samples);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < losses.length; i++) {
            sum.addProduct(samples.weight(i), losses[i]);
        }
        return sum.over(weight(samples));
    }

    private static ExactSum weight(Samples samples) {
        ExactSum weight = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            weight.add(samples.weight(i));
        }
        if (weight.isZero()) {
            throw new UndefinedLoss("every weight is 0");
        }
        return weight;
    }

    @Override
    default void gradient(Samples samples, double[][] gradients) {
        Arrays.fill(gradients[0], 0);
        double weight = weight(samples).value();
        for (int i = 0; i < samples.count(); i++) {
            addGradient(samples, i, samples.weight(i) / weight, gradients[0]);
        }
    }
}
