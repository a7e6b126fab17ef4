package lossctl.stat;

/** A number computed from units that may each count any number of times: what a bootstrap is made of. */
public interface Statistic {

    /** How many units there are. */
    int units();

    /**
     * The number where unit {@code i} counts {@code counts[i]} times; NaN where it has no value. Called by several
     * threads at once.
     */
    double value(int[] counts);

    /** The number without one unit, for each. */
    default double[] leaveOneOut() {
        double[] values = new double[units()];
        int[] counts = new int[values.length];
        java.util.Arrays.fill(counts, 1);
        for (int i = 0; i < values.length; i++) {
            counts[i] = 0;
            values[i] = value(counts);
            counts[i] = 1;
        }
        return values;
    }
}
