package lossctl.num;

/**
 * Makes numbers of decimal digits, of which one may be a point instead: 24 bytes each, in three words with the first byte
 * lowest, zeros before it. There is room for {@link #size} numbers, and what was never written is worked on as well.
 *
 * <p>The loops have no branches, begin at 0 and are short, so that compilers do eight turns at once, and few, since each
 * is costly to compile.
 */
final class DigitLoops {
    private static final long HIGHEST = 0x8080_8080_8080_8080L;
    private static final long ALL = HIGHEST >>> 7;
    private static final long POINT = '.' ^ '0';

    /** How many numbers there are. */
    final int size;

    /**
     * The bytes of each, less '0': the last eight of number i at i, the eight before them at {@code i + size}, the first
     * at {@code i + 2 * size}. {@link #run} makes of each word the number that its digits are once the point is gone.
     */
    final long[] words;

    /** Where the point of each is: bit 8k for byte k of the last word, 8k + 1 of the middle, 8k + 2 of the first. */
    final long[] where;

    private final long[] marks;
    private final long[] before;
    private final long[] behind;
    private final long[] last;
    private final long[] middle;
    private final long[] first;
    private final long[] lastOrMiddle;

    DigitLoops(int size) {
        this.size = size;
        words = new long[3 * size];
        marks = new long[3 * size];
        before = new long[3 * size];
        behind = new long[3 * size];
        where = new long[size];
        last = new long[size];
        middle = new long[size];
        first = new long[size];
        lastOrMiddle = new long[size];
    }

    /** Takes the points out; {@link #where} has more than one bit where there is something else than digits and a point. */
    void run() {
        mark(words, marks);
        System.arraycopy(marks, 0, last, 0, size);
        System.arraycopy(marks, size, middle, 0, size);
        System.arraycopy(marks, 2 * size, first, 0, size);
        where(last, middle, first, where, lastOrMiddle);
        System.arraycopy(words, size, before, 0, 2 * size);
        System.arraycopy(last, 0, behind, size, size);
        System.arraycopy(lastOrMiddle, 0, behind, 2 * size, size);
        close(words, before, marks, behind);
        number(words);
    }

    /** A 1 in every byte that is no digit; in all bytes where there is one that is no point either. */
    private static void mark(long[] words, long[] marks) {
        for (int i = 0; i < words.length; i++) {
            long word = words[i];
            long mark = ((word + 0x7676_7676_7676_7676L | word) & HIGHEST) >>> 7;
            long odd = word & (mark << 8) - mark ^ mark * POINT;
            marks[i] = mark | (odd | -odd) >> 63 & ALL;
        }
    }

    private static void where(long[] last, long[] middle, long[] first, long[] where, long[] lastOrMiddle) {
        for (int i = 0; i < where.length; i++) {
            where[i] = last[i] | middle[i] << 1 | first[i] << 2;
            lastOrMiddle[i] = last[i] | middle[i];
        }
    }

    /** Moves the bytes before the point one up, so that it is gone: all bytes where it is in a word behind this one. */
    private static void close(long[] words, long[] before, long[] point, long[] pointBehind) {
        for (int i = 0; i < words.length; i++) {
            long moves = (point[i] << 8) + (-point[i] >> 63) | -pointBehind[i] >> 63;
            long moved = words[i] << 8 | before[i] >>> 56;
            words[i] ^= (words[i] ^ moved) & moves;
        }
    }

    private static void number(long[] words) {
        for (int i = 0; i < words.length; i++) {
            long pairs = words[i] * (10 << 8 | 1) >>> 8 & 0x00FF_00FF_00FF_00FFL;
            long fours = pairs * (100 << 16 | 1) >>> 16 & 0x0000_FFFF_0000_FFFFL;
            words[i] = fours * (10_000L << 32 | 1) >>> 32;
        }
    }
}
