package lossctl.catalog.detection;

import java.util.Arrays;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/**
 * A number with its first and second derivatives by each of the four corners of a predicted box: what is computed of it
 * carries them along. In two doubles, since what is left of areas that nearly agree would have lost its digits.
 *
 * @param number the number
 * @param rates its derivatives
 * @param turns its second derivatives, the mixed ones not among them
 */
record Dual(Twofold number, Twofold[] rates, Twofold[] turns) {
    /** The number of variables. */
    static final int SIZE = 4;

    private static final Twofold ZERO = Twofold.of(0);
    private static final Twofold ONE = Twofold.of(1);

    static Dual constant(double value) {
        return constant(Twofold.of(value));
    }

    private static Dual constant(Twofold number) {
        Twofold[] rates = new Twofold[SIZE];
        Arrays.fill(rates, ZERO);
        return new Dual(number, rates, rates.clone());
    }

    static Dual variable(double value, int which) {
        Dual variable = constant(value);
        variable.rates[which] = ONE;
        return variable;
    }

    /** The number rounded to a double. */
    double value() {
        return number.value();
    }

    /** {@code a this + b other} in the derivatives, around a value that was computed already. */
    private Dual with(Twofold result, Twofold a, Dual other, Twofold b) {
        return with(result, a, other, b, ZERO, ZERO);
    }

    /**
     * A function of both numbers whose derivatives by them are {@code a} and {@code b}, the second one by both {@code ab}
     * and the one by this {@code aa}, that by {@code other} being {@code -aa}.
     */
    private Dual with(Twofold result, Twofold a, Dual other, Twofold b, Twofold aa, Twofold ab) {
        Twofold[] sum = new Twofold[SIZE];
        Twofold[] turn = new Twofold[SIZE];
        for (int i = 0; i < SIZE; i++) {
            Twofold x = rates[i];
            Twofold y = other.rates[i];
            sum[i] = a.times(x).plus(b.times(y));
            turn[i] = a.times(turns[i]).plus(b.times(other.turns[i]));
            // squares may be past the range of doubles where nothing is made of them
            turn[i] =
                    aa.high() == 0 ? turn[i] : turn[i].plus(aa.times(x.times(x).minus(y.times(y))));
            turn[i] =
                    ab.high() == 0 ? turn[i] : turn[i].plus(ab.times(x).times(y).times(2));
        }
        return new Dual(result, sum, turn);
    }

    Dual plus(Dual other) {
        return with(number.plus(other.number), ONE, other, ONE);
    }

    Dual minus(Dual other) {
        return with(number.minus(other.number), ONE, other, ONE.negated());
    }

    Dual times(Dual other) {
        return with(number.times(other.number), other.number, other, number, ZERO, ONE);
    }

    Dual over(Dual other) {
        Twofold ratio = number.over(other.number);
        Dual quotient = with(
                ratio, ONE.over(other.number), other, ratio.over(other.number).negated());
        for (int i = 0; i < SIZE; i++) {
            Twofold fall = quotient.rates[i].times(other.rates[i]).over(other.number);
            quotient.turns[i] = quotient.turns[i].minus(fall.times(2));
        }
        return quotient;
    }

    /** 1 for what is greater than the other, half for what is the same. */
    private double share(Dual other) {
        double lead = number.minus(other.number).high();
        return lead > 0 ? 1 : lead == 0 ? 0.5 : 0;
    }

    private Dual chosen(Dual other, double own) {
        return with(own > 0 ? number : other.number, Twofold.of(own), other, Twofold.of(1 - own));
    }

    /** The greater one; equal ones share the derivative evenly. */
    Dual max(Dual other) {
        return chosen(other, share(other));
    }

    /** The smaller one; equal ones share the derivative evenly. */
    Dual min(Dual other) {
        return chosen(other, other.share(this));
    }

    /** The angle whose tangent is this over {@code other}, both not negative. */
    Dual angle(Dual other) {
        Twofold square = number.times(number).plus(other.number.times(other.number));
        if (square.high() == 0) {
            return constant(0);
        }
        Twofold angle = number.high() == 0 ? ZERO : atan(number.over(other.number));
        Twofold a = other.number.over(square);
        Twofold b = number.over(square).negated();
        return with(angle, a, other, b, a.times(b).times(2), b.times(b).minus(a.times(a)));
    }

    private static Twofold atan(Twofold tangent) {
        double angle = Elementary.atan(tangent.high());
        if (Double.isInfinite(tangent.high())) {
            return Twofold.of(angle);
        }
        // the difference of both angles by the tangent of it, which is next to nothing
        Twofold near = Twofold.of(Elementary.tan(angle));
        Twofold rest = tangent.minus(near).over(tangent.times(near).plus(1));
        return Twofold.of(angle).plus(rest);
    }
}
