package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.Interval;

/** The root of the mean of squares; over several outputs, of the mean over all of them. */
interface RootLoss extends SummaryLoss {
    /** What is squared. */
    double error(double truth, double prediction);

    /** The derivative of {@link #error} by the prediction. */
    double errorSlope(double truth, double prediction);

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
            sums.add(SQUARES, weight, error, error);
        }
        sums.at(WEIGHTS).addProduct(weight, prediction.length);
    }

    @Override
    default void addSingles(Sums sums, double[] truth, double[] prediction, int count) {
        double[] errors = sums.scratch(count);
        errors(truth, prediction, errors, count);
        sums.at(SQUARES).addSquares(errors, 0, count);
        sums.at(WEIGHTS).add(count);
    }

    private void errors(double[] truth, double[] prediction, double[] errors, int count) {
        for (int i = 0; i < count; i++) {
            errors[i] = error(truth[i], prediction[i]);
        }
    }

    @Override
    default double value(Sums sums) {
        return sums.at(SQUARES).rootOver(sums.at(WEIGHTS));
    }

    @Override
    default void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double root = value(sums);
        double share = weight / sums.at(WEIGHTS).value();
        for (int i = 0; i < prediction.length; i++) {
            double error = error(truth[i], prediction[i]);
            gradient[i] = error == 0 ? 0 : error / root * share * errorSlope(truth[i], prediction[i]);
        }
    }
}
