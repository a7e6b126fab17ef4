package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Refusal;
import lossctl.loss.Manner;
import lossctl.loss.PointwiseLoss;
import lossctl.num.DecimalWriter;
import lossctl.num.ExactSum;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** The exact sum of the losses of the samples, and of their weights. */
final class MeanTally implements Tally {
    private final Kernel kernel;
    private final boolean weighted;
    private final Manner manner;
    private final ExactSum losses;
    private final ExactSum weights;
    private double[] values = {};
    private long n;
    private boolean negative;
    private long firstInfiniteOrdinal = Long.MAX_VALUE;
    private String firstInfinite;

    /** {@code weighted} says that some samples may weigh other than 1. */
    MeanTally(Kernel kernel, boolean weighted, Manner manner) {
        this(kernel, weighted, manner, new ExactSum(), new ExactSum());
    }

    private MeanTally(Kernel kernel, boolean weighted, Manner manner, ExactSum losses, ExactSum weights) {
        this.kernel = kernel;
        this.weighted = weighted;
        this.manner = manner;
        this.losses = losses;
        this.weights = weights;
    }

    /** The tally of some of the samples, whose sums these are. */
    MeanTally with(ExactSum lossesOfSome, ExactSum weightsOfSome, long count) {
        MeanTally some = new MeanTally(kernel, weighted, manner, lossesOfSome, weightsOfSome);
        some.n = count;
        return some;
    }

    /** The losses of the samples of the block that was added last, until it is added to another tally. */
    double[] values() {
        return values;
    }

    @Override
    public void add(Block block, double[] truth, double[] weight) {
        int rows = block.rows();
        values = block.scratch(rows);
        kernel.values(block, truth, values);
        if (weight == null) {
            int before = losses.oddities();
            losses.add(values, 0, rows);
            n += rows;
            // the sum knows its terms anyway, so that nothing has to look at every loss once more
            if (losses.oddities() != before) {
                lookAt(block, null);
                addFar(block, truth, before);
            }
            return;
        }
        lookAt(block, weight);
        for (int i = 0; i < rows; i++) {
            if (!Double.isNaN(weight[i])) {
                n++;
                if (weight[i] != 0 || !manner.passesOverWeightless()) {
                    addWeighed(block, truth, i, weight[i]);
                    weights.add(weight[i]);
                }
            }
        }
    }

    /** Adds what is past the range of doubles as multiples of a great unit: the mean need not be past it. */
    private void addFar(Block block, double[] truth, int before) {
        losses.oddities(before);
        for (int i = 0; i < block.rows(); i++) {
            if (!Double.isFinite(values[i])) {
                addWeighed(block, truth, i, 1);
            }
        }
    }

    private void addWeighed(Block block, double[] truth, int row, double weight) {
        addTo(losses, block, truth, row, weight);
    }

    /** Adds the weighed loss of a sample of the block that was added last to a sum, also where it is past the range of doubles. */
    void addTo(ExactSum sum, Block block, double[] truth, int row, double weight) {
        double far = Double.isInfinite(values[row]) ? kernel.farValue(block, truth, row) : Double.NaN;
        if (Double.isFinite(far)) {
            sum.addProduct(far, weight, 1, PointwiseLoss.FAR_POWER);
        } else {
            sum.addProduct(values[row], weight);
        }
    }

    private void lookAt(Block block, double[] weight) {
        for (int i = 0; i < block.rows(); i++) {
            double loss = values[i];
            negative |= loss < 0;
            if (!(Math.abs(loss) <= Double.MAX_VALUE) && (weight == null || weight[i] > 0)) {
                noteInfinite(block, i);
            }
        }
    }

    private void noteInfinite(Block block, int row) {
        if (firstInfinite == null) {
            firstInfiniteOrdinal = block.ordinal();
            firstInfinite = "the loss is " + DecimalWriter.text(values[row]) + " at "
                    + block.places().describe(row);
        }
    }

    @Override
    public void merge(Tally tally) {
        MeanTally other = (MeanTally) tally;
        losses.merge(other.losses);
        weights.merge(other.weights);
        n += other.n;
        negative |= other.negative;
        noteInfinite(other.firstInfiniteOrdinal, other.firstInfinite);
    }

    private void noteInfinite(long ordinal, String what) {
        if (what != null && (firstInfinite == null || ordinal < firstInfiniteOrdinal)) {
            firstInfiniteOrdinal = ordinal;
            firstInfinite = what;
        }
    }

    @Override
    public void save(StateWriter out) {
        out.integer(n);
        out.sum(losses);
        out.sum(weights);
        out.flag(hasNegative());
        out.integer(firstInfiniteOrdinal);
        out.text(firstInfinite);
    }

    @Override
    public void load(StateReader in) {
        n += in.integer();
        in.addSumTo(losses);
        in.addSumTo(weights);
        negative |= in.flag();
        noteInfinite(in.integer(), in.text());
    }

    @Override
    public long n() {
        return n;
    }

    @Override
    public double value(Reduction reduction) {
        if (reduction == Reduction.SUM) {
            return losses.value();
        }
        if (manner.averaging() == Manner.Averaging.GIVEN) {
            ExactSum divisor = new ExactSum();
            divisor.add(manner.divisor());
            return losses.over(divisor);
        }
        if (n == 0 && reduction == Reduction.NONE) {
            return Double.NaN; // of no losses, none is told
        }
        if (n == 0) {
            throw new Refusal(Refusal.Code.EMPTY, "no samples: the mean of nothing has no value")
                    .hint("--reduction sum is 0 for no samples");
        }
        if (!weighted || manner.averaging() == Manner.Averaging.COUNT) {
            return losses.dividedBy(n);
        }
        if (weights.isZero() && manner.weightless() == Manner.Weightless.NAN) {
            return Double.NaN;
        }
        if (weights.isZero()) {
            throw new Refusal(Refusal.Code.BAD_WEIGHT, "the weights sum to 0: the weighted mean has no value");
        }
        return losses.over(weights);
    }

    /** What the gradient of the mean divides by. */
    double denominator() {
        return switch (manner.averaging()) {
            case WEIGHTS -> weighted ? weights.value() : n;
            case COUNT -> n;
            case GIVEN -> manner.divisor();
        };
    }

    /** The sum of the losses, each times its weight. */
    double total() {
        return losses.value();
    }

    /** Whether some sample's loss was below zero, so that shares have no meaning. */
    boolean hasNegative() {
        return negative || !weighted && losses.hasNegative();
    }

    @Override
    public String warning() {
        return firstInfinite;
    }
}
