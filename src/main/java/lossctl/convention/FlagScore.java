package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.num.Interval;

/** A score of how any real predictions rank flags: a function of all samples that nobody descends along. */
interface FlagScore extends GroupMetric {
    @Override
    default Domain truth() {
        return Domain.flag();
    }

    @Override
    default Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
