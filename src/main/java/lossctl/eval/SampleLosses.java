package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Refusal;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** The losses of all samples that count, in memory: for quantiles. */
final class SampleLosses {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private double[] values = new double[1024];
    private int size;
    private boolean sorted;

    /** Adds those of a block that weigh something; {@code weights} may be null. */
    void add(double[] losses, double[] weights, int rows) {
        makeRoom(rows);
        for (int i = 0; i < rows; i++) {
            if (weights == null || weights[i] > 0) {
                values[size++] = losses[i];
            }
        }
    }

    private void makeRoom(int more) {
        sorted = false;
        if (more > MOST - size) {
            throw new Refusal(Refusal.Code.LIMIT, "quantiles of more than " + MOST + " samples");
        }
        if (size + more > values.length) {
            int length = Math.min(MOST, Math.max(size + more, values.length + (values.length >> 1)));
            values = Arrays.copyOf(values, length);
        }
    }

    void merge(SampleLosses other) {
        makeRoom(other.size);
        System.arraycopy(other.values, 0, values, size, other.size);
        size += other.size;
    }

    /**
     * The quantile at {@code q} in [0, 1], between two losses by linear interpolation (type 7 of Hyndman and Fan 1996,
     * doi:10.2307/2684934; NumPy's default); NaN where there is none, or where one is NaN.
     */
    double quantile(double q) {
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        if (size == 0 || Double.isNaN(values[size - 1])) {
            return Double.NaN;
        }
        double place = q * (size - 1);
        int below = (int) Math.floor(place);
        double low = values[below];
        double part = place - below;
        if (part == 0 || values[below + 1] == low) {
            return low;
        }
        double high = values[below + 1];
        return Math.fma(part, high, Math.fma(-part, low, low));
    }

    void save(StateWriter out) {
        out.numbers(values, size);
    }

    void load(StateReader in) {
        double[] more = in.numbers();
        add(more, null, more.length);
    }
}
