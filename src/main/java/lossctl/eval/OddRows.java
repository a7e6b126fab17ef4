package lossctl.eval;

import lossctl.data.Block;
import lossctl.num.DecimalWriter;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** Rows that are read although they are not what they should be: how many there are, and which is the first. */
final class OddRows {
    private static final int DIGITS = 6;

    private long rows;
    private long firstOrdinal = Long.MAX_VALUE;
    private String first = "";

    /** Counts a row, of which {@code value} is what is odd: {@code row 3, sum 1.4}. */
    void count(Block block, int row, String what, double value) {
        if (rows++ == 0) {
            firstOrdinal = block.ordinal();
            first = block.places().describe(row) + ", " + what + DecimalWriter.text(value, DIGITS);
        }
    }

    boolean areNone() {
        return rows == 0;
    }

    /** Adds what another thread has counted. */
    void merge(OddRows other) {
        add(other.rows, other.firstOrdinal, other.first);
    }

    private void add(long count, long ordinal, String text) {
        if (ordinal < firstOrdinal) {
            firstOrdinal = ordinal;
            first = text;
        }
        rows += count;
    }

    /** {@code 2 rows of probabilities do not sum to 1 (first: row 3, sum 1.4)}; null where there are none. */
    String warning(String one, String several) {
        return rows == 0 ? null : rows + (rows == 1 ? one : several) + " (first: " + first + ")";
    }

    void save(StateWriter out) {
        out.integer(rows);
        out.integer(firstOrdinal);
        out.text(first);
    }

    void load(StateReader in) {
        add(in.integer(), in.integer(), in.text());
    }
}
