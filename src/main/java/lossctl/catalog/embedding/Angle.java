package lossctl.catalog.embedding;

import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

/** The angle between two vectors by its cosine, which neither long nor short vectors overflow. */
final class Angle {
    /** What is left of a square that counts anew. */
    private static final double CANCELLED = 0x1p-40;

    /** What is left of a difference that two doubles have digits of. */
    private static final double NEAR = 0x1p-48;

    /** Entries of less beside the greatest have products that are not exact. */
    private static final double SMALL = 0x1p-300;

    private final double[] first;
    private final double[] second;
    private final int exponent;
    private final double[][] given;
    private final boolean isWide;
    private ExactAngle exact;
    private final Twofold cross;
    private final Twofold square;
    private final Twofold norms;
    private final Twofold scale;

    /** The names are for the message where one of them is a vector of zeros. */
    Angle(double[] first, String firstName, double[] second, String secondName) {
        this.first = scaled(first, firstName);
        this.second = scaled(second, secondName);
        exponent = exponent(first);
        given = new double[][] {first, second};
        isWide = isWide(first, this.first) || isWide(second, this.second);
        cross = dot(this.first, this.second);
        square = dot(this.first, this.first);
        norms = square.times(dot(this.second, this.second)).root();
        scale = norms.times(square);
    }

    /** From -1 to 1. */
    double cosine() {
        return Math.max(-1, Math.min(1, 0 + sharpCosine().value()));
    }

    /** The cosine in two doubles. */
    Twofold sharpCosine() {
        return isWide ? exact().cosine() : cross.over(norms);
    }

    /** One minus the cosine, with all digits where that is small: from 0 to 2. */
    double distance() {
        Twofold rest = norms.minus(cross);
        boolean plain = !isWide && rest.high() > NEAR * norms.high();
        return Math.max(0, Math.min(2, plain ? rest.over(norms).value() : exact().distance()));
    }

    /** The cosine less a margin, with all digits where they are nearly the same. */
    double above(double margin) {
        return isWide
                ? exact().cosine().plus(-margin).value()
                : cross.minus(norms.times(margin)).over(norms).value();
    }

    /** Writes the derivative of the cosine by the first vector, times a factor. */
    void slope(double factor, double[] gradient) {
        for (int j = 0; j < first.length; j++) {
            gradient[j] = factor * slope(j);
        }
    }

    private double slope(int j) {
        Twofold turn = turn(j);
        return isPlain(turn, j)
                ? Math.scalb(turn.over(scale).value(), -exponent)
                : exact().slope(j, 0).value();
    }

    /** Adds the same, times the power of two of the first vector, to what is in an array from a place on. */
    void addSlope(Twofold factor, Twofold[] gradient, int from) {
        for (int j = 0; j < first.length; j++) {
            gradient[from + j] = gradient[from + j].plusOrNothing(rise(j).times(factor), Distance.NOTHING);
        }
    }

    /** The derivative of the cosine by an entry of the first vector, times its power of two. */
    private Twofold rise(int j) {
        Twofold turn = turn(j);
        return isPlain(turn, j) ? turn.over(scale) : exact().slope(j, exponent);
    }

    private boolean isPlain(Twofold turn, int j) {
        return !isWide && Math.abs(turn.high()) >= NEAR * Math.abs(square.high() * second[j]);
    }

    private ExactAngle exact() {
        exact = exact == null ? new ExactAngle(given[0], given[1]) : exact;
        return exact;
    }

    /** An entry of the second vector less what of it points along the first: they cancel where the directions agree. */
    private Twofold turn(int j) {
        return square.times(second[j]).minus(cross.times(first[j]));
    }

    /** Writes the second derivative of the cosine by each entry of the first vector, times a factor. */
    void bend(double factor, double[] diagonal) {
        Twofold steep = scale.times(square);
        for (int j = 0; j < first.length; j++) {
            Twofold pull = cross.times(others(j));
            Twofold turn = turn(j);
            Twofold bend = turn.times(-2 * first[j]).minus(pull);
            boolean plain = isPlain(turn, j) && Math.abs(bend.high()) >= NEAR * Math.abs(pull.high());
            diagonal[j] = factor * (plain ? Math.scalb(bend.over(steep).value(), -2 * exponent) : exact().bend(j));
        }
    }

    /** The square of the first vector without one entry. */
    private Twofold others(int j) {
        Twofold others = square.minus(Twofold.product(first[j], first[j]));
        if (others.high() > CANCELLED * square.high()) {
            return others;
        }
        double[] rest = first.clone();
        rest[j] = 0;
        return dot(rest, rest);
    }

    /** The vector times a power of two that brings its greatest entry near 1: the direction stays as it is. */
    private static double[] scaled(double[] vector, String name) {
        int exponent = exponent(vector);
        double[] scaled = new double[vector.length];
        boolean zero = true;
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = Math.scalb(vector[j], -exponent);
            zero &= vector[j] == 0;
        }
        if (zero) {
            throw new UndefinedLoss("the " + name + " is a vector of zeros: it has no direction");
        }
        return scaled;
    }

    private static boolean isWide(double[] vector, double[] scaled) {
        boolean isWide = false;
        for (int j = 0; j < vector.length; j++) {
            isWide |= vector[j] != 0 && Math.abs(scaled[j]) < SMALL;
        }
        return isWide;
    }

    static int exponent(double[] vector) {
        double greatest = Double.MIN_NORMAL;
        for (double each : vector) {
            greatest = Math.max(greatest, Math.abs(each));
        }
        return Math.getExponent(greatest);
    }

    private static Twofold dot(double[] a, double[] b) {
        ExactSum sum = new ExactSum();
        for (int j = 0; j < a.length; j++) {
            sum.addProduct(a[j], b[j]);
        }
        double value = sum.value();
        sum.add(-value);
        return new Twofold(value, sum.value());
    }
}
