package lossctl.catalog.embedding;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** The distance of two vectors in a p-norm. */
final class Distance {
    private Distance() {}

    static double of(double[] a, double[] b, double p) {
        double[] difference = new double[a.length];
        double greatest = 0;
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
            greatest = Math.max(greatest, Math.abs(difference[i]));
        }
        if (p == 2 || greatest == 0 || greatest > Double.MAX_VALUE) {
            return Elementary.norm2(difference);
        }
        CompensatedSum sum = new CompensatedSum();
        for (double each : difference) {
            sum.add(p == 1 ? Math.abs(each) : Elementary.pow(Math.abs(each) / greatest, p));
        }
        return p == 1 ? sum.value() : greatest * Elementary.pow(sum.value(), 1 / p);
    }

    /** Adds the second derivative of the distance times a factor, by the first vector; that of a distance of 0 is 0. */
    static void addBend(double factor, double[] a, double[] b, double p, double[] byA) {
        double distance = factor == 0 || p == 1 ? 0 : of(a, b, p);
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
            byA[i] += others == 0 ? 0 : factor * (p - 1) / distance * (power * others);
        }
    }

    /** Adds the derivative of the distance times a factor, by each of the vectors; that of a distance of 0 is 0. */
    static void addSlope(double factor, double[] a, double[] b, double p, double[] byA, double[] byB) {
        double distance = factor == 0 ? 0 : of(a, b, p);
        if (distance == 0) {
            return;
        }
        for (int i = 0; i < a.length; i++) {
            double e = a[i] - b[i];
            double size = Math.abs(e) / distance;
            double power = p == 2 || size == 0 ? size : p == 1 ? 1 : Elementary.pow(size, p - 1);
            double slope = factor * Math.signum(e) * power;
            byA[i] += slope;
            byB[i] -= slope;
        }
    }
}
