package lossctl.convention;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;

/** A loss of class indices as one of rows: where there is one class alone, its score is no prediction of an index. */
record OfLabel(ClassLoss loss) implements RowLoss {
    @Override
    public double value(double[] truth, double[] prediction) {
        return loss.value((int) truth[0], prediction);
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        loss.gradient((int) truth[0], prediction, gradient);
    }

    @Override
    public void hessian(double[] truth, double[] prediction, double[] diagonal) {
        loss.hessian((int) truth[0], prediction, diagonal);
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.between(0, 0));
    }

    @Override
    public Domain prediction() {
        return loss.prediction();
    }
}
