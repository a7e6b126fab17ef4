package lossctl.catalog.forecast;

import lossctl.num.Dyadic;

/** {@link EnergyScore} without a rounding that counts: for distances of very different sizes, whose sums cancel. */
final class ExactEnergy {
    private static final Dyadic ZERO = Dyadic.of(0);
    private static final Dyadic ONE = Dyadic.of(1);

    /** Where roots are cut off: far below what a double holds. */
    private static final int PLACE = -1300;

    private final double[] truth;
    private final double[] members;
    private final int width;
    private final int count;
    private final Dyadic pairs;

    ExactEnergy(double[] truth, double[] members, long pairs) {
        this.truth = truth;
        this.members = members;
        width = truth.length;
        count = members.length / width;
        this.pairs = Dyadic.of(pairs);
    }

    private static Dyadic difference(double a, double b) {
        return Dyadic.of(a).minus(Dyadic.of(b));
    }

    /** The squared distance of a member from the vector at a place of others. */
    private Dyadic square(int from, double[] other, int at) {
        Dyadic square = ZERO;
        for (int k = 0; k < width; k++) {
            Dyadic difference = difference(members[from + k], other[at + k]);
            square = square.plus(difference.times(difference));
        }
        return square;
    }

    double value() {
        Dyadic away = ZERO;
        Dyadic apart = ZERO;
        for (int from = 0; from < members.length; from += width) {
            away = away.plus(square(from, truth, 0).rootOver(ONE, PLACE));
            for (int at = 0; at < from; at += width) {
                apart = apart.plus(square(from, members, at).rootOver(ONE, PLACE));
            }
        }
        return mean(away, apart);
    }

    /** {@code away / count - apart / pairs}. */
    private double mean(Dyadic away, Dyadic apart) {
        return count == 1
                ? away.value()
                : away.times(pairs).minus(apart.times(Dyadic.of(count))).over(pairs.times(Dyadic.of(count)));
    }

    void gradient(double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            int place = i;
            gradient[i] = mean(i, (from, other, at) -> pull(place, from, other, at));
        }
    }

    void hessian(double[] diagonal) {
        for (int i = 0; i < diagonal.length; i++) {
            int place = i;
            diagonal[i] = mean(i, (from, other, at) -> bend(place, from, other, at));
        }
    }

    /** A derivative of a distance. */
    private interface Derivative {
        Dyadic of(int from, double[] other, int at);
    }

    private double mean(int place, Derivative derivative) {
        int from = place / width * width;
        Dyadic apart = ZERO;
        for (int at = 0; at < members.length; at += width) {
            apart = at == from ? apart : apart.plus(derivative.of(from, members, at));
        }
        return mean(derivative.of(from, truth, 0), apart);
    }

    private Dyadic pull(int place, int from, double[] other, int at) {
        Dyadic square = square(from, other, at);
        Dyadic own = difference(members[place], other[at + place - from]);
        if (own.signum() == 0) {
            return ZERO;
        }
        Dyadic size = own.times(own).rootOver(square, PLACE);
        return own.signum() > 0 ? size : ZERO.minus(size);
    }

    private Dyadic bend(int place, int from, double[] other, int at) {
        Dyadic square = square(from, other, at);
        Dyadic own = difference(members[place], other[at + place - from]);
        Dyadic others = square.minus(own.times(own));
        return others.signum() == 0
                ? ZERO
                : others.times(others).rootOver(square.times(square).times(square), PLACE);
    }
}
