package lossctl.catalog.detection;

import lossctl.num.Elementary;

/**
 * A number with its first and second derivatives by each of the four corners of a predicted box: what is computed of it
 * carries them along.
 *
 * @param value the number
 * @param slopes its derivatives
 * @param bends its second derivatives, the mixed ones not among them
 */
record Dual(double value, double[] slopes, double[] bends) {
    /** The number of variables. */
    static final int SIZE = 4;

    static Dual constant(double value) {
        return new Dual(value, new double[SIZE], new double[SIZE]);
    }

    static Dual variable(double value, int which) {
        Dual variable = constant(value);
        variable.slopes[which] = 1;
        return variable;
    }

    /** {@code a this + b other} in the derivatives, around a value that was computed already. */
    private Dual with(double result, double a, Dual other, double b) {
        return with(result, a, other, b, 0, 0);
    }

    /**
     * A function of both numbers whose derivatives by them are {@code a} and {@code b}, the second one by both {@code ab}
     * and the one by this {@code aa}, that by {@code other} being {@code -aa}.
     */
    private Dual with(double result, double a, Dual other, double b, double aa, double ab) {
        double[] sum = new double[SIZE];
        double[] turn = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double x = slopes[i];
            double y = other.slopes[i];
            sum[i] = a * x + b * y;
            turn[i] = a * bends[i] + b * other.bends[i] + aa * (x * x - y * y) + 2 * ab * x * y;
        }
        return new Dual(result, sum, turn);
    }

    Dual plus(Dual other) {
        return with(value + other.value, 1, other, 1);
    }

    Dual minus(Dual other) {
        return with(value - other.value, 1, other, -1);
    }

    Dual times(Dual other) {
        return with(value * other.value, other.value, other, value, 0, 1);
    }

    Dual over(Dual other) {
        double ratio = value / other.value;
        Dual quotient = with(ratio, 1 / other.value, other, -ratio / other.value);
        for (int i = 0; i < SIZE; i++) {
            quotient.bends[i] -= 2 * quotient.slopes[i] * other.slopes[i] / other.value;
        }
        return quotient;
    }

    /** The greater one; equal ones share the derivative evenly. */
    Dual max(Dual other) {
        double own = value > other.value ? 1 : value == other.value ? 0.5 : 0;
        return with(Math.max(value, other.value), own, other, 1 - own);
    }

    /** The smaller one; equal ones share the derivative evenly. */
    Dual min(Dual other) {
        double own = value < other.value ? 1 : value == other.value ? 0.5 : 0;
        return with(Math.min(value, other.value), own, other, 1 - own);
    }

    /** The angle whose tangent is this over {@code other}, both not negative. */
    Dual angle(Dual other) {
        double square = value * value + other.value * other.value;
        double angle = value == 0 ? 0 : Elementary.atan(value / other.value);
        if (square == 0) {
            return constant(0);
        }
        double byThis = other.value / square;
        double byOther = -value / square;
        return with(angle, byThis, other, byOther, 2 * byThis * byOther, byOther * byOther - byThis * byThis);
    }
}
