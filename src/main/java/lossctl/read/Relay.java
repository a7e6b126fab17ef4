package lossctl.read;

/**
 * Hands the unfinished record at the end of each piece to the piece behind it, in order, whatever thread has which: so
 * that every record is whole in one chunk and every line has its number, however the text was cut.
 *
 * <p>A thread that took a piece calls {@link #receive}, decides where the last whole record ends, and calls
 * {@link #pass}; or {@link #fail}, and everything behind comes to nothing. In between it has the relay for itself, so
 * that should be short.
 */
public final class Relay {
    private long turn;
    private long failed = Long.MAX_VALUE;
    private byte[] rest = {};
    private int length;
    private long line;
    private long offset;

    /** The piece with number 0 begins at this line. */
    public Relay(long firstLine) {
        this(firstLine, 0);
    }

    /** The piece with number 0 begins at this line and at this byte of the text. */
    public Relay(long firstLine, long firstByte) {
        line = firstLine;
        offset = firstByte;
    }

    /**
     * Waits until the piece before was passed on, and puts what it left over before this one.
     *
     * @return false where an earlier piece failed; nothing is to be read from this one then
     */
    public synchronized boolean receive(Chunk chunk) {
        boolean interrupted = false;
        while (turn != chunk.ordinal() && failed > chunk.ordinal()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failed < chunk.ordinal()) {
            return false;
        }
        chunk.prepend(rest, length, line);
        chunk.offset(offset);
        return true;
    }

    /** Leaves what begins at {@code start} to the next piece, behind {@code lines} line ends. */
    public synchronized void pass(Chunk chunk, int start, long lines) {
        rest = chunk.tail(start, rest);
        length = chunk.to() - start;
        line += lines;
        offset += start - chunk.from();
        turn++;
        notifyAll();
    }

    /** Gives up everything behind this piece. */
    public synchronized void fail(Chunk chunk) {
        failed = Math.min(failed, chunk.ordinal());
        notifyAll();
    }

    /** Whether some piece failed, so that there is no use in taking more. */
    public synchronized boolean isFailed() {
        return failed < Long.MAX_VALUE;
    }
}
