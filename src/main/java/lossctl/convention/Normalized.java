package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** A loss of two rows that are divided by their sums before. */
record Normalized(RowLoss loss) implements RowLoss {
    private static double sum(double[] row) {
        CompensatedSum sum = new CompensatedSum();
        for (double x : row) {
            sum.add(x);
        }
        return sum.value();
    }

    private static double[] divided(double[] row) {
        double sum = sum(row);
        double[] divided = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            divided[j] = row[j] / sum;
        }
        return divided;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        boolean none = sum(truth) == 0 || sum(prediction) == 0;
        return none ? Double.NaN : loss.value(divided(truth), divided(prediction));
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        double[] p = divided(prediction);
        loss.gradient(divided(truth), p, gradient);
        CompensatedSum pull = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            pull.addProduct(p[j], gradient[j]);
        }
        double sum = sum(prediction);
        for (int j = 0; j < p.length; j++) {
            gradient[j] = (gradient[j] - pull.value()) / sum;
        }
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.NON_NEGATIVE);
    }
}
