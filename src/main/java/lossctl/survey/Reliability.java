package lossctl.survey;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.eval.Survey;
import lossctl.num.ExactSum;
import lossctl.num.UnitBins;
import lossctl.stat.Bounds;
import lossctl.stat.Proportion;

/**
 * How often forecasts come true, over bins of equal width of their probability. Of one probability a sample it is that of
 * a truth of 1; of a row the greatest, the first of several, and it comes true where the class is that of the truth. A bin
 * holds its upper end, not its lower one, but for 0. Exact sums: the same for any order.
 */
public final class Reliability implements Survey {
    private final Sums[] bins;
    private final double level;
    private int outputs;
    private long beyond;

    /** An empty one of {@code bins} bins, with intervals of this confidence, in (0, 1). */
    public Reliability(int bins, double level) {
        this.bins = new Sums[bins];
        this.level = level;
        for (int i = 0; i < bins; i++) {
            this.bins[i] = new Sums();
        }
    }

    /** What is kept of one bin. */
    private static final class Sums {
        private final ExactSum weights = ExactSum.compact();
        private final ExactSum squares = ExactSum.compact();
        private final ExactSum forecasts = ExactSum.compact();
        private final ExactSum outcomes = ExactSum.compact();
        private final ExactSum gaps = ExactSum.compact();
        private long n;

        void add(double forecast, double outcome, double weight) {
            n++;
            weights.add(weight);
            squares.addProduct(weight, weight);
            forecasts.addProduct(weight, forecast);
            outcomes.addProduct(weight, outcome);
            gaps.addProduct(weight, outcome);
            gaps.addProduct(-weight, forecast);
        }

        void merge(Sums other) {
            n += other.n;
            weights.merge(other.weights);
            squares.merge(other.squares);
            forecasts.merge(other.forecasts);
            outcomes.merge(other.outcomes);
            gaps.merge(other.gaps);
        }
    }

    /**
     * One bin that holds samples.
     *
     * @param low its lower end
     * @param high its upper end
     * @param n its samples
     * @param weight what they weigh
     * @param forecast the mean of their probabilities
     * @param frequency the share of them that came true
     * @param bounds Wilson's interval of that share
     */
    public record Bin(
            double low, double high, long n, double weight, double forecast, double frequency, Bounds bounds) {}

    @Override
    public Reliability fresh() {
        return new Reliability(bins.length, level);
    }

    @Override
    public void add(Block block, double[] truth, int truthWidth, double[] weights) {
        outputs = block.layout().predictionWidth();
        double[] all = block.prediction();
        for (int row = 0; row < block.rows(); row++) {
            double weight = weights == null ? 1 : weights[row];
            if (weight > 0) {
                int at = row * outputs + best(all, row);
                double p = all[at];
                int place = at - row * outputs;
                // A truth is a row like the forecast's, or the index of the class.
                double outcome = truthWidth == outputs ? truth[row * truthWidth + place] : truth[row] == place ? 1 : 0;
                if (!(p >= 0 && p <= 1)) {
                    beyond++;
                } else {
                    bins[UnitBins.of(p, bins.length)].add(p, outcome, weight);
                }
            }
        }
    }

    private int best(double[] all, int row) {
        int from = row * outputs;
        int best = 0;
        for (int j = 1; j < outputs; j++) {
            if (all[from + j] > all[from + best]) {
                best = j;
            }
        }
        return best;
    }

    @Override
    public void merge(Survey survey) {
        Reliability other = (Reliability) survey;
        outputs = Math.max(outputs, other.outputs);
        beyond += other.beyond;
        for (int i = 0; i < bins.length; i++) {
            bins[i].merge(other.bins[i]);
        }
    }

    /** How many probabilities a sample has; 0 where there was none. */
    public int outputs() {
        return outputs;
    }

    /** How many bins there are, empty ones among them. */
    public int count() {
        return bins.length;
    }

    /** How many samples count. */
    public long n() {
        long n = 0;
        for (Sums bin : bins) {
            n += bin.n;
        }
        return n;
    }

    /** How many predictions are no probabilities, and left out. */
    public long beyond() {
        return beyond;
    }

    /** The confidence of the intervals. */
    public double level() {
        return level;
    }

    /** The bins that hold samples, from the lowest probability up. */
    public List<Bin> bins() {
        List<Bin> held = new ArrayList<>();
        for (int i = 0; i < bins.length; i++) {
            Sums sums = bins[i];
            if (sums.n > 0) {
                double weight = sums.weights.value();
                double frequency = sums.outcomes.over(sums.weights);
                Bounds bounds = Proportion.wilson(frequency, weight * (weight / sums.squares.value()), level);
                held.add(new Bin(
                        (double) i / bins.length,
                        (i + 1.0) / bins.length,
                        sums.n,
                        weight,
                        sums.forecasts.over(sums.weights),
                        frequency,
                        bounds));
            }
        }
        return held;
    }

    /**
     * The expected calibration error: over the bins the share of the weight times |frequency - forecast|, summed; NaN for
     * no samples. For rows it is the {@code calibration_error} of the catalogue. Source: Naeini, Cooper and Hauskrecht
     * 2015, doi:10.1609/aaai.v29i1.9602.
     */
    public double expectedError() {
        ExactSum all = new ExactSum();
        for (Sums bin : bins) {
            all.merge(bin.weights);
        }
        if (all.isZero()) {
            return Double.NaN;
        }
        ExactSum sizes = new ExactSum();
        for (Sums bin : bins) {
            if (bin.gaps.signum() < 0) {
                sizes.subtract(bin.gaps);
            } else {
                sizes.merge(bin.gaps);
            }
        }
        return sizes.over(all);
    }
}
