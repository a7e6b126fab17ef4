package lossctl.survey;

import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.eval.Survey;
import lossctl.num.ExactSum;

/**
 * Which class is taken for which: how many samples of each class were predicted to be of each. The predicted class is that
 * of the greatest score, the first of several; of a single prediction it is the prediction itself, a class index, or, where
 * there is a threshold, 1 for one above it and else 0.
 */
public final class Confusion implements Survey {
    /** Classes beyond this many are left out: the matrix grows with the square. */
    public static final int MOST = 1_000;

    private final double threshold;
    private List<String> columns = List.of();
    private long[][] counts = {};
    private ExactSum[][] weights;
    private long beyond;
    private boolean weighted;

    /** An empty one; {@code threshold} is NaN where single predictions are class indices. */
    public Confusion(double threshold) {
        this.threshold = threshold;
    }

    @Override
    public Confusion fresh() {
        return new Confusion(threshold);
    }

    @Override
    public void add(Block block, double[] truth, int truthWidth, double[] weight) {
        int outputs = block.layout().predictionWidth();
        double[] all = block.prediction();
        columns = block.layout().predictionNames();
        grow(Math.min(outputs, MOST));
        for (int row = 0; row < block.rows(); row++) {
            double w = weight == null ? 1 : weight[row];
            if (w > 0) {
                int predicted = outputs == 1 ? single(all[row]) : best(all, row * outputs, outputs);
                int label = truthWidth == 1 ? (int) truth[row] : best(truth, row * truthWidth, truthWidth);
                add(label, predicted, w, weight != null);
            }
        }
    }

    private int single(double prediction) {
        return Double.isNaN(threshold) ? (int) prediction : prediction > threshold ? 1 : 0;
    }

    private static int best(double[] all, int from, int outputs) {
        int best = 0;
        for (int j = 1; j < outputs; j++) {
            if (all[from + j] > all[from + best]) {
                best = j;
            }
        }
        return best;
    }

    private void add(int truth, int predicted, double w, boolean isWeighted) {
        if (Math.max(truth, predicted) >= MOST || Math.min(truth, predicted) < 0) {
            beyond++;
            return;
        }
        grow(Math.max(truth, predicted) + 1);
        counts[truth][predicted]++;
        if (isWeighted) {
            sum(truth, predicted).add(w);
        }
    }

    private ExactSum sum(int truth, int predicted) {
        weighted = true;
        if (weights == null) {
            weights = new ExactSum[counts.length][counts.length];
        }
        if (weights[truth][predicted] == null) {
            weights[truth][predicted] = ExactSum.compact();
        }
        return weights[truth][predicted];
    }

    private void grow(int classes) {
        if (classes <= counts.length) {
            return;
        }
        int old = counts.length;
        counts = Arrays.copyOf(counts, classes);
        for (int i = 0; i < classes; i++) {
            counts[i] = i < old ? Arrays.copyOf(counts[i], classes) : new long[classes];
        }
        if (weights != null) {
            weights = Arrays.copyOf(weights, classes);
            for (int i = 0; i < classes; i++) {
                weights[i] = i < old ? Arrays.copyOf(weights[i], classes) : new ExactSum[classes];
            }
        }
    }

    @Override
    public void merge(Survey survey) {
        Confusion other = (Confusion) survey;
        grow(other.counts.length);
        beyond += other.beyond;
        columns = columns.isEmpty() ? other.columns : columns;
        for (int i = 0; i < other.counts.length; i++) {
            for (int j = 0; j < other.counts.length; j++) {
                counts[i][j] += other.counts[i][j];
                if (other.weights != null && other.weights[i][j] != null) {
                    sum(i, j).merge(other.weights[i][j]);
                }
            }
        }
    }

    /** How many classes there are: the greatest index that was met, or that there is a score for, and one more. */
    public int classes() {
        return counts.length;
    }

    /** The names of the predictions' columns; none where there was no sample. */
    public List<String> columns() {
        return columns;
    }

    /** How many samples are of a class that is left out, or were predicted to be. */
    public long beyond() {
        return beyond;
    }

    /** How many samples count. */
    public long n() {
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            n += truths(i);
        }
        return n;
    }

    /** How many samples are of a class. */
    public long truths(int truth) {
        long n = 0;
        for (long count : counts[truth]) {
            n += count;
        }
        return n;
    }

    /** How many samples of a class were predicted to be of another, or the same. */
    public long count(int truth, int predicted) {
        return counts[truth][predicted];
    }

    /** Whether samples weigh other than 1. */
    public boolean isWeighted() {
        return weighted;
    }

    /** What these samples weigh; their number where each weighs 1. */
    public double weight(int truth, int predicted) {
        if (!weighted) {
            return counts[truth][predicted];
        }
        return weights[truth][predicted] == null ? 0 : weights[truth][predicted].value();
    }

    /** The share of a class's weight that was predicted to be of another, or the same; NaN for a class without samples. */
    public double share(int truth, int predicted) {
        ExactSum row = new ExactSum();
        for (int j = 0; j < counts.length; j++) {
            row.add(weight(truth, j));
        }
        return row.isZero() ? Double.NaN : weight(truth, predicted) / row.value();
    }

    /** The share of all weight on the diagonal; NaN for no samples. */
    public double accuracy() {
        ExactSum hits = new ExactSum();
        ExactSum all = new ExactSum();
        for (int i = 0; i < counts.length; i++) {
            hits.add(weight(i, i));
            for (int j = 0; j < counts.length; j++) {
                all.add(weight(i, j));
            }
        }
        return all.isZero() ? Double.NaN : hits.over(all);
    }
}
