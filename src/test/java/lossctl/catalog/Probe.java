package lossctl.catalog;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.TupleLoss;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Interval;

/** A loss of any family at a random place of its domain, as a function of its variables: predictions, then inputs. */
final class Probe {
    private static final int DRAWS = 10_000;

    private final Loss loss;
    private final int rows;
    private final int[] widths;
    private final double[][] truth;
    private final double[] weights;
    private final double[][] vectors;

    /** A place by its numbers; a row of truths and of each vector for each sample. */
    Probe(Loss loss, double[][] truth, double[][]... vectors) {
        this.loss = loss;
        this.truth = truth;
        rows = truth.length;
        widths = new int[vectors.length];
        this.vectors = new double[vectors.length][];
        for (int v = 0; v < vectors.length; v++) {
            widths[v] = vectors[v][0].length;
            this.vectors[v] = flat(vectors[v]);
        }
        weights = new double[rows];
        Arrays.fill(weights, 1);
    }

    Probe(Loss loss, Chance chance) {
        this.loss = loss;
        boolean whole = loss instanceof SummaryLoss || loss instanceof GroupLoss;
        rows = whole ? 6 : 1;
        boolean rowwise = loss instanceof RowLoss || loss.prediction().kind() == Domain.Kind.ROW;
        int outputs = rowwise ? 2 + chance.below(4) : loss instanceof SummaryLoss ? 2 : 1;
        widths = new int[1 + loss.inputs().size()];
        vectors = new double[widths.length][];
        truth = new double[rows][];
        weights = new double[rows];
        for (int v = 0; v < widths.length; v++) {
            Domain domain =
                    v == 0 ? loss.prediction() : loss.inputs().get(v - 1).domain();
            Input.Width width = v == 0
                    ? Input.Width.AS_PREDICTION
                    : loss.inputs().get(v - 1).width();
            widths[v] = width == Input.Width.ONE ? 1 : width == Input.Width.ANY ? 3 : outputs;
            vectors[v] = new double[rows * widths[v]];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(chance.row(domain, widths[v]), 0, vectors[v], row * widths[v], widths[v]);
            }
        }
        for (int row = 0; row < rows; row++) {
            truth[row] = truth(chance, outputs);
            weights[row] = chance.between(0.5, 2);
        }
    }

    /**
     * A random place at which the loss has a value. What it refuses is drawn again, in another shape, unless putting its
     * numbers in order helps.
     */
    static Probe defined(Loss loss, Chance chance) {
        for (int i = 0; i < DRAWS; i++) {
            Probe probe = new Probe(loss, chance);
            if (probe.isDefined()) {
                return probe;
            }
            Probe ordered = probe.ordered();
            if (ordered.isDefined()) {
                return ordered;
            }
        }
        throw new IllegalStateException(loss + " is defined at none of " + DRAWS + " places");
    }

    private boolean isDefined() {
        try {
            value();
            return true;
        } catch (UndefinedLoss e) {
            return false;
        }
    }

    /** The same numbers as lower and upper ends: of a row its halves, and each truth below the inputs beside it. */
    private Probe ordered() {
        double[][] truths = new double[rows][];
        double[][] ends = vectors.clone();
        for (int row = 0; row < rows; row++) {
            truths[row] = halvesInOrder(truth[row], truth[row].length);
        }
        ends[0] = halvesInOrder(vectors[0], widths[0]);
        for (int v = 1; v < ends.length; v++) {
            Domain domain = loss.inputs().get(v - 1).domain();
            boolean alike = isPlain(domain) && isPlain(loss.truth()) && widths[v] == truths[0].length;
            ends[v] = vectors[v].clone();
            for (int i = 0; alike && i < ends[v].length; i++) {
                double[] lower = truths[i / widths[v]];
                int j = i % widths[v];
                double low = Math.min(lower[j], ends[v][i]);
                double high = Math.max(lower[j], ends[v][i]);
                // what is out of the domain of one leaves the other as both ends
                lower[j] = loss.truth().interval().contains(low) ? low : high;
                ends[v][i] = domain.interval().contains(high) ? high : low;
            }
        }
        return new Probe(this, truths, weights, ends);
    }

    /** Numbers for which their order is all that may be wrong. */
    private static boolean isPlain(Domain domain) {
        boolean numbers = domain.kind() == Domain.Kind.NUMBER || domain.kind() == Domain.Kind.ROW;
        return numbers && !domain.whole() && !domain.sumsToOne();
    }

    private static double[] halvesInOrder(double[] values, int width) {
        double[] ordered = values.clone();
        int half = width / 2;
        for (int i = 0; i < values.length && width % 2 == 0; i++) {
            if (i % width < half) {
                ordered[i] = Math.min(values[i], values[i + half]);
                ordered[i + half] = Math.max(values[i], values[i + half]);
            }
        }
        return ordered;
    }

    /** The same truth, weights and inputs with other predictions. */
    Probe with(double[] predictions) {
        return new Probe(this, predictions);
    }

    private Probe(Probe other, double... predictions) {
        this(other, other.truth, other.weights, other.vectors.clone());
        vectors[0] = predictions;
    }

    private Probe(Probe other, double[][] truth, double[] weights, double[][] vectors) {
        loss = other.loss;
        rows = other.rows;
        widths = other.widths;
        this.truth = truth;
        this.weights = weights;
        this.vectors = vectors;
    }

    /** The first prediction of each row so near to the lower end of its domain; null where that is infinite. */
    Probe nearEnd(double distance) {
        Interval interval = loss.prediction().interval();
        double[] predictions = vectors[0].clone();
        for (int i = 0; i < predictions.length; i += widths[0]) {
            predictions[i] = interval.low() + distance;
        }
        return interval.contains(predictions[0]) ? with(predictions) : null;
    }

    /**
     * The same place with about half of its predictions and inputs moved to where losses have their kinks and cases: to
     * another value of the place or a truth, to 0 or to 1, as far as the domain has them; some truths and weights are 0.
     */
    Probe cornered(Chance chance) {
        double[][] corners = new double[vectors.length][];
        for (int v = 0; v < vectors.length; v++) {
            corners[v] = vectors[v].clone();
        }
        double[][] truths = truth.clone();
        double[] counts = weights.clone();
        Domain domain = loss.truth();
        boolean zero = domain.kind() == Domain.Kind.NUMBER && domain.interval().contains(0)
                || domain.kind() == Domain.Kind.ROW && domain.interval().low() == 0;
        for (int row = 0; row < rows; row++) {
            truths[row] = truth[row].clone();
            for (int j = 0; zero && j < truths[row].length; j++) {
                truths[row][j] = chance.happens(0.3) ? 0 : truths[row][j];
            }
            counts[row] = rows > 1 && chance.happens(0.1) ? 0 : counts[row];
        }
        Probe cornered = new Probe(this, truths, counts, corners);
        double[] all = flat(truths);
        for (int i = 0; i < size(); i++) {
            double[] choices = {
                0,
                1,
                get(chance.below(size())),
                get(chance.below(size())),
                all.length == 0 ? 0 : all[chance.below(all.length)],
                all.length == 0 ? 0 : all[i % all.length],
                all.length == 0 ? 0 : all[i % all.length]
            };
            double choice = choices[chance.below(choices.length)];
            if (chance.happens(0.5) && interval(i).contains(choice)) {
                cornered.set(i, choice);
            }
        }
        return cornered;
    }

    /** Other predictions of the same shape at which the loss has a value too. */
    double[] drawn(Chance chance) {
        for (int i = 0; i < DRAWS; i++) {
            double[] drawn = any(chance);
            if (with(drawn).isDefined()) {
                return drawn;
            }
            double[] ordered = halvesInOrder(drawn, widths[0]);
            if (with(ordered).isDefined()) {
                return ordered;
            }
        }
        throw new IllegalStateException(loss + " is defined at none of " + DRAWS + " predictions");
    }

    private double[] any(Chance chance) {
        double[] drawn = new double[vectors[0].length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(chance.row(loss.prediction(), widths[0]), 0, drawn, row * widths[0], widths[0]);
        }
        return drawn;
    }

    /** The predictions. */
    double[] prediction() {
        return vectors[0];
    }

    /** The truths as predictions; null where they are of another shape or not in the domain of predictions. */
    double[] truthAsPrediction() {
        double[] flat = flat(truth);
        // one number or vector is the truth of each member of an ensemble
        boolean one = flat.length == 1 && loss.truth().kind() == Domain.Kind.NUMBER;
        if (rows == 1 && (one || loss.truth().kind() == Domain.Kind.VECTOR) && widths[0] % flat.length == 0) {
            flat = new double[widths[0]];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = truth[0][i % truth[0].length];
            }
        }
        boolean alike = flat.length == vectors[0].length
                && loss.truth().kind() != Domain.Kind.SIGN
                && loss.truth().kind() != Domain.Kind.LABEL
                && loss.truth().kind() != Domain.Kind.GROUP;
        for (double t : flat) {
            alike &= loss.prediction().interval().contains(t);
        }
        return alike ? flat : null;
    }

    /** The same truth of a pointwise loss with another prediction. */
    Probe at(double prediction) {
        return new Probe(this, prediction);
    }

    /** The truth of a pointwise loss. */
    double truth() {
        return truth[0][0];
    }

    /** The kinks of a pointwise loss at this truth. */
    double[] kinks() {
        return ((PointwiseLoss) loss).kinks(truth[0][0]);
    }

    private double[] truth(Chance chance, int outputs) {
        Domain domain = loss.truth();
        return switch (domain.kind()) {
            case NONE -> new double[0];
            case ROW -> chance.row(domain, outputs);
            case LABELS, VECTOR, GROUP -> chance.row(domain, domain.kind() == Domain.Kind.GROUP ? 1 : 2);
            default -> {
                boolean each = loss instanceof PointwiseLoss || loss instanceof SummaryLoss;
                double[] truth = new double[each && domain.kind() != Domain.Kind.LABEL ? outputs : 1];
                for (int i = 0; i < truth.length; i++) {
                    truth[i] = chance.truth(domain, outputs);
                }
                yield truth;
            }
        };
    }

    /** Whether these are labels that no sequence of so few steps can have: they cost Infinity. */
    boolean isImpossible() {
        return loss.truth().kind() == Domain.Kind.LABELS && value() == Double.POSITIVE_INFINITY;
    }

    /** How many variables there are; inputs of whole numbers or flags, which come last, are none. */
    int size() {
        int size = 0;
        for (int v = 0; v < vectors.length; v++) {
            Domain domain = v == 0 ? null : loss.inputs().get(v - 1).domain();
            boolean apart = v > 0 && (domain.whole() || domain.kind() == Domain.Kind.FLAG);
            size += apart ? 0 : vectors[v].length;
        }
        return size;
    }

    /** How many of them are predictions. */
    int predictions() {
        return vectors[0].length;
    }

    private int vector(int i) {
        int v = 0;
        for (int rest = i; rest >= vectors[v].length; v++) {
            rest -= vectors[v].length;
        }
        return v;
    }

    private int place(int i) {
        int rest = i;
        for (int v = 0; rest >= vectors[v].length; v++) {
            rest -= vectors[v].length;
        }
        return rest;
    }

    double get(int i) {
        return vectors[vector(i)][place(i)];
    }

    void set(int i, double value) {
        vectors[vector(i)][place(i)] = value;
    }

    Interval interval(int i) {
        int v = vector(i);
        return (v == 0 ? loss.prediction() : loss.inputs().get(v - 1).domain()).interval();
    }

    /**
     * How far a variable may be moved either way before it meets a kink that is told or the end of its domain, or the loss
     * has no value; 0 where it cannot be moved by itself, as a time that is known exactly.
     */
    double room(int i) {
        double x = get(i);
        if (Double.isInfinite(x)) {
            return 0;
        }
        double room = told(i);
        for (double least = room / 1e9; room > least; room /= 2) {
            if (isDefined(i, x - room) && isDefined(i, x + room)) {
                set(i, x);
                return room;
            }
        }
        set(i, x);
        return 0;
    }

    private boolean isDefined(int i, double x) {
        set(i, x);
        return isDefined();
    }

    private double told(int i) {
        double x = get(i);
        double room = Math.min(x - interval(i).low(), interval(i).high() - x);
        if (loss instanceof PointwiseLoss pointwise) {
            for (double kink : pointwise.kinks(truth[0][0])) {
                room = Math.min(room, Math.abs(x - kink));
            }
        }
        // other families do not tell their kinks: a small step seldom meets one
        boolean smooth = loss instanceof PointwiseLoss || loss instanceof SummaryLoss;
        return Math.min(room, smooth ? 1 + Math.abs(x) / 4 : (0.01 + Math.abs(x)) / 50);
    }

    double value() {
        if (loss instanceof PointwiseLoss pointwise) {
            return pointwise.value(truth[0][0], vectors[0][0]);
        } else if (loss instanceof RowLoss row) {
            return row.value(truth[0], vectors[0]);
        } else if (loss instanceof TupleLoss tuple) {
            return tuple.value(truth[0], vectors);
        } else if (loss instanceof SummaryLoss summary) {
            return summary.value(sums(summary));
        }
        return ((GroupLoss) loss).value(samples());
    }

    double[] gradient() {
        double[][] gradients = new double[vectors.length][];
        for (int v = 0; v < vectors.length; v++) {
            gradients[v] = new double[vectors[v].length];
        }
        if (loss instanceof PointwiseLoss pointwise) {
            gradients[0][0] = pointwise.slope(truth[0][0], vectors[0][0]);
        } else if (loss instanceof RowLoss row) {
            row.gradient(truth[0], vectors[0], gradients[0]);
        } else if (loss instanceof TupleLoss tuple) {
            tuple.gradient(truth[0], vectors, gradients);
        } else if (loss instanceof SummaryLoss summary) {
            Sums sums = sums(summary);
            double[] gradient = new double[widths[0]];
            for (int row = 0; row < rows; row++) {
                summary.gradient(sums, truth[row], row(row), weights[row], gradient);
                System.arraycopy(gradient, 0, gradients[0], row * widths[0], widths[0]);
            }
        } else {
            ((GroupLoss) loss).gradient(samples(), gradients);
        }
        return flat(gradients);
    }

    /** The diagonal of the Hessian by the predictions; null for families without one. */
    double[] hessian() {
        double[] diagonal = new double[vectors[0].length];
        if (loss instanceof PointwiseLoss pointwise) {
            diagonal[0] = pointwise.curvature(truth[0][0], vectors[0][0]);
        } else if (loss instanceof RowLoss row) {
            row.hessian(truth[0], vectors[0], diagonal);
        } else if (loss instanceof TupleLoss tuple) {
            tuple.hessian(truth[0], vectors, diagonal);
        } else if (loss instanceof GroupLoss group) {
            group.hessian(samples(), diagonal);
        } else {
            return null;
        }
        return diagonal;
    }

    private double[] row(int row) {
        return Arrays.copyOfRange(vectors[0], row * widths[0], (row + 1) * widths[0]);
    }

    private Sums sums(SummaryLoss summary) {
        Sums sums = new Sums(summary.sums(widths[0]), widths[0]);
        for (int row = 0; row < rows; row++) {
            summary.add(sums, truth[row], row(row), weights[row]);
            sums.countSample(weights[row]);
        }
        return sums;
    }

    private Samples samples() {
        return new Samples(rows, flat(truth), truth[0].length, vectors, widths, weights);
    }

    private static double[] flat(double[][] parts) {
        int length = 0;
        for (double[] part : parts) {
            length += part.length;
        }
        double[] flat = new double[length];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, flat, at, part.length);
            at += part.length;
        }
        return flat;
    }

    /**
     * The size of terms that cancel inside a loss however smooth it is: the probabilities of all alignments, which are 1
     * together where the loss is next to nothing.
     */
    double terms() {
        return loss.getClass().getSimpleName().equals("Ctc") ? 1 : 0;
    }

    /**
     * Which case of its formula the loss is in, as far as predictions, truths and inputs tell by their order: how many of the
     * kinks that it tells are below, how a box lies to the other one, what is known of a time. Empty for other losses.
     */
    String piece() {
        if (loss instanceof PointwiseLoss) {
            double[] kinks = kinks();
            return "above "
                    + Arrays.stream(kinks).filter(kink -> kink < vectors[0][0]).count() + " of " + kinks.length
                    + " kinks";
        }
        if (loss.getClass().getPackageName().endsWith(".detection")) {
            return "x " + order(0) + ", y " + order(1);
        }
        if (loss.getClass().getSimpleName().equals("Aft")) {
            double upper = vectors[1][0];
            double lower = truth[0][0];
            return upper == lower ? "exact" : lower == 0 ? "from 0" : Double.isInfinite(upper) ? "for ever" : "between";
        }
        return "";
    }

    private String order(int axis) {
        double low = truth[0][axis];
        double high = truth[0][axis + 2];
        double from = vectors[0][axis];
        double to = vectors[0][axis + 2];
        if (to < low || from > high) {
            return to < low ? "below" : "above";
        }
        return (from < low ? "from below" : "from inside") + (to > high ? " to above" : " to inside");
    }

    @Override
    public String toString() {
        return loss + " at " + Arrays.deepToString(truth) + ", " + Arrays.deepToString(vectors);
    }
}
