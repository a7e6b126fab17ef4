package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.loss.Selection;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/**
 * The state of an evaluation: what is kept of the samples seen so far for every loss asked for. Runs over parts of the
 * same samples merge to the same bits as one run over all of them.
 */
public final class Run {
    private final Evaluation evaluation;
    private final Layout layout;
    private final Omissions omissions;
    private final List<LossRun> losses = new ArrayList<>();
    private final LossRun.Form[] forms;
    private final Watched watched;
    private long n;
    private long skipped;

    Run(Evaluation evaluation, Layout layout, Omissions omissions) {
        this(evaluation, layout, omissions, Watch.NOTHING);
    }

    /** A state that keeps more than the losses need. */
    Run(Evaluation evaluation, Layout layout, Omissions omissions, Watch watch) {
        this.evaluation = evaluation;
        this.layout = layout;
        this.omissions = omissions;
        for (Selection selection : evaluation.losses()) {
            losses.add(new LossRun(selection, layout, evaluation));
        }
        forms = new LossRun.Form[losses.size()];
        watched = watch.isNothing() ? null : new Watched(watch, layout, losses);
    }

    /** Adds a block's samples, and tells them as each loss reads them, until the next block is added. */
    LossRun.Form[] add(Block block) {
        if (evaluation.float32()) {
            Float32.round(block);
        }
        n += block.rows();
        skipped += block.skipped();
        if (watched != null) {
            watched.begin(block);
        }
        for (int i = 0; i < losses.size(); i++) {
            forms[i] = losses.get(i).add(block);
            if (watched != null) {
                watched.add(block, i, forms[i]);
            }
        }
        return forms;
    }

    void merge(Run other) {
        n += other.n;
        skipped += other.skipped;
        for (int i = 0; i < losses.size(); i++) {
            losses.get(i).merge(other.losses.get(i));
        }
        if (watched != null) {
            watched.merge(other.watched, true);
        }
    }

    /** Adds the samples of a further source, evaluated with the same request. */
    public void append(Run other) {
        n += other.n;
        skipped += other.skipped;
        for (int i = 0; i < losses.size(); i++) {
            losses.get(i).append(other.losses.get(i));
        }
        if (watched != null) {
            watched.merge(other.watched, false);
        }
    }

    /** Adds the samples of a further part of the same data set, evaluated with the same request. */
    public void join(Run other) {
        n += other.n;
        skipped += other.skipped;
        for (int i = 0; i < losses.size(); i++) {
            losses.get(i).join(other.losses.get(i));
        }
        if (watched != null) {
            watched.merge(other.watched, false);
        }
    }

    /** How many samples were left out, because a value was missing or not finite. */
    public long skipped() {
        return skipped;
    }

    /** Remarks on the samples, a line each: those of the losses. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (LossRun loss : losses) {
            for (String warning : loss.warnings()) {
                if (!warnings.contains(warning)) {
                    warnings.add(warning);
                }
            }
        }
        return warnings;
    }

    /** How many samples were read and kept. */
    public long n() {
        return n;
    }

    /** The answers for each group, sorted by its keys. */
    public Grouped groups() {
        return new Grouped(watched.groups().names(), watched.groups().list(evaluation));
    }

    /** What was seen beside the losses; null where nothing was to be. */
    public Survey survey() {
        return watched == null ? null : watched.survey();
    }

    /** The quantile of a loss's per-sample values, for {@code q} in [0, 1]; NaN where no sample counts. */
    public double quantile(int loss, double q) {
        double value = watched.losses(loss).quantile(q);
        return evaluation.float32() ? (float) value : value;
    }

    /**
     * Tells the samples with the worst losses to a sink, the worst first. Where each came from is a text
     * {@code at}: the last where the first is an id, else the first.
     */
    public void worst(Detail detail, boolean hasId, SampleSink sink) {
        Block block = watched.worst().block(hasId);
        new PerSample(evaluation, detail, omissions).tell(block, this, sink);
    }

    LossRun loss(int i) {
        return losses.get(i);
    }

    /** The loss's value; a refusal says which loss has none. */
    private double value(LossRun loss) {
        try {
            return loss.tally().value(evaluation.reduction());
        } catch (Refusal refusal) {
            if (refusal.code() == Refusal.Code.EMPTY && n == 0 && skipped > 0) {
                String all = skipped == 1 ? "the only row was skipped" : "all " + skipped + " rows were skipped";
                throw new Refusal(refusal.code(), "no samples: " + all)
                        .hint("without skip, the first of them is named");
            }
            boolean undefined = refusal.code() == Refusal.Code.UNDEFINED;
            throw undefined ? refusal.by(loss.selection().spec().name()) : refusal;
        }
    }

    /**
     * The answers.
     *
     * @param name what the samples are called
     * @param remarks warnings about the source, before those of the losses
     * @throws Refusal where a loss has no value, or a warning stands and the evaluation is strict
     */
    public Result result(String name, List<String> remarks) {
        List<Score> scores = new ArrayList<>(losses.size());
        List<String> warnings = new ArrayList<>(remarks);
        for (LossRun loss : losses) {
            double value = value(loss);
            if (evaluation.float32()) {
                if (Float.isInfinite((float) value) && !Double.isInfinite(value)) {
                    warnings.add(loss.selection().spec().name() + " is past the range of float32");
                }
                value = (float) value;
            }
            String signature = Signature.of(loss.selection(), evaluation, loss.isWeighted(), omissions);
            scores.add(new Score(
                    loss.selection(),
                    evaluation.reduction(),
                    value,
                    loss.tally().n(),
                    signature,
                    loss.estimate(value)));
            for (String warning : loss.warnings()) {
                if (!warnings.contains(warning)) {
                    warnings.add(warning);
                }
            }
            Score score = scores.get(scores.size() - 1);
            if (score.estimate() != null && score.estimate().warning(score.label()) != null) {
                warnings.add(score.estimate().warning(score.label()));
            }
        }
        if (evaluation.strict() && !warnings.isEmpty()) {
            throw new Refusal(Refusal.Code.STRICT, warnings.get(0) + " (--strict)").in(name.isEmpty() ? null : name);
        }
        return new Result(name, n, skipped, scores, warnings);
    }

    /** Takes down all that is kept, and the layout that it is of: {@link Evaluator#restored} makes this state again. */
    public void save(StateWriter out) {
        layout.save(out);
        out.integer(n);
        out.integer(skipped);
        for (LossRun loss : losses) {
            loss.save(out);
        }
        if (watched != null) {
            watched.save(out);
        }
    }

    void load(StateReader in) {
        n += in.integer();
        skipped += in.integer();
        for (LossRun loss : losses) {
            loss.load(in);
        }
        if (watched != null) {
            watched.load(in);
        }
    }
}
