package lossctl.catalog.embedding;

import java.util.Arrays;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

/** A loss of a whole batch that is the weighted mean of what each sample costs among all others. */
interface BatchMean extends GroupLoss {

    /** Adds the derivative of one sample's loss, times a factor, by all predictions; in two doubles, since they cancel. */
    void addGradient(Samples samples, int sample, Twofold factor, Twofold[] gradient);

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
        Twofold[] gradient = new Twofold[gradients[0].length];
        Arrays.fill(gradient, Twofold.of(0));
        Twofold weight = weight(samples).twofold();
        for (int i = 0; i < samples.count(); i++) {
            addGradient(samples, i, Twofold.of(samples.weight(i)).over(weight), gradient);
        }
        Arrays.setAll(gradients[0], d -> gradient[d].value());
    }
}
