package lossctl.eval;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;

/** One thread of an evaluation: takes blocks until there are no more, or something before them was refused. */
final class Worker extends Thread {
    private final BlockSource source;
    private final Run run;
    private final FirstFailure failure;
    private Error error;

    Worker(BlockSource source, Run run, FirstFailure failure) {
        super("lossctl-worker");
        setDaemon(true);
        this.source = source;
        this.run = run;
        this.failure = failure;
    }

    @Override
    public void run() {
        Block block = new Block(source.layout());
        try {
            // Blocks before a refused one are still looked at: they may hold an earlier reason, the one to tell.
            while (source.next(block) && !failure.precedes(block.ordinal())) {
                run.add(block);
            }
        } catch (RuntimeException e) {
            failure.note(block.ordinal(), e);
        } catch (Error e) {
            error = e;
        }
    }

    /** Waits for all, then either throws the first reason in the source's order or merges what they have seen. */
    static Run merge(List<Worker> workers, FirstFailure failure) {
        for (Worker worker : workers) {
            worker.await();
            if (worker.error != null) {
                throw worker.error;
            }
        }
        if (failure.reason() != null) {
            throw failure.reason();
        }
        Run all = workers.get(0).run;
        for (int i = 1; i < workers.size(); i++) {
            all.merge(workers.get(i).run);
        }
        return all;
    }

    private void await() {
        boolean interrupted = false;
        while (isAlive()) {
            try {
                join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
