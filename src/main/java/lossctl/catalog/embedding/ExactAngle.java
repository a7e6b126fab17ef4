package lossctl.catalog.embedding;

import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

/**
 * The angle between two vectors without a rounding before the last: for those that point next to the same way, or have
 * entries of very different sizes, of which two doubles leave too little.
 */
final class ExactAngle {
    private final double[] first;
    private final double[] second;
    private final Dyadic cross;
    private final Dyadic square;
    private final Dyadic squares;

    ExactAngle(double[] first, double[] second) {
        this.first = first;
        this.second = second;
        cross = dot(first, second);
        square = dot(first, first);
        squares = square.times(dot(second, second));
    }

    private static Dyadic dot(double[] a, double[] b) {
        ExactSum sum = new ExactSum();
        for (int j = 0; j < a.length; j++) {
            sum.addProduct(a[j], b[j]);
        }
        return sum.dyadic();
    }

    Twofold cosine() {
        return root(cross, squares, 0);
    }

    /** One minus the cosine. */
    double distance() {
        double cosine = cosine().value();
        return cosine < 0.5 ? 1 - cosine : squares.minus(cross.times(cross)).over(squares) / (1 + cosine);
    }

    /** The derivative by an entry of the first vector, times a power of two. */
    Twofold slope(int j, int lift) {
        return root(turn(j), square.times(square).times(squares), lift);
    }

    /** The second derivative by an entry of the first vector. */
    double bend(int j) {
        Dyadic own = Dyadic.of(first[j]);
        Dyadic bend = turn(j).times(own).times(Dyadic.of(-2)).minus(cross.times(square.minus(own.times(own))));
        return root(bend, square.times(square).times(square).times(square).times(squares), 0)
                .value();
    }

    private Dyadic turn(int j) {
        return square.times(Dyadic.of(second[j])).minus(cross.times(Dyadic.of(first[j])));
    }

    /** {@code above / sqrt(squares)} times a power of two. */
    private static Twofold root(Dyadic above, Dyadic squares, int lift) {
        if (above.signum() == 0) {
            return Twofold.of(0);
        }
        Dyadic lifted = new Dyadic(above.units(), above.exponent() + lift);
        Dyadic square = lifted.times(lifted);
        double high = square.rootOver(squares);
        if (high < Double.MIN_NORMAL || high > Double.MAX_VALUE) {
            return Twofold.of(above.signum() * high);
        }
        Dyadic slope = squares.times(Dyadic.of(high));
        double low = square.minus(slope.times(Dyadic.of(high))).over(slope.plus(slope));
        return new Twofold(above.signum() * high, above.signum() * low);
    }
}
