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
