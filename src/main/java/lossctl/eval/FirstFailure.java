package lossctl.eval;

/**
 * Where the threads of one evaluation were refused something: the earliest block counts, and nothing behind it is worth
 * reading.
 */
final class FirstFailure {
    private volatile long ordinal = Long.MAX_VALUE;
    private RuntimeException reason;

    /** Whether a block stands behind one that was refused. */
    boolean precedes(long block) {
        return ordinal < block;
    }

    /** Keeps the reason if it is the earliest so far. */
    synchronized void note(long block, RuntimeException why) {
        if (reason == null || block < ordinal) {
            reason = why;
            ordinal = block;
        }
    }

    /** The earliest reason; null where nothing was refused. */
    synchronized RuntimeException reason() {
        return reason;
    }
}
