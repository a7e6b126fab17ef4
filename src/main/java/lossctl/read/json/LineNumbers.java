package lossctl.read.json;

import java.util.Arrays;

/**
 * The number of the line that each piece of a text begins with. Whoever has read a piece says how many lines it had; to
 * count them before would cost a twentieth of the time, for a number that is seldom asked for.
 *
 * <p>Safe for use by several threads. Who asks for a piece waits for those before it, so that must be somebody whom none
 * of them waits for.
 */
final class LineNumbers {
    /** Of piece i: its first line where i is at most {@link #known}, or the complement of how many lines i - 1 has. */
    private long[] lines = {1, 0};

    private int known;
    private long failed = Long.MAX_VALUE;

    /** Says how many lines end in a piece; every piece is counted once or fails. */
    synchronized void count(long piece, long count) {
        int next = Math.toIntExact(piece + 1);
        if (next + 1 >= lines.length) {
            lines = Arrays.copyOf(lines, 2 * next + 2);
        }
        lines[next] = ~count;
        while (lines[known + 1] < 0) {
            lines[known + 1] = lines[known] + ~lines[known + 1];
            known++;
        }
        notifyAll();
    }

    /** Says that a piece and all behind it will not be counted. */
    synchronized void fail(long piece) {
        failed = Math.min(failed, piece);
        notifyAll();
    }

    /** The number of the first line of a piece, from 1; of any line behind a piece that failed. */
    synchronized long first(long piece) {
        boolean interrupted = false;
        while (known < piece && failed >= piece) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return lines[(int) Math.min(known, piece)];
    }
}
