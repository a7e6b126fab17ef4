package lossctl.catalog.ranking;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;

/** A row that is a list of documents: how relevant each is, 0 for not at all, and the scores that put them in order. */
interface GradedList extends RowLoss {

    @Override
    default Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    default int leastOutputs() {
        return 2;
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
