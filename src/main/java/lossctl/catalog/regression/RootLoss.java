package lossctl.catalog.regression;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.Dyadic;
import lossctl.num.Interval;
import lossctl.num.Unbounded;

/** The root of the mean of squares; over several outputs, of the mean over all of them. */
interface RootLoss extends SummaryLoss {
    /** What is squared. */
    double error(double truth, double prediction);

    /** The same, asked for where it is past the range of doubles. */
    default Unbounded farError(double truth, double prediction) {
        return Unbounded.of(error(truth, prediction));
    }

    /** The derivative of {@link #error} by the prediction. */
    Unbounded errorSlope(double truth, double prediction);

    /** The sum of weighted squares. */
    int SQUARES = 0;

    /** The sum of weights, each as often as there are outputs. */
    int WEIGHTS = 1;

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
        return 2;
    }

    @Override
    default void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < prediction.length; i++) {
            double error = error(truth[i], prediction[i]);
            if (Double.isInfinite(error)) {
                Unbounded far = farError(truth[i], prediction[i]);
                sums.at(SQUARES).addProduct(weight, far.mantissa(), far.mantissa(), 2 * far.exponent());
            } else {
                sums.add(SQUARES, weight, error, error);
            }
        }
        sums.at(WEIGHTS).addProduct(weight, prediction.length);
    }

    @Override
    default void addSingles(Sums sums, double[] truth, double[] prediction, int count) {
        double[] errors = sums.scratch(count);
        errors(truth, prediction, errors, count);
        if (!areFinite(errors, count)) {
            SummaryLoss.super.addSingles(sums, truth, prediction, count);
            return;
        }
        sums.at(SQUARES).addSquares(errors, 0, count);
        sums.at(WEIGHTS).add(count);
    }

    private void errors(double[] truth, double[] prediction, double[] errors, int count) {
        for (int i = 0; i < count; i++) {
            errors[i] = error(truth[i], prediction[i]);
        }
    }

    private static boolean areFinite(double[] errors, int count) {
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(errors[i]) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    default double value(Sums sums) {
        return sums.at(SQUARES).rootOver(sums.at(WEIGHTS));
    }

    @Override
    default void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        if (sums.at(SQUARES).hasStrange()) {
            Arrays.setAll(gradient, i -> slopeBesideInfinity(sums, truth[i], prediction[i]));
            return;
        }
        Dyadic weights = sums.at(WEIGHTS).dyadic();
        Unbounded root = Unbounded.quotient(sums.at(SQUARES).dyadic(), weights).root();
        Unbounded share = Unbounded.quotient(Dyadic.of(weight), weights).over(root);
        for (int i = 0; i < prediction.length; i++) {
            double error = error(truth[i], prediction[i]);
            Unbounded exact = Double.isInfinite(error) ? farError(truth[i], prediction[i]) : Unbounded.of(error);
            Unbounded slope = exact.times(share).times(errorSlope(truth[i], prediction[i]));
            gradient[i] = error == 0 ? 0 : slope.value();
        }
    }

    /** A slope where the loss is infinite: that of what makes it so, if it is one, and of all else 0. */
    private double slopeBesideInfinity(Sums sums, double truth, double prediction) {
        double error = error(truth, prediction);
        double slope = errorSlope(truth, prediction).value();
        boolean both = Double.isInfinite(error) && Double.isInfinite(slope);
        boolean neither = Double.isFinite(error)
                && !Double.isNaN(slope)
                && sums.at(SQUARES).value() > 0;
        return both ? error * Math.signum(slope) : neither ? 0 : Double.NaN;
    }
}
