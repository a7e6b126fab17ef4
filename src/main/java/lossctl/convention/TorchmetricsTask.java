package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.num.Interval;

/** What torchmetrics makes of labels. */
enum TorchmetricsTask {
    /** A yes or no, told by a probability, a score or itself. */
    BINARY,
    /** One class of several, told by a row or itself. */
    MULTICLASS,
    /** Several that are each a yes or no. */
    MULTILABEL;

    /** The task of that name, in any case. Source: torchmetrics/utilities/enums.py. */
    static TorchmetricsTask of(String word) {
        for (TorchmetricsTask each : values()) {
            if (each.name().equalsIgnoreCase(word)) {
                return each;
            }
        }
        throw new Refused("'task' is to be binary, multiclass or multilabel, not " + word);
    }

    /** What a truth may be. */
    Domain truth() {
        return switch (this) {
            case BINARY -> Domain.flag();
            case MULTICLASS -> Domain.label();
            case MULTILABEL -> Domain.row(Interval.REAL);
        };
    }

    /** What a prediction may be. */
    Domain prediction() {
        return this == BINARY ? Domain.number(Interval.REAL) : Domain.row(Interval.REAL);
    }
}
