package lossctl.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.MarginLoss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.ResidualLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.loss.TupleLoss;
import lossctl.loss.UndefinedLoss;
import lossctl.num.DecimalWriter;
import lossctl.num.Interval;

/**
 * A loss as a function of one prediction, all else held still: its value and its derivative.
 *
 * <p>A loss of one prediction has its truth; a loss of classes has two classes, the first of them true, and moves along
 * the probability of the true class (the other has the rest) or along its score (the other has 0); any other loss of a
 * row or of several vectors moves the first prediction of its first worked example.
 */
public final class LossCurve {
    private static final int LOOKS = 16;

    private final Selection selection;
    private final double[] truth;
    private final double[] others;
    private final boolean shares;
    private final double[][] inputs;
    private final String label;
    private final String fixed;

    private LossCurve(
            Selection selection,
            double[] truth,
            double[] others,
            boolean shares,
            double[][] inputs,
            String label,
            String fixed) {
        this.selection = selection;
        this.truth = truth;
        this.others = others;
        this.shares = shares;
        this.inputs = inputs;
        this.label = label;
        this.fixed = fixed;
    }

    /**
     * The curve of a loss; null for one that has none: it needs all samples at once, or takes whole predictions only.
     *
     * @param truth what is held still; NaN for the truth that the loss is usually drawn at. Only losses of one truth
     *     and one prediction have a choice
     * @throws IllegalArgumentException where the loss is not defined at such a truth, with the reason in one line
     */
    public static LossCurve of(Selection selection, double truth) {
        Loss loss = selection.loss();
        if (loss.prediction().whole()) {
            return null;
        }
        if (loss instanceof PointwiseLoss) {
            return pointwise(selection, truth);
        }
        if (!(loss instanceof RowLoss) && !(loss instanceof TupleLoss)) {
            return null;
        }
        if (!Double.isNaN(truth)) {
            throw new IllegalArgumentException(
                    selection.spec().name() + " is drawn over the prediction of the true class, or over its own"
                            + " example: it has no single truth");
        }
        return loss instanceof RowLoss row && isOfClasses(row) ? classes(selection) : example(selection);
    }

    private static LossCurve pointwise(Selection selection, double truth) {
        Domain domain = selection.loss().truth();
        double[] usual = selection.spec().plotTruths();
        double at = Double.isNaN(truth) ? usual[usual.length - 1] : truth;
        boolean sign = domain.kind() == Domain.Kind.SIGN;
        boolean flag = sign || domain.kind() == Domain.Kind.FLAG;
        if (sign && at == 0) {
            at = -1;
        }
        boolean known = flag
                ? at == 1 || at == (sign ? -1 : 0)
                : domain.interval().contains(at) && (!domain.whole() || at == Math.rint(at));
        if (!known) {
            throw new IllegalArgumentException(
                    selection.spec().name() + " has no truth " + number(at) + ": " + domain.describe());
        }
        String label = domain.kind() == Domain.Kind.SIGN ? "score" : "prediction";
        double[] none = {};
        return new LossCurve(selection, new double[] {at}, none, false, new double[0][], label, "truth " + number(at));
    }

    private static boolean isOfClasses(RowLoss loss) {
        return loss instanceof ClassLoss
                || loss.prediction().isProbability()
                || loss.truth().isProbability();
    }

    private static LossCurve classes(Selection selection) {
        RowLoss loss = (RowLoss) selection.loss();
        boolean shares = loss.prediction().isProbability();
        double[] usual = selection.spec().plotTruths();
        double[] truth = truthOfTwo(loss, usual[usual.length - 1]);
        boolean certain = truth.length == 1 || truth[0] == 1;
        String first = certain ? "true class" : "first class";
        String others = shares ? "the other class has the rest" : "the other class has 0";
        return new LossCurve(
                selection,
                truth,
                new double[] {0},
                shares,
                new double[0][],
                (shares ? "probability of the " : "score of the ") + first,
                certain ? others : "the first class is true with " + number(truth[0]) + "; " + others);
    }

