package lossctl.catalog.multilabel;

import lossctl.loss.Domain;
import lossctl.loss.RowMetric;
import lossctl.num.Interval;

/** A metric of how far the true labels of a row, its ones, stand before the others in the order of the scores. */
interface LabelRanking extends RowMetric {

    @Override
    default Domain truth() {
        return Domain.row(Interval.UNIT).wholes();
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
