package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.num.Interval;

/** A loss of a few sums over rows of any real numbers. */
interface AnyRowSums extends SummaryLoss {
    @Override
    default Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
