package lossctl.eval;

import lossctl.data.Block;
import lossctl.num.DecimalWriter;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** Rows that are read although they are not what they should be: how many there are, and which is the first. */
final class OddRows {
    private static final double ROW_TOLERANCE = 1e-3;

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

    /** Counts the rows that do not sum to 1. */
    void countUneven(Block block, double[] values, int width) {
        for (int row = 0; row < block.rows(); row++) {
            double sum = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                sum += values[i];
            }
            if (!(Math.abs(sum - 1) <= ROW_TOLERANCE)) {
                count(block, row, "sum ", sum);
            }
        }
    }

    /** Looks for one row of scores that are no probabilities, and no further: that is the first of nearly all data. */
    void findUneven(Block block, int classes) {
        for (int row = 0; row < block.rows() && areNone(); row++) {
            double sum = 0;
            double least = 0;
            for (int i = row * classes; i < (row + 1) * classes; i++) {
                sum += block.prediction()[i];
                least = Math.min(least, block.prediction()[i]);
            }
            if (least < 0 || !(Math.abs(sum - 1) <= ROW_TOLERANCE)) {
                count(block, row, "sum ", sum);
            }
        }
    }

    /** Counts the rows of predictions with a value above 0. */
    void countPositive(Block block, int classes) {
        for (int row = 0; row < block.rows(); row++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = row * classes; i < (row + 1) * classes; i++) {
                greatest = Math.max(greatest, block.prediction()[i]);
            }
            if (greatest > 0) {
                count(block, row, "", greatest);
            }
        }
    }
}
