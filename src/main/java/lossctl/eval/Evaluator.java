package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.num.StateReader;

/** Reads a dataset once and computes every loss asked for on the way, with as many threads as allowed. */
public final class Evaluator {
    /** Further threads are worth their start only when there is more than this. */
    static final int BLOCKS_ALONE = 2;

    private final Evaluation evaluation;
    private final Omissions omissions;
    private final Watch watch;

    /** An evaluator for one request, of data of which nothing is left out. */
    public Evaluator(Evaluation evaluation) {
        this(evaluation, Omissions.NONE);
    }

    /** An evaluator for one request; {@code omissions} only go into the signature. */
    public Evaluator(Evaluation evaluation, Omissions omissions) {
        this(evaluation, omissions, Watch.NOTHING);
    }

    /** The same, which also keeps what is to be watched. */
    public Evaluator(Evaluation evaluation, Omissions omissions, Watch watch) {
        this.evaluation = evaluation;
        this.omissions = omissions;
        this.watch = watch;
    }

    /**
     * The answers for one dataset.
     *
     * @throws Refusal where it cannot be read or holds what a loss is not defined for: of several reasons the first in
     *     the order of the source
     */
    public Result evaluate(Dataset data) {
        try (BlockSource source = data.open()) {
            Run run = run(source);
            return run.result(data.name(), source.warnings());
        } catch (Refusal refusal) {
            throw refusal.inUnlessNamed(data.name());
        }
    }

    /** The state of the evaluation after all rows of a source: to be merged with others, or asked for its result. */
    public Run run(BlockSource source) {
        return run(source, new Desk());
    }

    /** The same, for a thread that evaluates many. */
    Run run(BlockSource source, Desk desk) {
        Run run = new Run(evaluation, source.layout(), omissions, watch);
        Block block = desk.block(source.layout());
        int threads = evaluation.readingThreads();
        for (int i = 0; i < BLOCKS_ALONE || threads <= 1; i++) {
            if (!source.next(block)) {
                return run;
            }
            run.add(block);
        }
        return spread(source, run);
    }

    /** Shares the rest of a source among all threads; of several sources one at a time, so that memory stays bounded. */
    private synchronized Run spread(BlockSource source, Run run) {
        FirstFailure failure = new FirstFailure();
        List<Worker> workers = new ArrayList<>();
        workers.add(new Worker(source, run, failure));
        for (int i = 1; i < evaluation.threads(); i++) {
            Run own = new Run(evaluation, source.layout(), omissions, watch);
            workers.add(new Worker(source, own, failure));
            workers.get(i).start();
        }
        workers.get(0).run();
        return Worker.merge(workers, failure);
    }

    /**
     * The state that a {@link Run} of the same request has taken down.
     *
     * @throws IllegalArgumentException where it is none
     */
    public Run restored(byte[] saved) {
        StateReader in = new StateReader(saved);
        Run run = new Run(evaluation, Layout.load(in), omissions, watch);
        run.load(in);
        in.end();
        return run;
    }

    /**
     * For a run that a class archive is made from: losses leave the loops alone that stand ready for them. What the
     * archive would keep of such a loop, for its compilation, is how another loss used it.
     */
    public static void leaveReadyLoops() {
        PointwiseLoop.leaveReady();
    }

    int threads() {
        return evaluation.threads();
    }
}
