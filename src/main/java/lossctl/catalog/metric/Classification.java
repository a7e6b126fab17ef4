package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.num.Interval;

/**
 * A metric of the classes that all samples have and those that were predicted: a score a class, whose largest counts, or
 * the class itself.
 */
interface Classification extends GroupMetric {

    @Override
    default Domain truth() {
        return Domain.label();
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default boolean isOverRows() {
        return false;
    }
}
