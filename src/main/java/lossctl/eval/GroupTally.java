package lossctl.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.loss.GroupLoss;
import lossctl.loss.Manner;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** All samples, for a loss that needs them together: as large as the data. Kept in the order of the source. */
final class GroupTally implements Tally {
    private record Piece(int source, long ordinal, int count, double[] truth, double[][] vectors, double[] weights) {}

    private final GroupLoss loss;
    private final Manner manner;
    private final int truthWidth;
    private final int[] vectorOf;
    private final int[] widths;
    private List<Piece> pieces = new ArrayList<>();
    private int sources = 1;
    private long n;

    GroupLoss loss() {
        return loss;
    }

    private GroupTally(GroupTally like) {
        loss = like.loss;
        manner = like.manner;
        truthWidth = like.truthWidth;
        vectorOf = like.vectorOf;
        widths = like.widths;
    }

    /** A tally of the same loss without samples. */
    GroupTally empty() {
        return new GroupTally(this);
    }

    GroupTally(GroupLoss loss, Manner manner, Layout layout, int truthWidth) {
        this.loss = loss;
        this.manner = manner;
        this.truthWidth = truthWidth;
        int count = loss.inputs().size() + 1;
        vectorOf = new int[count];
        widths = new int[count];
        for (int v = 0; v < count; v++) {
            vectorOf[v] = v == 0
                    ? 0
                    : layout.inputs().indexOf(loss.inputs().get(v - 1).name()) + 1;
            widths[v] = layout.vectorWidths()[vectorOf[v]];
        }
    }

    @Override
    public void add(Block block, double[] truth, double[] weights) {
        int rows = block.rows();
        double[][] vectors = new double[widths.length][];
        for (int v = 0; v < vectors.length; v++) {
            vectors[v] = Arrays.copyOf(block.vector(vectorOf[v]), rows * widths[v]);
        }
        double[] weight = weights == null ? null : Arrays.copyOf(weights, rows);
        pieces.add(new Piece(0, block.ordinal(), rows, Arrays.copyOf(truth, rows * truthWidth), vectors, weight));
        n += rows;
    }

    /** Adds some samples of a block: {@code which[from, to)}, ascending. */
    void add(Block block, double[] truth, double[] weights, int[] which, int from, int to) {
        double[][] vectors = new double[widths.length][];
        for (int v = 0; v < vectors.length; v++) {
            vectors[v] = rows(block.vector(vectorOf[v]), widths[v], which, from, to);
        }
        double[] weight = weights == null ? null : rows(weights, 1, which, from, to);
        double[] truths = rows(truth, truthWidth, which, from, to);
        pieces.add(new Piece(0, block.ordinal(), to - from, truths, vectors, weight));
        n += to - from;
    }

    private static double[] rows(double[] values, int width, int[] which, int from, int to) {
        double[] some = new double[(to - from) * width];
        for (int i = from; i < to; i++) {
            System.arraycopy(values, which[i] * width, some, (i - from) * width, width);
        }
        return some;
    }

    /** Samples of another thread of the same source keep the source's order; see {@link #append} for other sources. */
    @Override
    public void merge(Tally tally) {
        GroupTally other = (GroupTally) tally;
        pieces.addAll(other.pieces);
        n += other.n;
    }

    /** Adds the samples of a further source behind those of this one. */
    void append(GroupTally other) {
        for (Piece piece : other.pieces) {
            pieces.add(new Piece(
                    sources + piece.source, piece.ordinal, piece.count, piece.truth, piece.vectors, piece.weights));
        }
        sources += other.sources;
        n += other.n;
    }

    @Override
    public void save(StateWriter out) {
        out.integer(sources);
        out.integer(pieces.size());
        for (Piece piece : pieces) {
            out.integer(piece.source);
            out.integer(piece.ordinal);
            out.integer(piece.count);
            out.numbers(piece.truth, piece.truth.length);
            for (double[] vector : piece.vectors) {
                out.numbers(vector, vector.length);
            }
            out.flag(piece.weights != null);
            if (piece.weights != null) {
                out.numbers(piece.weights, piece.count);
            }
        }
    }

    /** On an empty tally only: what it reads are the samples of one source, in their order. */
    @Override
    public void load(StateReader in) {
        sources = (int) in.integer();
        int count = in.count(1);
        for (int i = 0; i < count; i++) {
            int source = (int) in.integer();
            long ordinal = in.integer();
            int rows = (int) in.integer();
            double[] truth = read(in, rows * truthWidth);
            double[][] vectors = new double[widths.length][];
            for (int v = 0; v < vectors.length; v++) {
                vectors[v] = read(in, rows * widths[v]);
            }
            pieces.add(new Piece(source, ordinal, rows, truth, vectors, in.flag() ? read(in, rows) : null));
            n += rows;
        }
    }

    private static double[] read(StateReader in, int length) {
        double[] values = in.numbers();
        if (values.length != length) {
            throw StateReader.broken();
        }
        return values;
    }

    @Override
    public long n() {
        return n;
    }

    @Override
    public double value(Reduction reduction) {
        if (n == 0 && !loss.hasValueOfNothing()) {
            throw new Refusal(Refusal.Code.EMPTY, "no samples: the loss of nothing has no value");
        }
        if (manner.refusesWeightless() && n > 0 && isWeightless()) {
            throw SummaryTally.weightless();
        }
        Samples all = samples();
        try {
            return loss.value(all);
        } catch (ArithmeticException e) {
            return Double.NaN; // exact steps take no sum that is not finite
        } catch (UndefinedLoss e) {
            throw new Refusal(Refusal.Code.UNDEFINED, e.getMessage());
        }
    }

    private boolean isWeightless() {
        for (Piece piece : pieces) {
            for (int i = 0; i < piece.count; i++) {
                if (piece.weights == null || piece.weights[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All samples, in the order of their source. */
    Samples samples() {
        int count = Math.toIntExact(n);
        pieces.sort(Comparator.comparingInt(Piece::source).thenComparingLong(Piece::ordinal));
        double[] truth = new double[count * truthWidth];
        double[][] vectors = new double[widths.length][];
        for (int v = 0; v < vectors.length; v++) {
            vectors[v] = new double[count * widths[v]];
        }
        double[] weights = pieces.isEmpty() || pieces.get(0).weights == null ? null : new double[count];
        int at = 0;
        for (Piece piece : pieces) {
            System.arraycopy(piece.truth, 0, truth, at * truthWidth, piece.truth.length);
            for (int v = 0; v < vectors.length; v++) {
                System.arraycopy(piece.vectors[v], 0, vectors[v], at * widths[v], piece.vectors[v].length);
            }
            if (weights != null) {
                System.arraycopy(piece.weights, 0, weights, at, piece.count);
            }
            at += piece.count;
        }
        return new Samples(count, truth, truthWidth, vectors, widths, weights);
    }
}
