package lossctl.catalog.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/** What share of the truth's variance is explained: the mean over outputs, each from its own exact sums. */
interface Explained extends SummaryLoss {
    /** Sums of one output: w t, w t^2, w e (where it is wanted), w e^2, one behind another; first of all that of weights. */
    int EACH = 4;

    /** Whether a constant residual is forgiven. */
    boolean forgivesBias();

    @Override
    default Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    default int sums(int outputs) {
        return 1 + EACH * outputs;
    }

    @Override
    default void add(Sums sums, double[] truth, double[] prediction, double weight) {
        sums.at(0).add(weight);
        for (int i = 0; i < prediction.length; i++) {
            double t = truth[i];
            double e = prediction[i] - t;
            int at = 1 + EACH * i;
            sums.at(at).addProduct(weight, t);
            sums.add(at + 1, weight, t, t);
            if (forgivesBias()) {
                sums.at(at + 2).addProduct(weight, e);
            }
            sums.add(at + 3, weight, e, e);
        }
    }

    @Override
    default void addSingles(Sums sums, double[] truth, double[] prediction, int count) {
        double[] residuals = sums.scratch(count);
        residuals(truth, prediction, residuals, count);
        sums.at(0).add(count);
        sums.at(1).add(truth, 0, count);
        sums.at(2).addSquares(truth, 0, count);
        if (forgivesBias()) {
            sums.at(3).add(residuals, 0, count);
        }
        sums.at(4).addSquares(residuals, 0, count);
    }

    private static void residuals(double[] truth, double[] prediction, double[] residuals, int count) {
        for (int i = 0; i < count; i++) {
            residuals[i] = prediction[i] - truth[i];
        }
    }

    @Override
    default double value(Sums sums) {
        if (sums.outputs() == 1) {
            Dyadic spread = spread(sums, 0);
            Dyadic missed = missed(sums, 0, spread);
            return missed.signum() == 0 ? 1 : spread.minus(missed).over(spread);
        }
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < sums.outputs(); i++) {
            total = total.add(BigDecimal.ONE.subtract(unexplained(sums, i)));
        }
        return total.divide(BigDecimal.valueOf(sums.outputs()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** The share of one output's variance that is left: 0 where nothing is missed, even of a constant truth. */
    default BigDecimal unexplained(Sums sums, int output) {
        Dyadic spread = spread(sums, output);
        Dyadic missed = missed(sums, output, spread);
        return missed.signum() == 0 ? BigDecimal.ZERO : missed.over(spread, MathContext.DECIMAL128);
    }

    /** The variance of an output's truth, times the square of the sum of weights. */
    private static Dyadic spread(Sums sums, int output) {
        int at = 1 + EACH * output;
        Dyadic truths = sums.at(at).dyadic();
        return sums.at(0).dyadic().times(sums.at(at + 1).dyadic()).minus(truths.times(truths));
    }

    /** What is left of it, times the same. */
    private Dyadic missed(Sums sums, int output, Dyadic spread) {
        int at = 1 + EACH * output;
        Dyadic missed = sums.at(0).dyadic().times(sums.at(at + 3).dyadic());
        if (forgivesBias()) {
            Dyadic bias = sums.at(at + 2).dyadic();
            missed = missed.minus(bias.times(bias));
        }
        if (missed.signum() != 0 && spread.signum() <= 0) {
            throw new UndefinedLoss("the truth is constant: there is no variance to explain");
        }
        return missed;
    }

    @Override
    default void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        java.util.Arrays.fill(gradient, Double.NaN);
    }
}
