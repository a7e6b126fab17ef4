package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** A loss of probabilities that are divided by their sum, then clipped to bounds of which each is told by itself. */
record KerasClipped(RowLoss loss, KerasClip bounds) implements RowLoss {
    private double[] clipped(double[] prediction, double sum) {
        double[] p = new double[prediction.length];
        for (int j = 0; j < p.length; j++) {
            p[j] = bounds.clip(prediction[j] / sum);
        }
        return p;
    }

    private static double sum(double[] prediction) {
        CompensatedSum sum = new CompensatedSum();
        for (double p : prediction) {
            sum.add(p);
        }
        return sum.value();
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        double[] p = clipped(prediction, sum(prediction));
        for (double each : p) {
            if (Double.isNaN(each)) {
                // a row of zeros is divided by 0, and what a truth of 0 multiplies is no number either
                return Double.NaN;
            }
        }
        return loss.value(truth, p);
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        double sum = sum(prediction);
        loss.gradient(truth, clipped(prediction, sum), gradient);
        CompensatedSum pull = new CompensatedSum();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = bounds.leaves(prediction[j] / sum) ? gradient[j] / sum : 0;
            pull.addProduct(gradient[j], prediction[j] / sum);
        }
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] -= pull.value();
        }
    }

    @Override
    public Domain truth() {
        return loss.truth().kind() == Domain.Kind.LABEL ? loss.truth() : Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