    /**
     * The truth of two classes that a loss is drawn at: the first is true, unless the loss names its probability, 0.7 say,
     * where a certain truth would cost Infinity everywhere.
     */
    static double[] truthOfTwo(RowLoss loss, double truth) {
        if (loss.truth().kind() != Domain.Kind.ROW) {
            return new double[] {0};
        }
        return truth > 0 && truth < 1 ? new double[] {truth, 1 - truth} : new double[] {1, 0};
    }

    /** Over the first example whose curve is not flat, or else the first. */
    private static LossCurve example(Selection selection) {
        LossCurve first = null;
        for (Example example : selection.spec().examples()) {
            if (!example.params().isEmpty() && example != last(selection.spec())) {
                continue;
            }
            double[] prediction = example.prediction()[0];
            List<double[]> inputs = new ArrayList<>();
            for (Input input : selection.loss().inputs()) {
                double[][] rows = example.inputs().get(input.name());
                inputs.add(rows == null ? new double[0] : rows[0]);
            }
            double[] truth = example.truth().length == 0 ? new double[0] : example.truth()[0];
            StringBuilder fixed = new StringBuilder(truth.length == 0 ? "" : "truth " + numbers(truth));
            if (prediction.length > 1) {
                fixed.append(fixed.length() == 0 ? "" : "; ")
                        .append("prediction x, ")
                        .append(numbers(Arrays.copyOfRange(prediction, 1, prediction.length)));
            }
            for (int i = 0; i < inputs.size(); i++) {
                fixed.append(fixed.length() == 0 ? "" : "; ")
                        .append(selection.loss().inputs().get(i).name())
                        .append(' ')
                        .append(numbers(inputs.get(i)));
            }
            double[] others = Arrays.copyOfRange(prediction, 1, prediction.length);
            String label = prediction.length > 1 ? "first prediction, x" : "prediction";
            LossCurve curve = new LossCurve(
                    selection, truth, others, false, inputs.toArray(new double[0][]), label, fixed.toString());
            if (!curve.isFlat()) {
                return curve;
            }
            first = first == null ? curve : first;
        }
        return first;
    }

