package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;

/** A row loss without its doors: frameworks compute for truths and predictions that mathematics refuses. */
record OpenRow(RowLoss loss) implements RowLoss {
    OpenRow(Loss loss) {
        this((RowLoss) loss);
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        return loss.value(truth, prediction);
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        loss.gradient(truth, prediction, gradient);
    }

    @Override
    public void hessian(double[] truth, double[] prediction, double[] diagonal) {
        loss.hessian(truth, prediction, diagonal);
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
