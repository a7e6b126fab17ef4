package lossctl.num;

/**
 * Makes numbers of decimal digits, of which one may be a point instead: {@value #SIZE} at once, 24 bytes each, in three
 * words with the first byte lowest, zeros before it. What was never written is worked on as well.
 *
 * <p>The loops have no branches, begin at 0, are short and reach other words of an array at constant distances, so that
 * compilers do eight turns at once (some 18 operations are what they take); and they are few, since each is costly to
 * compile.
 */
final class DigitLoops {
    /** How many numbers there are. */
    static final int SIZE = 128;

    private static final int MIDDLE = SIZE;
    private static final int FIRST = 2 * SIZE;

    private static final long HIGHEST = 0x8080_8080_8080_8080L;
    private static final long POINTS = 0x0101_0101_0101_0101L * ('.' ^ '0');

    /**
     * The bytes of each, less '0': the last eight of number i at i, the eight before them at {@code i + SIZE}, the first
     * at {@code i + 2 * SIZE}. {@link #run} makes of each word the number that its digits are once the point is gone.
     */
    final long[] words = new long[3 * SIZE];

    /** Where the point of each is: bit 8k for byte k of the last word, 8k + 1 of the middle, 8k + 2 of the first. */
    final long[] where = new long[SIZE];

    /** The digits of each as a number; right where there are no more than nineteen of them. */
    final long[] numbers = new long[SIZE];

    private final long[] marks = new long[3 * SIZE];

    /** Takes the points out; {@link #where} has more than one bit where there is something else than digits and a point. */
    void run() {
        mark(words, marks);
        where(marks, where);
        closeLast(words, marks);
        closeMiddle(words, marks);
        closeFirst(words, marks);
        number(words);
        join(words, numbers);
    }

    /** A 1 in every byte that is no digit; all bits where there is one that is no point either. */
    private static void mark(long[] words, long[] marks) {
        for (int i = 0; i < 3 * SIZE; i++) {
            long word = words[i];
            long high = (word + 0x7676_7676_7676_7676L | word) & HIGHEST;
            long mark = high >>> 7;
            long odd = (word ^ POINTS) & (high << 1) - mark;
            marks[i] = mark | (odd | -odd) >> 63;
        }
    }

    private static void where(long[] marks, long[] where) {
        for (int i = 0; i < SIZE; i++) {
            where[i] = marks[i] | marks[i + MIDDLE] << 1 | marks[i + FIRST] << 2;
        }
    }

    /** Moves the bytes before the point one up, so that it is gone. */
    private static void closeLast(long[] words, long[] marks) {
        for (int i = 0; i < SIZE; i++) {
            long word = words[i];
            long moves = (marks[i] << 8) + (-marks[i] >> 63);
            words[i] = word ^ (word ^ (word << 8 | words[i + MIDDLE] >>> 56)) & moves;
        }
    }

    /** The same: all bytes where the point is in the word behind. */
    private static void closeMiddle(long[] words, long[] marks) {
        for (int i = 0; i < SIZE; i++) {
            long word = words[i + MIDDLE];
            long mark = marks[i + MIDDLE];
            long moves = (mark << 8) + (-mark >> 63) | -marks[i] >> 63;
            words[i + MIDDLE] = word ^ (word ^ (word << 8 | words[i + FIRST] >>> 56)) & moves;
        }
    }

    private static void closeFirst(long[] words, long[] marks) {
        for (int i = 0; i < SIZE; i++) {
            long word = words[i + FIRST];
            long mark = marks[i + FIRST];
            long moves = (mark << 8) + (-mark >> 63) | -(marks[i] | marks[i + MIDDLE]) >> 63;
            words[i + FIRST] = word ^ (word ^ word << 8) & moves;
        }
    }

    private static void number(long[] words) {
        for (int i = 0; i < 3 * SIZE; i++) {
            long pairs = words[i] * (10 << 8 | 1) >>> 8 & 0x00FF_00FF_00FF_00FFL;
            long fours = pairs * (100 << 16 | 1) >>> 16 & 0x0000_FFFF_0000_FFFFL;
            words[i] = fours * (10_000L << 32 | 1) >>> 32;
        }
    }

    private static void join(long[] words, long[] numbers) {
        for (int i = 0; i < SIZE; i++) {
            numbers[i] = words[i] + words[i + MIDDLE] * 100_000_000L + words[i + FIRST] * 10_000_000_000_000_000L;
        }
    }
}