    /** Whether the loss is the same wherever it is looked at within its usual range. */
    boolean isFlat() {
        double[] range = range();
        double[] at = new double[2];
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= LOOKS; i++) {
            at(range[0] + (range[1] - range[0]) * i / LOOKS, at);
            least = at[0] < least ? at[0] : least;
            greatest = at[0] > greatest ? at[0] : greatest;
        }
        return least >= greatest;
    }

    private static Example last(Spec spec) {
        return spec.examples().get(spec.examples().size() - 1);
    }

    /** The loss, with its parameters. */
    Selection selection() {
        return selection;
    }

    /** What the horizontal axis shows. */
    String label() {
        return label;
    }

    /** What is held still, in words. */
    String fixed() {
        return fixed;
    }

    /** The truth that is held still: one value, a row, or nothing. */
    double[] truth() {
        return truth.clone();
    }

    /** The prediction, one value or a row, that stands at {@code x}. */
    double[] prediction(double x) {
        double[] row = new double[1 + others.length];
        row[0] = x;
        System.arraycopy(others, 0, row, 1, others.length);
        if (shares) {
            row[1] = 1 - x;
        }
        return row;
    }

    /** The further inputs, in the order of the loss. */
    double[][] inputs() {
        return inputs.clone();
    }

    /** The canonical name of the loss. */
    public String name() {
        return selection.spec().name();
    }

    /** Whether there is any prediction from {@code low} to {@code high}. */
    public boolean isWithin(double low, double high) {
        Interval domain = domain();
        return domain.contains(low)
                || domain.contains(high)
                || low <= domain.low() && high >= domain.high() && domain.low() < domain.high();
    }

    /**
     * Where a sample lies on the axis, into {@code at}; returns how many places it has. Under a loss of the residual, or
     * of the margin, alone that is where the curve has the sample's residual or margin; under other losses of one truth
     * it is the prediction, and samples of other flags have no place; under a loss of classes it is the prediction of the
     * true class. Further outputs of a sample count for themselves.
     */
    public int places(
            double[] truths, int truthAt, int truthWidth, double[] predictions, int from, int width, double[] at) {
        Loss loss = selection.loss();
        if (!(loss instanceof PointwiseLoss)) {
            at[0] = predictions[from + (others.length == 1 ? trueClass(truths, truthAt, truthWidth, width) : 0)];
            return 1;
        }
        int n = 0;
        for (int j = 0; j < width; j++) {
            double its = truths[truthAt + Math.min(j, truthWidth - 1)];
            double x = predictions[from + j];
            if (loss instanceof ResidualLoss) {
                at[n++] = truth[0] + (x - its);
            } else if (loss instanceof MarginLoss) {
                at[n++] = its > 0 == truth[0] > 0 ? x : -x;
            } else if (loss.truth().kind() != Domain.Kind.FLAG || its == truth[0]) {
                at[n++] = x;
            }
        }
        return n;
    }

    private static int trueClass(double[] truths, int from, int width, int classes) {
        if (width == 1) {
            return (int) Math.max(0, Math.min(classes - 1, truths[from]));
        }
        int greatest = 0;
        for (int i = 1; i < width; i++) {
            greatest = truths[from + i] > truths[from + greatest] ? i : greatest;
        }
        return greatest;
    }

    /** Where predictions may lie. */
    public Interval domain() {
        return selection.loss().prediction().interval();
    }

    /** Where the curve is usually drawn, within the domain; around the truth for a loss of the residual. */
    public double[] range() {
        double[] range = selection.spec().plotRange();
        double moved = selection.loss() instanceof ResidualLoss ? truth[0] : 0;
        double low = Math.max(range[0] + moved, domain().low());
        double high = Math.min(range[1] + moved, domain().high());
        return low < high ? new double[] {low, high} : range;
    }

    /** Where the slope is known to jump, in no order; empty for losses of more than one prediction. */
    double[] kinks() {
        return selection.loss() instanceof PointwiseLoss loss ? loss.kinks(truth[0]) : PointwiseLoss.NO_KINKS;
    }

    /** The value at {@code x} into {@code at[0]} and the derivative into {@code at[1]}; NaN where there is none. */
    void at(double x, double[] at) {
        at[0] = Double.NaN;
        at[1] = Double.NaN;
        if (!domain().contains(x)) {
            return;
        }
        try {
            Loss loss = selection.loss();
            double[] row = prediction(x);
            if (loss instanceof PointwiseLoss pointwise) {
                at[0] = pointwise.value(truth[0], x);
                at[1] = pointwise.slope(truth[0], x);
            } else if (loss instanceof RowLoss of) {
                at[0] = of.value(truth, row);
                double[] gradient = new double[row.length];
                of.gradient(truth, row, gradient);
                at[1] = gradient[0];
            } else if (loss instanceof TupleLoss of) {
                double[][] vectors = vectors(row);
                at[0] = of.value(truth, vectors);
                double[][] gradients = vectors(row);
                of.gradient(truth, vectors, gradients);
                at[1] = gradients[0][0];
            }
        } catch (UndefinedLoss e) {
            // No value here: the curve has a gap.
        }
    }

    private double[][] vectors(double[] row) {
        double[][] vectors = new double[1 + inputs.length][];
        vectors[0] = row.clone();
        for (int i = 0; i < inputs.length; i++) {
            vectors[i + 1] = inputs[i].clone();
        }
        return vectors;
    }

    static String numbers(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.length() == 0 ? "" : ", ").append(number(value));
        }
        return text.toString();
    }

    static String number(double x) {
        String text = DecimalWriter.text(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
