package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;
import lossctl.stat.Bootstrap;
import lossctl.stat.Bounds;
import lossctl.stat.DeltaMethod;
import lossctl.stat.Ratio;
import lossctl.stat.Statistic;

/**
 * How the samples of one loss spread: sums of squares and products on the way, or every unit kept where the method needs
 * them. Where the loss is no function of sums over samples it keeps nothing, and says why.
 */
final class Spread {
    /** Standard errors that nobody asked for in particular must not cost more than this many sums a sample. */
    private static final int CHEAP = 2;

    private static final int MOST = 12;

    private final Selection selection;
    private final Uncertainty wanted;
    private final int outputs;
    private final Parts parts;
    private final Moments moments;
    private final Units units;
    private final double[] scratch;
    private final int clusterText;
    private final int threads;

    private Spread(Selection selection, Uncertainty wanted, Layout layout, Parts parts, int threads) {
        this.selection = selection;
        this.wanted = wanted;
        this.parts = parts;
        this.threads = threads;
        outputs = layout.predictionWidth();
        clusterText = wanted.cluster() == null ? -1 : place(layout, wanted.cluster());
        scratch = new double[parts == null ? 0 : parts.width()];
        units = keepsUnits() ? new Units(parts.width(), wanted.cluster() != null) : null;
        moments = parts != null && units == null ? new Moments(isMean(), parts.width()) : null;
    }

    private Spread(Spread like, boolean compact) {
        selection = like.selection;
        wanted = like.wanted;
        parts = like.parts;
        threads = like.threads;
        outputs = like.outputs;
        clusterText = like.clusterText;
        scratch = like.scratch;
        units = keepsUnits() ? new Units(parts.width(), wanted.cluster() != null) : null;
        moments = parts != null && units == null ? new Moments(isMean(), parts.width(), compact) : null;
    }

    private boolean keepsUnits() {
        return parts != null && wanted.keepsSamples();
    }

    /** An empty one for some of the samples, in the same thread; compact where there are very many of them. */
    Spread ofSome(boolean compact) {
        return new Spread(this, compact);
    }

    /** Whether an interval is wanted, not only an error. */
    boolean hasLevel() {
        return wanted.hasLevel();
    }

    /** Where a text column stands among those carried along. */
    static int place(Layout layout, String column) {
        int place = layout.texts().lastIndexOf(column);
        if (place < 0) {
            throw new Refusal(
                    Refusal.Code.NO_COLUMN,
                    "no column named '" + column + "': what samples belong together by has a name, not a number");
        }
        return place;
    }

    /** The spread of a loss; null where none is wanted. */
    static Spread of(LossRun loss, Evaluation evaluation, Layout layout, int truthWidth) {
        Uncertainty wanted = evaluation.uncertainty();
        if (wanted == null || evaluation.reduction() != Reduction.MEAN) {
            return null;
        }
        Selection selection = loss.selection();
        Parts parts = null;
        Manner.Averaging averaging = selection.manner().averaging();
        if (loss.kernel() != null) {
            boolean given = averaging == Manner.Averaging.GIVEN;
            parts = given ? null : Parts.of(loss.kernel(), averaging == Manner.Averaging.COUNT);
        } else if (selection.loss() instanceof SummaryLoss summary) {
            int width = summary.sums(layout.predictionWidth());
            boolean kept = width > 0 && width <= (wanted.hasLevel() ? MOST : CHEAP) || wanted.keepsSamples();
            parts = kept ? Parts.of(summary, layout.predictionWidth(), truthWidth) : null;
        }
        return new Spread(selection, wanted, layout, parts, evaluation.threads());
    }

    private boolean isMean() {
        return !(selection.loss() instanceof SummaryLoss);
    }

    void add(Block block, double[] truth, double[] weights) {
        if (parts == null) {
            return;
        }
        parts.load(block, truth);
        for (int i = 0; i < block.rows(); i++) {
            add(block, truth, weights, i);
        }
    }

    /** Adds some samples, {@code rows[from, to)}, of the block that all were added of just now. */
    void add(Block block, LossRun.Form form, int[] rows, int from, int to) {
        for (int i = from; parts != null && i < to; i++) {
            add(block, form.truth(), form.weights(), rows[i]);
        }
    }

    private void add(Block block, double[] truth, double[] weights, int i) {
        double weight = weights == null ? 1 : weights[i];
        if (weight > 0) {
            parts.write(block, truth, i, weight, scratch);
            if (units == null) {
                moments.add(scratch);
            } else {
                units.add(clusterText < 0 ? null : block.texts(clusterText)[i], scratch);
            }
        }
    }

    /** Adds what was seen of further samples. */
    void merge(Spread other) {
        if (moments != null) {
            moments.merge(other.moments);
        }
        if (units != null) {
            units.append(other.units);
        }
    }

    /** How far the value may be off; {@code sums} are those of a summary, else null. */
    Estimate estimate(double value, Sums sums) {
        boolean watches = sums != null && sums.greatest() != Double.NEGATIVE_INFINITY;
        if (parts == null || watches) {
            return new Estimate(
                    Double.NaN, Bounds.NONE, wanted, 0, "it is no smooth function of a few sums over samples");
        }
        Moments all = units == null ? moments : units.moments(isMean());
        long n = all.n();
        double error = isMean() ? all.ratio().standardError() : deltaError(sums, all);
        Bounds bounds = Bounds.NONE;
        if (wanted.hasLevel() && n >= 2) {
            bounds = wanted.method() == Uncertainty.Method.T
                    ? Bounds.t(value, error, n - 1.0, wanted.level())
                    : resampled(value);
        }
        String reason = null;
        if (wanted.hasLevel() && !bounds.exists()) {
            String few = n + (wanted.cluster() == null ? " sample" : " cluster") + (n == 1 ? "" : "s");
            reason = n < 2 ? few + ", and it takes two" : "its spread is not finite";
        }
        return new Estimate(error, bounds, wanted, n, reason);
    }

    private Bounds resampled(double value) {
        Statistic statistic = isMean()
                ? new Ratio(units.column(0), units.column(1))
                : new SummaryStatistic((SummaryLoss) selection.loss(), outputs, units);
        Bootstrap bootstrap = Bootstrap.of(statistic, wanted.resamples(), wanted.seed(), threads);
        return wanted.method() == Uncertainty.Method.BCA
                ? bootstrap.bca(value, wanted.level())
                : bootstrap.percentile(wanted.level());
    }

    private double deltaError(Sums sums, Moments all) {
        SummaryLoss loss = (SummaryLoss) selection.loss();
        return DeltaMethod.standardError(
                (sum, added) -> {
                    Sums moved = new Sums(sums.count(), sums.outputs());
                    moved.merge(sums);
                    moved.at(sum).add(added);
                    return SummaryStatistic.value(loss, moved);
                },
                all.matrix(),
                all.n());
    }

    void save(StateWriter out) {
        if (moments != null) {
            moments.save(out);
        }
        if (units != null) {
            units.save(out);
        }
    }

    void load(StateReader in) {
        if (moments != null) {
            moments.load(in);
        }
        if (units != null) {
            units.load(in);
        }
    }
}
