package lossctl.convention;

import lossctl.catalog.Catalog;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.num.Interval;

/**
 * The cross-entropy of logits against what each class counts: the truth's share of a class times the class's weight, so
 * that a row need not sum to 1. The catalogue's {@code cce} with wider doors.
 */
record CodedCrossEntropy(RowLoss loss) implements RowLoss {
    CodedCrossEntropy() {
        this(scores());
    }

    private static RowLoss scores() {
        Spec spec = Catalog.find("cce");
        Loss loss = spec.create(spec.defaults().with("from_logits", true));
        return (RowLoss) loss;
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
        return Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
