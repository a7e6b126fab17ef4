package lossctl.num;

/** The Euclidean norm, its squares summed in two doubles and scaled by a power of two where they would leave the range. */
final class Norm {
    private Norm() {}

    static double euclidean(double[] x) {
        double largest = 0;
        for (double each : x) {
            largest = Math.max(largest, Math.abs(each));
        }
        if (largest == 0 || !(largest <= Double.MAX_VALUE)) {
            return infinite(x) ? Double.POSITIVE_INFINITY : largest;
        }
        int exponent = Math.getExponent(largest);
        boolean near = exponent > -400 && exponent < 400;
        double sum = 0;
        double rest = 0;
        for (double each : x) {
            double scaled = near ? each : Math.scalb(each, -exponent);
            double square = scaled * scaled;
            double total = sum + square;
            double shift = total - sum;
            rest += sum - (total - shift) + (square - shift) + Math.fma(scaled, scaled, -square);
            sum = total;
        }
        double root = Math.sqrt(sum);
        root += (Math.fma(-root, root, sum) + rest) / (2 * root);
        return near ? root : Math.scalb(root, exponent);
    }

    /** An infinite element outweighs a NaN, as for {@code hypot}. */
    private static boolean infinite(double[] x) {
        for (double each : x) {
            if (Double.isInfinite(each)) {
                return true;
            }
        }
        return false;
    }
}
