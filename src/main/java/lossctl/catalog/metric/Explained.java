package lossctl.catalog.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Interval;

/** What share of the truth's variance is explained: the mean over outputs, each from its own exact sums. */
interface Explained extends SummaryLoss {
    /** Sums of one output: w t, w t^2, w e, w e^2, behind one another; the sum of weights comes first of all. */
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
            sums.at(at + 2).addProduct(weight, e);
            sums.add(at + 3, weight, e, e);
        }
    }

    @Override
    default void addSingles(Sums sums, double[] truth, double[] prediction, int count) {
        double[] residuals = sums.scratch(count);
        for (int i = 0; i < count; i++) {
            residuals[i] = prediction[i] - truth[i];
        }
        sums.at(0).add(count);
        sums.at(1).add(truth, 0, count);
        sums.at(2).addSquares(truth, 0, count);
        sums.at(3).add(residuals, 0, count);
        sums.at(4).addSquares(residuals, 0, count);
    }

    @Override
    default double value(Sums sums) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < sums.outputs(); i++) {
            total = total.add(BigDecimal.ONE.subtract(unexplained(sums, i)));
        }
        return total.divide(BigDecimal.valueOf(sums.outputs()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** The share of one output's variance that is left: 0 where nothing is missed, even of a constant truth. */
    default BigDecimal unexplained(Sums sums, int output) {
        int at = 1 + EACH * output;
        BigDecimal weights = sums.at(0).exact();
        BigDecimal truths = sums.at(at).exact();
        BigDecimal spread = weights.multiply(sums.at(at + 1).exact()).subtract(truths.multiply(truths));
        BigDecimal missed = weights.multiply(sums.at(at + 3).exact());
        if (forgivesBias()) {
            BigDecimal bias = sums.at(at + 2).exact();
            missed = missed.subtract(bias.multiply(bias));
        }
        if (spread.signum() > 0) {
            return missed.divide(spread, MathContext.DECIMAL128);
        }
        if (missed.signum() == 0) {
            return BigDecimal.ZERO;
        }
        throw new UndefinedLoss("the truth is constant: there is no variance to explain");
    }

    @Override
    default void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        java.util.Arrays.fill(gradient, Double.NaN);
    }
}
