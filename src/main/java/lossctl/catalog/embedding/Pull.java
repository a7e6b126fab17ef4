package lossctl.catalog.embedding;

import lossctl.num.Twofold;

/** A slope that distances add up to. Whole ones may cancel; what each of them lacks of 1 is kept apart, so that it stays. */
final class Pull {
    private double whole;
    private Twofold rest = Twofold.of(0);

    /** Adds a slope of which the first part is a few halves. */
    void add(double whole, Twofold rest) {
        this.whole += whole;
        this.rest = this.rest.plusOrNothing(rest, Distance.NOTHING);
    }

    double value() {
        return rest.plus(whole).value();
    }
}
