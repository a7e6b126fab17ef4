package lossctl.catalog.categorical;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** The cross-entropy of scores that were moved first, each by itself. */
interface MovedScores extends ClassLoss {

    /** Where the score {@code x} of class {@code j} is moved to; {@code label} is the true class of {@code k}. */
    double moved(int label, int j, int k, double x);

    /** The derivative of {@link #moved} by the score. */
    double pace(int label, int j, double x);

    /** The derivative of {@link #pace} by the score. */
    default double turn(int label, int j, double x) {
        return 0;
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private double[] moved(int label, double[] x) {
        double[] moved = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            moved[j] = moved(label, j, x.length, x[j]);
        }
        return moved;
    }

    @Override
    default double value(int label, double[] x) {
        return Elementary.logSumExpMinus(moved(label, x), x.length, label);
    }

    @Override
    default void gradient(int label, double[] x, double[] gradient) {
        Softmax softmax = new Softmax(moved(label, x));
        for (int j = 0; j < x.length; j++) {
            double slope = j == label ? -softmax.rest(j) : softmax.share(j);
            gradient[j] = slope * pace(label, j, x[j]);
        }
    }

    @Override
    default void hessian(int label, double[] x, double[] diagonal) {
        Softmax softmax = new Softmax(moved(label, x));
        for (int j = 0; j < x.length; j++) {
            double pace = pace(label, j, x[j]);
            double slope = j == label ? -softmax.rest(j) : softmax.share(j);
            diagonal[j] = softmax.share(j) * softmax.rest(j) * pace * pace + slope * turn(label, j, x[j]);
        }
    }
}
