package lossctl.eval;

import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.num.StateWriter;

/**
 * Evaluates many datasets: threads take one each, a large one is shared by all, and the results come in the order of the
 * datasets. Only a few are kept that wait for an earlier one, so memory does not grow with their number.
 */
public final class Sweep {
    /** How far a thread may be ahead of the first dataset without a result. */
    private static final int AHEAD = 8;

    private final Evaluator evaluator;
    private final List<Dataset> datasets;
    private final Ledger ledger;
    private final Outcome[] outcomes;
    private int taken;
    private int told;
    private boolean stopped;

    private Sweep(Evaluator evaluator, List<Dataset> datasets, Ledger ledger, int threads) {
        this.evaluator = evaluator;
        this.datasets = datasets;
        this.ledger = ledger;
        outcomes = new Outcome[AHEAD * threads];
    }

    /** Takes the results, in the order of the datasets and in the thread that asked for them. */
    public interface Sink {

        /** One dataset's answers, and the state they were made from. */
        void accept(Result result, Run run);
    }

    /** What became of one dataset. */
    private record Outcome(Result result, Run run, RuntimeException reason, Error error) {}

    /**
     * Evaluates all datasets.
     *
     * @throws Refusal for the first dataset, in their order, that is refused; the results before it were told
     */
    public static void evaluate(Evaluator evaluator, List<Dataset> datasets, Sink sink) {
        evaluate(evaluator, datasets, null, sink);
    }

    /**
     * The same, except that what a ledger has kept of a dataset is taken from there, and what is new goes there; null
     * for no ledger.
     */
    public static void evaluate(Evaluator evaluator, List<Dataset> datasets, Ledger ledger, Sink sink) {
        int threads = Math.min(evaluator.threads(), datasets.size());
        Desk desk = new Desk();
        if (threads <= 1) {
            for (Dataset data : datasets) {
                tell(outcome(evaluator, data, ledger, desk), sink);
            }
            return;
        }
        Sweep sweep = new Sweep(evaluator, datasets, ledger, threads);
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(sweep::work, "lossctl-files");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            for (int told = 0; told < datasets.size(); ) {
                // The caller works too: a thread that only told outcomes would have to be woken for each.
                int own = sweep.isReady(told) ? -1 : sweep.take(false);
                if (own >= 0) {
                    sweep.put(own, outcome(evaluator, datasets.get(own), ledger, desk));
                } else {
                    tell(sweep.await(told++), sink);
                }
            }
        } finally {
            sweep.stop();
        }
    }

    private static void tell(Outcome outcome, Sink sink) {
        if (outcome.error() != null) {
            throw outcome.error();
        }
        if (outcome.reason() != null) {
            throw outcome.reason();
        }
        sink.accept(outcome.result(), outcome.run());
    }

    private static Outcome outcome(Evaluator evaluator, Dataset data, Ledger ledger, Desk desk) {
        try {
            Ledger.Page page = ledger == null ? null : ledger.open(data);
            if (page != null && page.state() != null) {
                Run run = restored(evaluator, page.state());
                return new Outcome(run.result(data.name(), page.warnings()), run, null, null);
            }
            return evaluated(evaluator, data, page, desk);
        } catch (Refusal refusal) {
            return new Outcome(null, null, refusal.inUnlessNamed(data.name()), null);
        } catch (RuntimeException e) {
            return new Outcome(null, null, e, null);
        } catch (Error e) {
            return new Outcome(null, null, null, e);
        }
    }

    private static Outcome evaluated(Evaluator evaluator, Dataset data, Ledger.Page page, Desk desk) {
        try (BlockSource source = data.open()) {
            Run run = evaluator.run(source, desk);
            Result result = run.result(data.name(), source.warnings());
            if (page != null) {
                StateWriter state = new StateWriter();
                run.save(state);
                page.keep(state.toBytes(), source.warnings());
            }
            return new Outcome(result, run, null, null);
        }
    }

    private static Run restored(Evaluator evaluator, byte[] state) {
        try {
            return evaluator.restored(state);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Code.MALFORMED, "what the journal keeps of it is no state of this request")
                    .hint("delete the journal to start anew");
        }
    }

    private void work() {
        Desk desk = new Desk();
        for (int i = take(true); i >= 0; i = take(true)) {
            put(i, outcome(evaluator, datasets.get(i), ledger, desk));
        }
    }

    /** The next dataset, as soon as there is room for its outcome; -1 where there is none, or that would take a while. */
    private synchronized int take(boolean patiently) {
        while (patiently && !stopped && taken < datasets.size() && isFull()) {
            pause();
        }
        return stopped || taken == datasets.size() || isFull() ? -1 : taken++;
    }

    private boolean isFull() {
        return taken >= told + outcomes.length;
    }

    private synchronized boolean isReady(int i) {
        return outcomes[i % outcomes.length] != null;
    }

    private synchronized void put(int i, Outcome outcome) {
        outcomes[i % outcomes.length] = outcome;
        notifyAll();
    }

    private synchronized Outcome await(int i) {
        int at = i % outcomes.length;
        while (outcomes[at] == null) {
            pause();
        }
        Outcome outcome = outcomes[at];
        outcomes[at] = null;
        told++;
        notifyAll();
        return outcome;
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            // Nobody interrupts these threads; if somebody did, they would wait on.
        }
    }
}
