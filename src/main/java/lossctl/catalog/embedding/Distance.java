package lossctl.catalog.embedding;

import java.util.Arrays;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** The distance of two vectors in a p-norm. */
final class Distance {
    /** What is less than this beside one of the slopes that make it is a rounding of that. */
    static final double NOTHING = 0x1p-90;

    /** Where all other powers together are less than this the slope by the greatest entry is next to 1. */
    private static final double FEW = 0x1p-20;

    private Distance() {}

    /** In two doubles: distances are compared with each other. */
    static Twofold of(double[] a, double[] b, double p) {
        Twofold[] difference = new Twofold[a.length];
        double greatest = 0;
        for (int i = 0; i < a.length; i++) {
            difference[i] = Twofold.sum(a[i], -b[i]);
            greatest = Math.max(greatest, Math.abs(difference[i].high()));
        }
        if (greatest == 0 || greatest > Double.MAX_VALUE) {
            return Twofold.of(greatest);
        }
        int exponent = Math.getExponent(greatest);
        Twofold sum = Twofold.of(0);
        for (Twofold each : difference) {
            sum = sum.plus(
                    p == 1 && each.high() < 0 ? each.negated() : p == 1 ? each : term(each.scaled(-exponent), p));
        }
        if (p == 1) {
            return sum;
        }
        return (p == 2 ? sum.root() : sum.log().over(Twofold.of(p)).exp()).scaled(exponent);
    }

    /** A distance as its greatest difference, exactly, and what the others add to that where it is little. */
    record Parts(Twofold greatest, Twofold added) {

        Twofold minus(Parts other) {
            Twofold rest = added.plusOrNothing(other.added.negated(), NOTHING);
            return greatest.minus(other.greatest).plus(rest);
        }
    }

    static Parts parts(double[] a, double[] b, double p) {
        Twofold[] e = differences(a, b);
        int best = best(e);
        Twofold greatest = e[best].high() < 0 ? e[best].negated() : e[best];
        Twofold others = others(e, best, p);
        if (others.high() < FEW) {
            Twofold log = Twofold.log1p(others, Twofold.of(1)).over(Twofold.of(p));
            return new Parts(greatest, log.expm1().times(greatest));
        }
        return new Parts(of(a, b, p), Twofold.of(0));
    }

    private static Twofold[] differences(double[] a, double[] b) {
        Twofold[] e = new Twofold[a.length];
        Arrays.setAll(e, i -> Twofold.sum(a[i], -b[i]));
        return e;
    }

    /** The place of the greatest one. */
    private static int best(Twofold[] e) {
        int best = 0;
        for (int i = 1; i < e.length; i++) {
            best = Math.abs(e[i].high()) > Math.abs(e[best].high()) ? i : best;
        }
        return best;
    }

    private static Twofold term(Twofold difference, double p) {
        return p == 2 ? difference.times(difference) : power(difference, p);
    }

    /** The power of a size, 0 of 0. */
    private static Twofold power(Twofold difference, double p) {
        Twofold size = difference.high() < 0 ? difference.negated() : difference;
        return size.high() == 0 ? size : size.log().times(p).exp();
    }

    /** Adds the second derivative of the distance times a factor, by the first vector; that of a distance of 0 is 0. */
    static void addBend(double factor, double[] a, double[] b, double p, double[] byA) {
        double distance = factor == 0 || p == 1 ? 0 : of(a, b, p).value();
        if (distance == 0) {
            return;
        }
        double[] powers = new double[a.length];
        double[] sizes = new double[a.length];
        int best = 0;
        for (int i = 0; i < a.length; i++) {
            sizes[i] = Math.abs(a[i] - b[i]) / distance;
            powers[i] = p == 2 ? sizes[i] * sizes[i] : Elementary.pow(sizes[i], p);
            best = powers[i] > powers[best] ? i : best;
        }
        CompensatedSum rest = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            rest.add(i == best ? 0 : powers[i]);
        }
        for (int i = 0; i < a.length; i++) {
            // only the greatest power can be so near to 1 that its complement needs the others
            double others = i == best ? rest.value() : 1 - powers[i];
            double power = p == 2 ? 1 : Elementary.pow(sizes[i], p - 2);
            double part = power * others;
            byA[i] += part == 0 ? 0 : factor * (p - 1) / distance * part;
        }
    }

    /** Adds the derivative of the distance times a factor, by each of the vectors; that of a distance of 0 is 0. */
    static void addSlope(double factor, double[] a, double[] b, double p, Pull[] byA, Pull[] byB) {
        Twofold distance = factor == 0 ? Twofold.of(0) : of(a, b, p);
        if (distance.high() == 0) {
            return;
        }
        Twofold[] e = differences(a, b);
        int best = best(e);
        Twofold others = others(e, best, p);
        for (int i = 0; i < e.length; i++) {
            double sign = Math.signum(e[i].high());
            if (p == 1 || sign == 0 || i == best && others.high() < FEW) {
                Twofold lack = p == 1 || sign == 0 ? Twofold.of(0) : lack(others, p);
                byA[i].add(factor * sign, lack.times(-factor * sign));
                byB[i].add(-factor * sign, lack.times(factor * sign));
            } else {
                Twofold slope = e[i].over(distance);
                slope = p == 2 ? slope : power(slope, p - 1).times(sign);
                byA[i].add(0, slope.times(factor));
                byB[i].add(0, slope.times(-factor));
            }
        }
    }

    /** The sum of the powers of all but the best entry, over its own. */
    private static Twofold others(Twofold[] e, int best, double p) {
        Twofold others = Twofold.of(0);
        for (int i = 0; i < e.length; i++) {
            others = i == best ? others : others.plus(term(e[i].over(e[best]), p));
        }
        return others;
    }

    /** One less the slope by the best entry, (1 + others)^(1/p - 1). */
    private static Twofold lack(Twofold others, double p) {
        Twofold exponent = Twofold.sum(1, -p).over(Twofold.of(p));
        return Twofold.log1p(others, Twofold.of(1)).times(exponent).expm1().negated();
    }
}
