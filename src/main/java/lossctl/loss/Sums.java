package lossctl.loss;

import lossctl.num.ExactSum;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/**
 * The exact sums of a {@link SummaryLoss}, with the number of samples and the greatest of what was to be watched: the
 * whole state of its evaluation.
 */
public final class Sums {
    /** Above it the error of a product is a double. */
    private static final double LEAST = 0x1p-900;

    private final int outputs;
    private final ExactSum[] sums;
    private double[] scratch = {};
    private long samples;
    private long weighty;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** Empty sums: {@code count} of them, for samples with {@code outputs} predictions each. */
    public Sums(int count, int outputs) {
        this(count, outputs, false);
    }

    /** The same; compact where there are very many of them. */
    public Sums(int count, int outputs, boolean compact) {
        this.outputs = outputs;
        sums = new ExactSum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = compact ? ExactSum.compact() : new ExactSum();
        }
    }

    /** The {@code i}-th sum, to add to or to read. */
    public ExactSum at(int i) {
        return sums[i];
    }

    /** Adds the exact {@code weight x a x b} to the {@code i}-th sum. */
    public void add(int i, double weight, double a, double b) {
        if (weight == 1) {
            sums[i].addProduct(a, b);
            return;
        }
        double product = weight * a;
        if (Math.abs(product) < LEAST || Double.isInfinite(product)) {
            sums[i].addProduct(weight, a, b, 0);
            return;
        }
        sums[i].addProduct(product, b);
        double rest = Math.fma(weight, a, -product);
        if (rest != 0) {
            sums[i].addProduct(rest, b);
        }
    }

    /** An array of at least {@code length} numbers to work in, the same at every call. */
    public double[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new double[length];
        }
        return scratch;
    }

    /** Raises {@link #greatest} to {@code value}, if that is greater; NaN stays. */
    public void raise(double value) {
        greatest = Math.max(greatest, value);
    }

    /** The greatest value that was seen; negative infinity before the first. */
    public double greatest() {
        return greatest;
    }

    /** How many sums there are. */
    public int count() {
        return sums.length;
    }

    /** How many predictions a sample has. */
    public int outputs() {
        return outputs;
    }

    /** How many samples were added. */
    public long samples() {
        return samples;
    }

    /** Whether samples were added of which none weighs anything. */
    public boolean isWeightless() {
        return samples > 0 && weighty == 0;
    }

    /** Counts one more sample of this weight. */
    public void countSample(double weight) {
        samples++;
        weighty += weight == 0 ? 0 : 1;
    }

    /** Counts further samples, each of weight 1. */
    public void countSamples(long count) {
        samples += count;
        weighty += count;
    }

    /** Adds all that {@code other} has seen. */
    public void merge(Sums other) {
        samples += other.samples;
        weighty += other.weighty;
        greatest = Math.max(greatest, other.greatest);
        for (int i = 0; i < sums.length; i++) {
            sums[i].merge(other.sums[i]);
        }
    }

    /** Takes the sums down. */
    public void save(StateWriter out) {
        out.integer(samples);
        out.integer(weighty);
        out.number(greatest);
        out.integer(sums.length);
        for (ExactSum sum : sums) {
            out.sum(sum);
        }
    }

    /** Adds what was taken down of other sums of the same loss. */
    public void load(StateReader in) {
        samples += in.integer();
        weighty += in.integer();
        greatest = Math.max(greatest, in.number());
        if (in.count(1) != sums.length) {
            throw StateReader.broken();
        }
        for (ExactSum sum : sums) {
            in.addSumTo(sum);
        }
    }

    /** Takes away what {@code other} has seen, all of which these have seen too; {@link #greatest} stays. */
    public void subtract(Sums other) {
        samples -= other.samples;
        weighty -= other.weighty;
        for (int i = 0; i < sums.length; i++) {
            sums[i].subtract(other.sums[i]);
        }
    }

    /** Makes these the sums of nothing again; keeps their memory for reuse. */
    public void clear() {
        samples = 0;
        weighty = 0;
        greatest = Double.NEGATIVE_INFINITY;
        for (ExactSum sum : sums) {
            sum.clear();
        }
    }
}
