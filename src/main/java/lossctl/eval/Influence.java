package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.loss.Better;
import lossctl.loss.GroupLoss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;

/**
 * The samples without which the total would change most, and by how much: leave-one-out. Nothing is approximated: of a
 * mean m over the sum of weights W it is w (m - l) / (W - w), of a summary the loss of the exact sums without the
 * sample's own less that of all. It takes a second reading, for it needs the total first.
 */
public final class Influence {
    private final Evaluation evaluation;
    private final Run totals;
    private final double value;

    private Influence(Evaluation evaluation, Run totals, double value) {
        this.evaluation = evaluation;
        this.totals = totals;
        this.value = value;
    }

    /** The same samples, kept in memory where they can be read only once. */
    public static Dataset readTwice(Dataset data) {
        return data.isRepeatable() ? data : new Kept(data);
    }

    /**
     * Tells the {@code most} samples of greatest influence to a sink, the greatest first, in rows as {@link Run#worst}
     * tells them. Samples without which the loss has no value come before all others, with NaN.
     *
     * @param evaluation the request; only its first loss counts
     * @param datasets all that {@code totals} were made of, to be read again
     * @param hasId whether the first of the texts is an id
     * @throws Refusal where the loss is neither a mean nor a function of sums over samples, or is not finite
     */
    public static void tell(
            Evaluation evaluation, List<Dataset> datasets, Run totals, int most, boolean hasId, SampleSink sink) {
        Selection selection = evaluation.losses().get(0);
        double value = totals.loss(0).tally().value(evaluation.reduction());
        boolean watches = totals.loss(0).tally() instanceof SummaryTally summary
                && (summary.sums().count() == 0 || summary.sums().greatest() != Double.NEGATIVE_INFINITY);
        if (selection.loss() instanceof GroupLoss || watches) {
            throw new Refusal(
                            Refusal.Code.USAGE,
                            "--influence: " + selection.spec().name() + " is no function of sums over samples")
                    .hint("mse, rmse and r2 are");
        }
        if (!Double.isFinite(value)) {
            throw new Refusal(
                    Refusal.Code.NOT_FINITE,
                    selection.spec().name() + " is not finite: no sample's influence can be told");
        }
        Influence influence = new Influence(evaluation, totals, value);
        Worst kept = null;
        for (Dataset data : datasets) {
            Worst own = influence.of(data, most);
            if (kept == null) {
                kept = own;
            } else {
                kept.append(own);
            }
        }
        influence.tell(kept, hasId, sink);
    }

    private Worst of(Dataset data, int most) {
        try (BlockSource source = data.open()) {
            LossRun loss = new Run(evaluation.with((Uncertainty) null), source.layout(), Omissions.NONE).loss(0);
            Worst worst = new Worst(most, source.layout(), Better.NEARER_ZERO);
            Block block = new Block(source.layout());
            double[] influences = {};
            while (source.next(block)) {
                if (evaluation.float32()) {
                    Float32.round(block);
                }
                if (influences.length < block.rows()) {
                    influences = new double[block.rows()];
                }
                LossRun.Form form = loss.form(block);
                fill(block, loss, form, influences);
                worst.add(block, influences, form.weights());
            }
            return worst;
        } catch (Refusal refusal) {
            throw refusal.inUnlessNamed(data.name());
        }
    }

    private void fill(Block block, LossRun loss, LossRun.Form form, double[] out) {
        if (totals.loss(0).tally() instanceof SummaryTally all) {
            all.withoutEach(block, form.truth(), form.weights(), out);
            for (int i = 0; i < block.rows(); i++) {
                out[i] = out[i] - value;
            }
            return;
        }
        MeanTally all = (MeanTally) totals.loss(0).tally();
        loss.kernel().values(block, form.truth(), out);
        for (int i = 0; i < block.rows(); i++) {
            double weight = form.weights() == null ? 1 : form.weights()[i];
            out[i] = ofMean(all, loss.selection().manner().averaging(), weight, out[i]);
        }
    }

    private double ofMean(MeanTally all, Manner.Averaging averaging, double weight, double loss) {
        if (evaluation.reduction() == Reduction.SUM) {
            return -weight * loss;
        }
        double denominator = all.denominator();
        return switch (averaging) {
            case GIVEN -> -weight * loss / denominator;
            case COUNT -> denominator == 1 ? Double.NaN : (value - weight * loss) / (denominator - 1);
            case WEIGHTS -> denominator == weight ? Double.NaN : weight * (value - loss) / (denominator - weight);
        };
    }

    private void tell(Worst kept, boolean hasId, SampleSink sink) {
        Block block = kept.block(hasId);
        LossRun loss = new Run(evaluation.with((Uncertainty) null), block.layout(), Omissions.NONE).loss(0);
        double[] losses = loss.kernel() == null ? null : new double[block.rows()];
        if (losses != null) {
            loss.kernel().values(block, loss.form(block).truth(), losses);
        }
        double[] influences = kept.scores();
        if (evaluation.float32()) {
            Float32.round(influences, influences.length);
        }
        List<String[]> texts = new ArrayList<>();
        for (int i = 0; i < block.layout().texts().size(); i++) {
            texts.add(block.texts(i));
        }
        sink.start(block.layout(), losses != null ? 1 : 0);
        sink.accept(new SampleRows(
                block.rows(),
                texts.toArray(new String[0][]),
                block.truth(),
                block.prediction(),
                losses,
                null,
                null,
                null,
                influences));
    }
}
