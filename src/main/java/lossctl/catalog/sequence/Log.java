package lossctl.catalog.sequence;

import lossctl.num.Dyadic;
import lossctl.num.Twofold;

/**
 * The logarithm of a probability: in two doubles, or exact where sums of logarithms have no digits left of what two of them
 * differ by.
 *
 * @param near in two doubles
 * @param exact null where two doubles do
 */
record Log(Twofold near, Dyadic exact) {
    /** That of 0. */
    static final Log NONE = of(Twofold.of(Double.NEGATIVE_INFINITY));

    static Log of(Twofold near) {
        return new Log(near, null);
    }

    static Log of(Dyadic exact) {
        return new Log(exact.twofold(), exact);
    }

    static Dyadic dyadic(Twofold x) {
        return Dyadic.of(x.high()).plus(Dyadic.of(x.low()));
    }

    boolean isNone() {
        return near.high() == Double.NEGATIVE_INFINITY && exact == null;
    }

    private Dyadic made() {
        return exact == null ? dyadic(near) : exact;
    }

    Log plus(Log other) {
        if (exact == null && other.exact == null) {
            return of(near.plus(other.near));
        }
        return isNone() || other.isNone() ? NONE : of(made().plus(other.made()));
    }

    /** How much greater it is. */
    Twofold lead(Log other) {
        return exact == null ? near.minus(other.near) : exact.minus(other.exact).twofold();
    }

    boolean exceeds(Log other) {
        if (exact == null && other.exact == null) {
            return near.high() > other.near.high();
        }
        return !isNone() && (other.isNone() || made().minus(other.made()).signum() > 0);
    }
}
