package lossctl.catalog.categorical;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The cross-entropy of scores that were moved first, each by itself. */
interface MovedScores extends ClassLoss {

    /**
     * Where the score {@code x} of class {@code j} is moved to; {@code label} is the true class of {@code k}. In two
     * doubles: exponentials magnify what one loses.
     */
    Twofold moved(int label, int j, int k, double x);

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

    private Softmax softmax(int label, double[] x) {
        Twofold[] moved = new Twofold[x.length];
        for (int j = 0; j < x.length; j++) {
            moved[j] = moved(label, j, x.length, x[j]);
        }
        return Softmax.sharp(moved);
    }

    @Override
    default double value(int label, double[] x) {
        return softmax(label, x).sharpCost(label).value();
    }

    @Override
    default void gradient(int label, double[] x, double[] gradient) {
        Softmax softmax = softmax(label, x);
        for (int j = 0; j < x.length; j++) {
            double slope = j == label ? -softmax.rest(j) : softmax.share(j);
            gradient[j] = slope * pace(label, j, x[j]);
        }
    }

    @Override
    default void hessian(int label, double[] x, double[] diagonal) {
        Softmax softmax = softmax(label, x);
        for (int j = 0; j < x.length; j++) {
            double pace = pace(label, j, x[j]);
            double slope = j == label ? -softmax.rest(j) : softmax.share(j);
            diagonal[j] = softmax.share(j) * softmax.rest(j) * pace * pace + slope * turn(label, j, x[j]);
        }
    }
}
