package lossctl.catalog.sequence;

import java.util.Arrays;
import java.util.List;
import lossctl.catalog.categorical.Softmax;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.loss.TupleLoss;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The negative log-likelihood of a list of labels, over all its alignments with the steps of a sequence.
 *
 * @param classes how many classes a step has, the blank among them
 * @param blank the class that stands for no label
 * @param fromLogits whether predictions are raw scores
 * @param zeroInfinity whether labels without an alignment cost nothing
 */
public record Ctc(int classes, int blank, boolean fromLogits, boolean zeroInfinity) implements TupleLoss {
    public static final Spec SPEC = Spec.of("ctc", new Ctc(2, 0, false, false))
            .summary("connectionist temporal classification: labels of a sequence, their places unknown")
            .aliases("ctc_loss")
            .formula("-ln sum over alignments of product over steps of p[step, class of the alignment]")
            .slope("-(share of the alignments that are at the class at the step);  from logits softmax(x) minus that")
            .integer("classes", 2, Interval.atLeast(1), "classes a step, the blank among them")
            .integer("blank", 0, Interval.NON_NEGATIVE, "the class that stands for no label")
            .flag("from_logits", "predictions are raw scores, not log-probabilities")
            .flag("zero_infinity", "labels that have no alignment cost 0, not Infinity")
            .traits(Trait.SMOOTH, Trait.LIPSCHITZ)
            .note("A prediction row holds the log-probabilities of all classes step by step: steps x classes values.")
            .note("The truth lists the labels; places behind target_lengths are not read.")
            .note("More labels than steps leave room for have no alignment: Infinity, and no gradient.")
            .example(Example.row(new double[] {1}, -1, -2, -3, -4)
                    .input("input_lengths", new double[] {2})
                    .input("target_lengths", new double[] {1})
                    .gives(
                            4.138005195941749,
                            -0.4223187982515182,
                            -0.5776812017484818,
                            -0.4223187982515182,
                            -0.5776812017484818))
            .example(Example.row(new double[] {1, 2}, 0, 0, 0, 0, 0, 0)
                    .input("input_lengths", new double[] {2})
                    .input("target_lengths", new double[] {2})
                    .with("classes", 3)
                    .with("from_logits", true)
                    .gives(2.1972245773362196))
            .example(Example.row(new double[] {1, 1}, -1, -2)
                    .input("input_lengths", new double[] {1})
                    .input("target_lengths", new double[] {2})
                    .with("zero_infinity", true)
                    .gives(0, 0, 0))
            .example(Example.row(new double[] {1}, -1, -2)
                    .input("input_lengths", new double[] {0})
                    .input("target_lengths", new double[] {0})
                    .gives(0, 0, 0))
            .source(
                    "Graves et al. 2006, doi:10.1145/1143844.1143891; examples: the sum over all three alignments, mpmath; ln 9; none; nothing")
            .build();

    private static final double FAR = 0x1p60;

    @Override
    public Ctc with(Params params) {
        return new Ctc(
                params.integer("classes"),
                params.integer("blank"),
                params.flag("from_logits"),
                params.flag("zero_infinity"));
    }

    @Override
    public Domain truth() {
        return Domain.labels(classes);
    }

    @Override
    public Domain prediction() {
        return fromLogits ? Domain.row(Interval.REAL) : Domain.logarithms();
    }

    @Override
    public List<Input> inputs() {
        Domain length = Domain.number(Interval.NON_NEGATIVE).wholes();
        return List.of(
                new Input("input_lengths", length, Input.Width.ONE, "how many steps of each sequence count"),
                new Input("target_lengths", length, Input.Width.ONE, "how many labels each sequence has"));
    }

    private Alignments alignments(double[] truth, double[][] vectors) {
        return new Alignments(logs(vectors), labels(truth, vectors[2][0]), blank);
    }

