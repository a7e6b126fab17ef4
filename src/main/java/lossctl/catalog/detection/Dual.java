package lossctl.catalog.detection;

import lossctl.num.Elementary;

/**
 * A number with its derivatives by the four corners of a predicted box: what is computed of it carries them along.
 *
 * @param value the number
 * @param slopes its derivatives
 */
record Dual(double value, double[] slopes) {
    /** The number of variables. */
    static final int SIZE = 4;

    static Dual constant(double value) {
        return new Dual(value, new double[SIZE]);
    }

    static Dual variable(double value, int which) {
        Dual variable = constant(value);
        variable.slopes[which] = 1;
        return variable;
    }

    /** {@code a this + b other} in the derivatives, around a value that was computed already. */
    private Dual with(double result, double a, Dual other, double b) {
        double[] sum = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sum[i] = a * slopes[i] + b * other.slopes[i];
        }
        return new Dual(result, sum);
    }

    Dual plus(Dual other) {
        return with(value + other.value, 1, other, 1);
    }

    Dual minus(Dual other) {
        return with(value - other.value, 1, other, -1);
    }

    Dual times(Dual other) {
        return with(value * other.value, other.value, other, value);
    }

    Dual over(Dual other) {
        double ratio = value / other.value;
        return with(ratio, 1 / other.value, other, -ratio / other.value);
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
        return square == 0 ? constant(0) : with(angle, other.value / square, other, -value / square);
    }
}
