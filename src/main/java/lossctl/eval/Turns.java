package lossctl.eval;

/** Lets threads that have blocks of a source tell of them in the order of the source, until one of them fails. */
final class Turns {
    private long turn;
    private long failed = Long.MAX_VALUE;
    private Throwable reason;

    /** Waits until all blocks before this one were told; false where one of them failed. */
    synchronized boolean await(long block) {
        boolean interrupted = false;
        while (turn < block && failed > block) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return failed > block;
    }

    /** Says that the block whose turn it was is told. */
    synchronized void pass() {
        turn++;
        notifyAll();
    }

    /** Ends it at a block; of several reasons the first in the order of the source counts. */
    synchronized void fail(long block, Throwable why) {
        if (block < failed) {
            failed = block;
            reason = why;
        }
        notifyAll();
    }

    /** Whether a block stands behind one that failed. */
    synchronized boolean isPast(long block) {
        return failed < block;
    }

    /** Throws the reason why it ended, if there is one. */
    synchronized void rethrow() {
        if (reason instanceof Error error) {
            throw error;
        }
        if (reason != null) {
            throw (RuntimeException) reason;
        }
    }
}
