package lossctl.survey;

import lossctl.data.Block;
import lossctl.eval.Survey;
import lossctl.num.ExactSum;

/**
 * Where the residuals, prediction minus truth, lie, and how they go with the predictions. Of a sample of several outputs
 * each is one. Samples that weigh nothing do not count, nor do residuals that are not finite, which are counted apart.
 */
public final class Residuals implements Survey {
    /** Samples looked at in one call, so that the compiler counts calls and compiles nothing twice. */
    private static final int TURNS = 32;

    private final Histogram histogram = new Histogram();
    private final Grid grid = new Grid();
    private final Scatter scatter = new Scatter();
    private final ExactSum sum = new ExactSum();
    private final ExactSum weight = new ExactSum();
    private double[] residuals = {};
    /** The range of a block's residuals and predictions, and whether all are finite: 0 if so. */
    private double low;

    private double high;
    private double left;
    private double right;
    private double odd;
    private boolean weighted;
    private long notFinite;

    @Override
    public Residuals fresh() {
        return new Residuals();
    }

    @Override
    public void add(Block block, double[] truth, int truthWidth, double[] weights) {
        int outputs = block.layout().predictionWidth();
        int count = block.rows() * outputs;
        if (residuals.length < count) {
            residuals = new double[count];
        }
        double[] prediction = block.prediction();
        look(truth, prediction, count);
        // What is not finite makes the sum of its differences with itself NaN.
        if (odd == 0 && weights == null && count > 0) {
            histogram.reach(low, high);
            grid.reach(left, right, low, high);
            histogram.add(residuals, count);
            grid.add(prediction, residuals, count);
            sum.add(residuals, 0, count);
            scatter(prediction, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            addOne(prediction[i], residuals[i], weights == null ? 1 : weights[i / outputs], weights != null);
        }
    }

    /** Subtracts the truths and finds the block's range. */
    private void look(double[] truth, double[] prediction, int count) {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        left = Double.POSITIVE_INFINITY;
        right = Double.NEGATIVE_INFINITY;
        odd = 0;
        for (int i = 0; i < count; i += TURNS) {
            look(truth, prediction, i, Math.min(count, i + TURNS));
        }
    }

    private void look(double[] truth, double[] prediction, int from, int to) {
        double least = low;
        double greatest = high;
        double start = left;
        double end = right;
        double strange = odd;
        for (int i = from; i < to; i++) {
            double p = prediction[i];
            double e = p - truth[i];
            residuals[i] = e;
            strange += e - e;
            least = Math.min(least, e);
            greatest = Math.max(greatest, e);
            start = Math.min(start, p);
            end = Math.max(end, p);
        }
        low = least;
        high = greatest;
        left = start;
        right = end;
        odd = strange;
    }

    private void scatter(double[] prediction, int count) {
        for (int i = 0; i < count && scatter.isOpen(); i++) {
            scatter.add(prediction[i], residuals[i]);
        }
    }

    private void addOne(double p, double e, double w, boolean isWeighted) {
        if (!(w > 0)) {
            return;
        }
        if (e - e != 0) {
            notFinite++;
            return;
        }
        histogram.reach(e, e);
        grid.reach(p, p, e, e);
        if (isWeighted) {
            histogram.add(e, w);
            grid.add(p, e, w);
            sum.addProduct(e, w);
            weight.add(w);
            weighted = true;
        } else {
            histogram.add(e);
            grid.add(p, e);
            sum.add(e);
        }
        scatter.add(p, e);
    }

    @Override
    public void merge(Survey survey) {
        Residuals other = (Residuals) survey;
        histogram.merge(other.histogram);
        grid.merge(other.grid);
        scatter.merge(other.scatter);
        sum.merge(other.sum);
        weight.merge(other.weight);
        weighted |= other.weighted;
        notFinite += other.notFinite;
    }

    /** How many residuals there are that are finite and count. */
    public long n() {
        return histogram.n();
    }

    /** How many residuals are not finite. */
    public long notFinite() {
        return notFinite;
    }

    /** Whether samples weigh other than 1. */
    public boolean isWeighted() {
        return weighted;
    }

    /** Their mean, weighted where samples are: the bias; NaN where there is none. */
    public double mean() {
        return n() == 0 ? Double.NaN : weighted ? sum.over(weight) : sum.dividedBy(n());
    }

    /** Where they lie. */
    public Histogram histogram() {
        return histogram;
    }

    /** Where they lie over the predictions. */
    public Grid grid() {
        return grid;
    }

    /** The residuals over the predictions one by one, while they are few. */
    public Scatter scatter() {
        return scatter;
    }
}
