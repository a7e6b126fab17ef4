package lossctl.eval;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;

/** One thread of an evaluation: takes blocks until there are no more, or something is refused. */
final class Worker extends Thread {
    private final BlockSource source;
    private final Run run;
    private long failedAt = Long.MAX_VALUE;
    private RuntimeException failure;
    private Error error;

    Worker(BlockSource source, Run run) {
        super("lossctl-worker");
        setDaemon(true);
        this.source = source;
        this.run = run;
    }

    @Override
    public void run() {
        Block block = new Block(source.layout());
        try {
            while (source.next(block)) {
                run.add(block);
            }
        } catch (RuntimeException e) {
            // The other threads go on: a block before this one may hold an earlier reason, which is the one to tell.
            failure = e;
            failedAt = block.ordinal();
        } catch (Error e) {
            error = e;
        }
    }

    /** Waits for all, then either throws the first reason in the source's order or merges what they have seen. */
    static Run merge(List<Worker> workers) {
        Worker first = null;
        for (Worker worker : workers) {
            worker.await();
            if (worker.error != null) {
                throw worker.error;
            }
            if (worker.failure != null && (first == null || worker.failedAt < first.failedAt)) {
                first = worker;
            }
        }
        if (first != null) {
            throw first.failure;
        }
        Run all = workers.get(0).run;
        for (int i = 1; i < workers.size(); i++) {
            all.merge(workers.get(i).run);
        }
        return all;
    }

    private void await() {
        if (this == Thread.currentThread()) {
            return;
        }
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
