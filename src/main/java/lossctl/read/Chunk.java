package lossctl.read;

import java.util.Arrays;

/**
 * A piece of a text in a buffer that is used again and again: first the unfinished record that the piece before left
 * over, then the piece itself. Behind the last byte there are eight more that may be read, so that words can be loaded.
 *
 * <p>Owned by one thread at a time.
 */
public final class Chunk {
    /** Where a piece begins in a new buffer. */
    static final int ROOM = 1024;

    private static final int PAD = 8;

    private byte[] bytes = {};
    private int from;
    private int piece;
    private int to;
    private long ordinal;
    private long line;
    private long offset;
    private boolean last;

    /** How long a buffer must be for pieces of {@code length} bytes. */
    static int capacity(int length) {
        return ROOM + length + PAD;
    }

    /** Takes a buffer whose piece begins at {@link #ROOM}, and gives the one that was used so far. */
    byte[] exchange(byte[] filled) {
        byte[] used = bytes;
        bytes = filled;
        prepare(filled.length - ROOM - PAD);
        return used;
    }

    /** Makes room for a piece of {@code length} bytes, with room before it for what the piece before leaves over. */
    void prepare(int length) {
        if (bytes.length < capacity(length)) {
            bytes = new byte[capacity(length)];
        }
        piece = ROOM;
        from = ROOM;
        to = ROOM;
    }

    /** Takes a buffer that holds the piece at {@code [start, end)} for its own, instead of a copy. */
    void adopt(byte[] buffer, int start, int end) {
        bytes = buffer;
        piece = start;
        from = start;
        to = end;
    }

    /** Says how long the piece became, which one it is, and whether it is the last. */
    void filled(int length, long number, boolean isLast) {
        to = piece + length;
        ordinal = number;
        last = isLast;
    }

    /** Numbers the piece before it is read, so that a failure has its place. */
    void number(long piece) {
        ordinal = piece;
    }

    /** Puts what was left over before the piece; its positions move where the room does not suffice. */
    void prepend(byte[] rest, int length, long lineNumber) {
        line = lineNumber;
        if (length > piece) {
            int shift = 2 * length - piece;
            byte[] wider = new byte[to + shift + PAD];
            System.arraycopy(bytes, piece, wider, piece + shift, to - piece);
            bytes = wider;
            piece += shift;
            to += shift;
        }
        System.arraycopy(rest, 0, bytes, piece - length, length);
        from = piece - length;
    }

    /** The bytes of {@code [start, to)}, copied into {@code spare} or a longer array. */
    byte[] tail(int start, byte[] spare) {
        byte[] into = spare.length >= to - start ? spare : Arrays.copyOf(spare, 2 * (to - start));
        System.arraycopy(bytes, start, into, 0, to - start);
        return into;
    }

    /** The buffer. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the text begins: with what was left over. */
    public int from() {
        return from;
    }

    /** Where the piece itself begins. */
    public int piece() {
        return piece;
    }

    /** Where the text ends. */
    public int to() {
        return to;
    }

    /** The number of the piece, from 0. */
    public long ordinal() {
        return ordinal;
    }

    /** The number of the line that begins at {@link #from}. */
    public long line() {
        return line;
    }

    /** Says which byte of the text stands at {@link #from}. */
    void offset(long firstByte) {
        offset = firstByte;
    }

    /** Which byte of the text, from 0, stands at a place in the buffer. */
    public long offsetOf(int at) {
        return offset + at - from;
    }

    /** Whether nothing comes behind this piece. */
    public boolean isLast() {
        return last;
    }
}
