package lossctl.stat;

/**
 * The ratio of two sums over units, as a {@link Statistic}: a mean, a weighted mean, a mean over clusters.
 *
 * @param above a number a unit: its loss times its weight
 * @param below a number a unit: its weight
 */
public record Ratio(double[] above, double[] below) implements Statistic {

    @Override
    public int units() {
        return above.length;
    }

    @Override
    public double value(int[] counts) {
        double a = 0;
        double b = 0;
        for (int i = 0; i < counts.length; i++) {
            a += counts[i] * above[i];
            b += counts[i] * below[i];
        }
        return a / b;
    }

    @Override
    public double[] leaveOneOut() {
        double a = 0;
        double b = 0;
        for (int i = 0; i < above.length; i++) {
            a += above[i];
            b += below[i];
        }
        double[] values = new double[above.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (a - above[i]) / (b - below[i]);
        }
        return values;
    }
}