    private int[] labels(double[] truth, double count) {
        if (blank >= classes) {
            throw new UndefinedLoss("the blank, " + blank + ", is none of " + classes + " classes");
        }
        int[] labels = new int[(int) Math.min(count, truth.length)];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) truth[i];
        }
        if (labels.length < count || Arrays.stream(labels).anyMatch(label -> label < 0)) {
            throw new UndefinedLoss("there are fewer labels than target_lengths says");
        }
        return labels;
    }

    private Log[][] logs(double[][] vectors) {
        int steps = vectors[0].length / classes;
        if (steps * classes != vectors[0].length) {
            throw new UndefinedLoss(vectors[0].length + " predictions are no whole steps of " + classes + " --classes");
        }
        if (vectors[1][0] > steps) {
            throw new UndefinedLoss("there are " + steps + " steps, fewer than input_lengths says");
        }
        boolean far = isFar(vectors[0]);
        Log[][] logs = new Log[(int) vectors[1][0]][classes];
        for (int t = 0; t < logs.length; t++) {
            Softmax softmax = fromLogits ? softmax(vectors, t) : null;
            for (int c = 0; c < classes; c++) {
                double x = vectors[0][t * classes + c];
                if (far) {
                    logs[t][c] = Log.of(fromLogits ? Dyadic.of(0).minus(softmax.exactCost(c)) : Dyadic.of(x));
                } else {
                    logs[t][c] = Log.of(fromLogits ? softmax.sharpCost(c).negated() : Twofold.of(x));
                }
            }
        }
        return logs;
    }

    /** Whether sums of them may leave no digits of two doubles to what they differ by. */
    private static boolean isFar(double[] x) {
        boolean isFar = false;
        for (double each : x) {
            isFar |= Math.abs(each) > FAR;
        }
        return isFar;
    }

    private Softmax softmax(double[][] vectors, int t) {
        return Softmax.sharp(Arrays.copyOfRange(vectors[0], t * classes, (t + 1) * classes));
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        double cost = alignments(truth, vectors).cost();
        return zeroInfinity && cost == Double.POSITIVE_INFINITY ? 0 : cost;
    }

    @Override
    public Steps steps(Samples samples) {
        double[][] vectors = new double[samples.vectors().length][];
        for (int v = 0; v < vectors.length; v++) {
            vectors[v] = samples.vector(v, 0);
        }
        Alignments alignments = alignments(samples.truth(0), vectors);
        double[] ends = alignments.ends();
        return ends.length == 0
                ? new Steps().with("steps", 0)
                : new Steps()
                        .with("alignments", alignments.count())
                        .with("ends", ends)
                        .giving("-ln(sum of exp(ends[i]))");
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
        Twofold[][] shares = alignments(truth, vectors).occupation();
        for (int t = 0; t < shares.length; t++) {
            Softmax softmax = fromLogits ? softmax(vectors, t) : null;
            for (int c = 0; c < classes; c++) {
                double slope = fromLogits ? slope(shares[t], softmax, c) : -shares[t][c].value();
                gradients[0][t * classes + c] = zeroInfinity && slope != slope ? 0 : slope;
            }
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        Arrays.fill(diagonal, 0);
        Twofold[][] shares = alignments(truth, vectors).occupation();
        for (int t = 0; t < shares.length; t++) {
            Softmax softmax = fromLogits ? softmax(vectors, t) : null;
            for (int c = 0; c < classes; c++) {
                Twofold others = others(shares[t], c);
                double bend = fromLogits
                        ? softmax.pull(c, others, shares[t][c]) * rest(shares[t][c], others, softmax, c)
                        : -shares[t][c].times(others).value();
                diagonal[t * classes + c] = zeroInfinity && bend != bend ? 0 : bend;
            }
        }
    }

    /** 1 - softmax - share. */
    private static double rest(Twofold share, Twofold others, Softmax softmax, int c) {
        return share.high() > 0.5
                ? others.plus(-softmax.share(c)).value()
                : share.negated().plus(softmax.rest(c)).value();
    }

    /** softmax - share, in terms that do not cancel where both are near 1. */
    private static double slope(Twofold[] shares, Softmax softmax, int c) {
        return softmax.pull(c, others(shares, c), shares[c]);
    }

    private static Twofold others(Twofold[] shares, int c) {
        Twofold others = Twofold.of(0);
        for (int i = 0; i < shares.length; i++) {
            others = i == c ? others : others.plus(shares[i]);
        }
        return others;
    }
}
