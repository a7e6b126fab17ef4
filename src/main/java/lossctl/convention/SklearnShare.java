package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.SummaryMetric;
import lossctl.loss.Sums;
import lossctl.num.Interval;

/**
 * Hits over a weighed sum of truths and predictions, of flags: {@code hits / (a truths + b predictions - c hits)}.
 *
 * @param truths what a true flag counts below: 0 for precision, 1 for recall
 * @param predictions what a predicted flag counts below
 * @param hits what a true flag that is predicted counts less below: 1 for Jaccard's index
 * @param otherwise the score where nothing is below
 */
record SklearnShare(double truths, double predictions, double hits, double otherwise) implements SummaryMetric {
    private static final int HITS = 0;
    private static final int BELOW = 1;

    /** What a flag counts below. */
    double below(double truth, double prediction) {
        return truths * truth + predictions * prediction - hits * truth * prediction;
    }

    @Override
    public int sums(int outputs) {
        return 2;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < truth.length; i++) {
            sums.at(HITS).addProduct(weight * truth[i], prediction[i]);
            sums.at(BELOW).addProduct(weight * truths, truth[i]);
            sums.at(BELOW).addProduct(weight * predictions, prediction[i]);
            sums.at(BELOW).addProduct(-weight * hits * truth[i], prediction[i]);
        }
    }

    @Override
    public double value(Sums sums) {
        return sums.at(BELOW).isZero() ? otherwise : sums.at(HITS).over(sums.at(BELOW));
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
