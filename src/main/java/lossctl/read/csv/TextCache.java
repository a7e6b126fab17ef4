package lossctl.read.csv;

/**
 * Gives the same String for the same bytes, most of the time: a column of regions or folds makes a handful of objects,
 * not one a row. It remembers texts of up to eight ASCII characters, the last of each hash. One object a thread and column.
 */
final class TextCache {
    private static final int SLOTS = 1024;
    private static final int SHIFT = Long.SIZE - 10;
    private static final long TOPS = 0x8080808080808080L;

    private final long[] words = new long[SLOTS];
    private final String[] texts = new String[SLOTS];

    /** The text of a field; eight bytes behind it may be read. */
    String text(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > Long.BYTES || length <= 0 || bytes[from] == '"') {
            return Text.of(bytes, from, to);
        }
        long word = Words.load(bytes, from) & -1L >>> Long.SIZE - Byte.SIZE * length;
        if ((word & TOPS) != 0) {
            return Text.of(bytes, from, to);
        }
        // A zero byte at its end makes a text look like a shorter one, but then the lengths differ.
        int slot = (int) (word * 0x9E3779B97F4A7C15L >>> SHIFT);
        String known = texts[slot];
        if (known != null && words[slot] == word && known.length() == length) {
            return known;
        }
        String text = Text.of(bytes, from, to);
        words[slot] = word;
        texts[slot] = text;
        return text;
    }
}
