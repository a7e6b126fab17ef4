package lossctl.data;

import java.util.Arrays;

/**
 * Some consecutive rows of a source in flat arrays of doubles, filled again and again: the unit of work.
 *
 * <p>Owned by one thread at a time. A source fills it ({@link BlockSource#next}), everyone else reads. Arrays are at
 * least as long as the rows need; what lies behind is left over from earlier blocks.
 */
public final class Block {
    private static final int SMALL = 1024;

    private final Layout layout;
    private int rows;
    private double[] truth = {};
    private double[][] vectors;
    private double[] weights = {};
    private String[][] texts;
    private long ordinal;
    private long skipped;
    private Places places;
    private double[] scratch = {};

    /** An empty block for rows of this layout. */
    public Block(Layout layout) {
        this.layout = layout;
        vectors = new double[layout.inputWidths().length + 1][0];
        texts = new String[layout.texts().size()][0];
    }

    /** An empty block that takes over the arrays of one that is not used any more, and where its rows came from. */
    public Block(Layout layout, Block used) {
        this(layout);
        truth = used.truth;
        weights = used.weights;
        scratch = used.scratch;
        places = used.places;
        System.arraycopy(used.vectors, 0, vectors, 0, Math.min(vectors.length, used.vectors.length));
    }

    /** What its rows hold. */
    public Layout layout() {
        return layout;
    }

    /** Empties the block and makes room for {@code capacity} rows. */
    public void clear(int capacity) {
        rows = 0;
        skipped = 0;
        places = null;
        ensure(capacity);
    }

    /** Makes room for {@code capacity} rows in all and keeps those that are there. */
    public void ensure(int capacity) {
        truth = grow(truth, capacity * layout.truthWidth());
        vectors[0] = grow(vectors[0], capacity * layout.predictionWidth());
        for (int i = 1; i < vectors.length; i++) {
            vectors[i] = grow(vectors[i], capacity * layout.inputWidths()[i - 1]);
        }
        if (layout.weighted()) {
            weights = grow(weights, capacity);
        }
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].length < capacity) {
                texts[i] = Arrays.copyOf(texts[i], Math.max(capacity, 2 * texts[i].length));
            }
        }
    }

    private static double[] grow(double[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, Math.max(roomy(length), 2 * array.length));
    }

    /** An eighth more: blocks of one source are about as long, and the next one a row longer shall find room. */
    private static int roomy(int length) {
        return length < SMALL ? length : (int) Math.min((long) length + (length >> 3), Integer.MAX_VALUE - 8);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** Sets the number of rows that count, once their values are written. */
    public void rows(int count) {
        rows = count;
    }

    /** Truths, {@code truthWidth} a row. */
    public double[] truth() {
        return truth;
    }

    /** Predictions, {@code predictionWidth} a row. */
    public double[] prediction() {
        return vectors[0];
    }

    /** The predictions (0), then the further inputs in the layout's order. */
    public double[] vector(int i) {
        return vectors[i];
    }

    /** Weights, one a row; null where the layout has none. */
    public double[] weights() {
        return layout.weighted() ? weights : null;
    }

    /** Text column {@code i} of the layout, one text a row. */
    public String[] texts(int i) {
        return texts[i];
    }

    /** The number of this block in its source, from 0. */
    public long ordinal() {
        return ordinal;
    }

    /** Sets the number of this block in its source. */
    public void ordinal(long number) {
        ordinal = number;
    }

    /** How many rows were left out on their way into this block: missing or not finite, under a policy of skip. */
    public long skipped() {
        return skipped;
    }

    /** Counts rows that were left out. */
    public void skip(long count) {
        skipped += count;
    }

    /** Copies one row over another, with all that the layout has. */
    public void move(int from, int to) {
        if (from == to) {
            return;
        }
        move(truth, layout.truthWidth(), from, to);
        int[] widths = layout.vectorWidths();
        for (int i = 0; i < vectors.length; i++) {
            move(vectors[i], widths[i], from, to);
        }
        if (layout.weighted()) {
            weights[to] = weights[from];
        }
        for (String[] column : texts) {
            column[to] = column[from];
        }
    }

    private static void move(double[] values, int width, int from, int to) {
        System.arraycopy(values, from * width, values, to * width, width);
    }

    /** An array of at least {@code length} numbers to work in, the same at every call. */
    public double[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new double[roomy(length)];
        }
        return scratch;
    }

    /** Where the rows came from. */
    public Places places() {
        return places;
    }

    /** Says where the rows came from. */
    public void places(Places origin) {
        places = origin;
    }
}
