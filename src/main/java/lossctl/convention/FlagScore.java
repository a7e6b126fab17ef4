package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.num.Interval;

/** A score of how any real predictions rank flags: a function of all samples that nobody descends along. */
interface FlagScore extends GroupLoss {
    @Override
    default void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, Double.NaN);
        }
    }

    @Override
    default Domain truth() {
        return Domain.flag();
    }

    @Override
    default Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
