package lossctl.catalog.detection;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;

/** A loss of one predicted box against one true box, each x1, y1, x2, y2. */
interface BoxLoss extends RowLoss {

    /** The loss with its derivatives. */
    Dual loss(Boxes boxes);

    @Override
    default Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default double value(double[] truth, double[] prediction) {
        Boxes.check(truth, "truth");
        Boxes.check(prediction, "prediction");
        return loss(new Boxes(truth, prediction)).value();
    }

    @Override
    default void gradient(double[] truth, double[] prediction, double[] gradient) {
        double[] slopes = loss(new Boxes(truth, prediction)).slopes();
        System.arraycopy(slopes, 0, gradient, 0, slopes.length);
    }

    @Override
    default void hessian(double[] truth, double[] prediction, double[] diagonal) {
        double[] bends = loss(new Boxes(truth, prediction)).bends();
        System.arraycopy(bends, 0, diagonal, 0, bends.length);
    }
}
