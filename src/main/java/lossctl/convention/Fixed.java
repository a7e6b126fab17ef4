package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.SummaryMetric;
import lossctl.loss.Sums;
import lossctl.num.Interval;

/** A score that is the same whatever the samples are: what a framework says where it has nothing to say. */
record Fixed(double score) implements SummaryMetric {
    @Override
    public int sums(int outputs) {
        return 0;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        // nothing counts
    }

    @Override
    public double value(Sums sums) {
        return score;
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
