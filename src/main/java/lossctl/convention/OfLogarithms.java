package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** A loss of probabilities, taken of their logarithms. */
record OfLogarithms(RowLoss loss) implements RowLoss {
    private static double[] exponentials(double[] logarithms) {
        double[] p = new double[logarithms.length];
        for (int j = 0; j < p.length; j++) {
            p[j] = Elementary.exp(logarithms[j]);
        }
        return p;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        return loss.value(truth, exponentials(prediction));
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        double[] p = exponentials(prediction);
        loss.gradient(truth, p, gradient);
        for (int j = 0; j < p.length; j++) {
            gradient[j] *= p[j];
        }
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
