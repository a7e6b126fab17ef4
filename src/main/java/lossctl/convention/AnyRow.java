package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;

/** A loss of rows of any real numbers: frameworks compute for truths and predictions that mathematics refuses. */
interface AnyRow extends RowLoss {
    @Override
    default Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
