package lossctl.catalog.ordinal;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Classes in order, told by a score for each level: whether the class lies above it. */
interface Levels extends RowLoss {

    /** How many levels count for a sample of class {@code label}, from the lowest. */
    int counted(int label, int levels);

    @Override
    default Domain truth() {
        return Domain.number(Interval.NON_NEGATIVE).wholes();
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private static int label(double[] truth, double[] x) {
        if (truth[0] > x.length) {
            throw new UndefinedLoss("there is no class " + (long) truth[0] + ": " + x.length
                    + " levels part the classes 0.." + x.length);
        }
        return (int) truth[0];
    }

    @Override
    default double value(double[] truth, double[] x) {
        int label = label(truth, x);
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < counted(label, x.length); j++) {
            sum.add(Elementary.softplus(label > j ? -x[j] : x[j]));
        }
        return sum.value();
    }

    @Override
    default void gradient(double[] truth, double[] x, double[] gradient) {
        int label = label(truth, x);
        for (int j = 0; j < x.length; j++) {
            double slope = label > j ? -Elementary.sigmoid(-x[j]) : Elementary.sigmoid(x[j]);
            gradient[j] = j < counted(label, x.length) ? slope : 0;
        }
    }

    @Override
    default void hessian(double[] truth, double[] x, double[] diagonal) {
        int label = label(truth, x);
        for (int j = 0; j < x.length; j++) {
            double bend = Elementary.sigmoid(x[j]) * Elementary.sigmoid(-x[j]);
            diagonal[j] = j < counted(label, x.length) ? bend : 0;
        }
    }
}
