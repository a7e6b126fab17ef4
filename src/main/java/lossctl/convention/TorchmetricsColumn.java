package lossctl.convention;

import java.math.BigDecimal;
import java.math.MathContext;
import lossctl.loss.Domain;
import lossctl.loss.SummaryMetric;
import lossctl.loss.Sums;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

/**
 * Squared errors against those of the mean truth as torchmetrics computes them, each output by itself, then their mean.
 * Source: torchmetrics 1.9, functional/regression/r2.py, rse.py and explained_variance.py.
 *
 * @param kind what is made of the two
 * @param adjusted how many independent variables there were; 0 for no adjustment
 */
record TorchmetricsColumn(Kind kind, int adjusted) implements SummaryMetric {
    /** What is made of the squared errors and those of the mean truth. */
    enum Kind {
        /** One less their share; of errors that sum to 1e-4 or less there are none. */
        R2,
        /** The same of errors without their mean. */
        EXPLAINED,
        /** Their share. */
        RSE,
        /** Its root. */
        RRSE
    }

    private static final int EACH = 4;
    private static final double NOTHING = 1e-4;

    @Override
    public int sums(int outputs) {
        return EACH * outputs + 1;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int c = 0; c < truth.length; c++) {
            double e = truth[c] - prediction[c];
            sums.at(EACH * c).addProduct(weight, e);
            sums.add(EACH * c + 1, weight, e, e);
            sums.at(EACH * c + 2).addProduct(weight, truth[c]);
            sums.add(EACH * c + 3, weight, truth[c], truth[c]);
        }
        sums.at(EACH * truth.length).add(weight);
    }

    /** What is left of the sum of squares without the mean. */
    private static double spread(ExactSum sum, ExactSum squares, ExactSum count) {
        if (sum.hasStrange() || squares.hasStrange()) {
            return Double.NaN;
        }
        BigDecimal all = sum.exact();
        BigDecimal times = squares.exact().multiply(count.exact()).subtract(all.multiply(all));
        return times.signum() == 0
                ? 0
                : times.divide(count.exact(), MathContext.DECIMAL128).doubleValue();
    }

    @Override
    public double value(Sums sums) {
        double total = 0;
        for (int c = 0; c < sums.outputs(); c++) {
            total += of(sums, c);
        }
        double score = total / sums.outputs();
        double n = sums.at(EACH * sums.outputs()).value();
        boolean adjusts = adjusted > 0 && adjusted < n - 1;
        return adjusts ? 1 - (1 - score) * (n - 1) / (n - adjusted - 1) : score;
    }

    private double of(Sums sums, int c) {
        ExactSum count = sums.at(EACH * sums.outputs());
        double below = spread(sums.at(EACH * c + 2), sums.at(EACH * c + 3), count);
        double errors = kind == Kind.EXPLAINED
                ? spread(sums.at(EACH * c), sums.at(EACH * c + 1), count)
                : sums.at(EACH * c + 1).value();
        if (kind == Kind.RSE || kind == Kind.RRSE) {
            double share = errors / Math.max(below, 0x1p-52);
            return kind == Kind.RSE ? share : Math.sqrt(share);
        }
        double least = kind == Kind.R2 ? NOTHING : 0;
        if (Math.abs(errors) <= least) {
            return 1;
        }
        return Math.abs(below) <= least ? 0 : 1 - errors / below;
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
