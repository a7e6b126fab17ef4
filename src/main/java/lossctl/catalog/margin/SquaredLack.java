package lossctl.catalog.margin;

import lossctl.loss.MarginLoss;

/** A loss that far from a margin of 1 is the square of what a score lacks to it. */
interface SquaredLack extends MarginLoss {
    @Override
    default double farValue(double sign, double score) {
        double lack = (1 - sign * score) / Math.sqrt(FAR_UNIT);
        return lack * lack;
    }

    @Override
    default double farSlope(double sign, double score) {
        return sign * ((sign * score - 1) * (2 / FAR_UNIT));
    }
}
