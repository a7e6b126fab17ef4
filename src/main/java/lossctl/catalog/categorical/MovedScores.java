package lossctl.catalog.categorical;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The cross-entropy of scores that were moved first, each by itself. */
interface MovedScores extends ClassLoss {

    /** What scores are multiplied by when they have been moved. */
    double scale();

    /**
     * Where the score {@code x} of class {@code j} is moved to; {@code label} is the true class of {@code k}. In two
     * doubles: exponentials magnify what one loses.
     */
    Twofold moved(int label, int j, int k, double x);

    /** A quarter of that, which is a number where that is past the range of doubles. */
    default Twofold quarter(int label, int j, int k, double x) {
        return moved(label, j, k, x).scaled(-2);
    }

    /** The derivative of {@link #moved} by the score, scaled. */
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
        boolean far = false;
        for (int j = 0; j < x.length; j++) {
            moved[j] = moved(label, j, x.length, x[j]).times(scale());
            far |= !Double.isFinite(moved[j].high());
        }
        return Softmax.sharp(far ? leads(label, x) : moved);
    }

    /** Scores less the greatest, where multiples of themselves are past the range of doubles: so are no two of these. */
    private Twofold[] leads(int label, double[] x) {
        Twofold[] leads = new Twofold[x.length];
        Twofold top = quarter(label, 0, x.length, x[0]);
        for (int j = 0; j < x.length; j++) {
            leads[j] = quarter(label, j, x.length, x[j]);
            top = leads[j].minus(top).high() > 0 ? leads[j] : top;
        }
        for (int j = 0; j < x.length; j++) {
            leads[j] = leads[j].minus(top).times(scale()).times(4);
        }
        return leads;
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
            gradient[j] = slope == 0 ? 0 : slope * pace(label, j, x[j]);
        }
    }

    @Override
    default void hessian(int label, double[] x, double[] diagonal) {
        Softmax softmax = softmax(label, x);
        for (int j = 0; j < x.length; j++) {
            double pace = pace(label, j, x[j]);
            double slope = j == label ? -softmax.rest(j) : softmax.share(j);
            double bend = softmax.share(j) * softmax.rest(j) * pace * pace;
            // where a score moves at any pace its turn is the greater one
            diagonal[j] = slope == 0 ? 0 : (Double.isInfinite(pace) ? 0 : bend) + slope * turn(label, j, x[j]);
        }
    }
}
