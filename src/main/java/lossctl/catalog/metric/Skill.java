package lossctl.catalog.metric;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;

/**
 * What share of a constant prediction's loss a model saves: 1 less the model's loss over that of the best constant. Over
 * several outputs the mean of each output's own.
 */
interface Skill extends GroupLoss {
    /** The loss of one truth and one prediction. */
    PointwiseLoss loss();

    /** The constant that the model is held against. */
    double baseline(double[] truths, double[] weights);

    @Override
    default Domain truth() {
        return loss().truth();
    }

    @Override
    default Domain prediction() {
        return loss().prediction();
    }

    @Override
    default double value(Samples samples) {
        ExactSum sum = new ExactSum();
        for (int output = 0; output < samples.outputs(); output++) {
            sum.add(skill(samples, output));
        }
        return sum.dividedBy(samples.outputs());
    }

    private double skill(Samples samples, int output) {
        double[] truths = new double[samples.count()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = samples.truth()[i * samples.outputs() + output];
        }
        double constant = baseline(truths, samples.weights());
        ExactSum model = new ExactSum();
        ExactSum naive = new ExactSum();
        for (int i = 0; i < truths.length; i++) {
            double prediction = samples.prediction()[i * samples.outputs() + output];
            model.addProduct(samples.weight(i), loss().value(truths[i], prediction));
            naive.addProduct(samples.weight(i), loss().value(truths[i], constant));
        }
        if (!naive.isZero()) {
            ExactSum saved = naive.copy();
            saved.subtract(model);
            return saved.over(naive);
        }
        if (model.isZero()) {
            return 1;
        }
        throw new UndefinedLoss("a constant already costs nothing: there is no loss that a model could save");
    }

    @Override
    default void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, Double.NaN);
        }
    }
}
