package lossctl.catalog.embedding;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.TupleLoss;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * What keeps an anchor from being nearer to a positive than to a negative, by a margin.
 *
 * @param margin by how much nearer it should be
 * @param p the norm of the distances
 * @param swap whether the negative's distance from the positive counts where it is less than that from the anchor
 */
public record TripletMargin(double margin, double p, boolean swap) implements TupleLoss {
    /** Of lesser powers the distance of two entries, 2^(1/p) of them, may be past all numbers that halves bring back. */
    private static final Interval NORMS = Interval.atLeast(0.01);

    public static final Spec SPEC = Spec.of("triplet_margin", new TripletMargin(1, 2, false))
            .summary("anchor, positive, negative: what the negative lacks to be farther off by a margin")
            .aliases("triplet_margin_loss", "triplet_loss", "triplet")
            .formula(
                    "a = (sum of |prediction - positive|^p)^(1/p), c = (sum of |prediction - negative|^p)^(1/p), b = c;"
                            + "  with swap: b = min(c, (sum of |positive - negative|^p)^(1/p));  max(0, a - b + margin)")
            .slope("u = |prediction - positive|^(p - 1) sign(prediction - positive) / a^(p - 1);"
                    + "  v = |prediction - negative|^(p - 1) sign(prediction - negative) / c^(p - 1);"
                    + "  0 prediction if a - b + margin <= 0, u - v if b = c, else u")
            .predictionIs("anchor")
            .param("margin", 1, Interval.NON_NEGATIVE, "by how much nearer the positive should be")
            .param("p", 2, NORMS, "the norm: (sum of |difference|^p)^(1/p)")
            .flag("swap", "take the distance of positive and negative where that is the smaller one")
            .traits(Trait.NON_NEGATIVE, Trait.LIPSCHITZ)
            .note("Where the margin is just met, the slope is that of the distances, as in PyTorch.")
            .note("The slope of a distance of 0 is 0; with swap, equal distances share the slope evenly.")
            .example(Example.row(new double[] {}, 0, 0)
                    .input("positive", new double[] {3, 4})
                    .input("negative", new double[] {6, 8})
                    .gives(0))
            .example(Example.row(new double[] {}, 0, 0)
                    .input("positive", new double[] {6, 8})
                    .input("negative", new double[] {3, 4})
                    .gives(6, 0, 0))
            .example(Example.row(new double[] {}, 0, 0)
                    .input("positive", new double[] {3, -4})
                    .input("negative", new double[] {1, 1})
                    .with("p", 1.0)
                    .gives(6, 0, 2))
            .example(Example.row(new double[] {}, 0, 0)
                    .input("positive", new double[] {6, 8})
                    .input("negative", new double[] {6, 4})
                    .with("swap", true)
                    .gives(7, -0.6, -0.8))
            .source("Schroff, Kalenichenko and Philbin 2015, doi:10.1109/CVPR.2015.7298682;"
                    + " swap: Balntas et al. 2016, doi:10.5244/C.30.119; examples: by hand")
            .build();

    /** What is left of the difference of two distances that counts anew. */
    private static final double NEAR = 0x1p-40;

    @Override
    public TripletMargin with(Params params) {
        return new TripletMargin(params.number("margin"), params.number("p"), params.flag("swap"));
    }

    @Override
    public Domain truth() {
        return Domain.none();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        Domain real = Domain.row(Interval.REAL);
        return List.of(
                new Input("positive", real, Input.Width.AS_PREDICTION, "what each anchor should be near to"),
                new Input("negative", real, Input.Width.AS_PREDICTION, "what each anchor should be far from"));
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        return Math.max(0, lack(vectors).value());
    }

    private Twofold lack(double[][] vectors) {
        Twofold near = Distance.of(vectors[0], vectors[1], p);
        Twofold far = Distance.of(vectors[0], vectors[2], p);
        if (isBeyond(near, far, vectors)) {
            return quarter().lack(quarter(vectors)).scaled(2);
        }
        double[] from = vectors[0];
        if (swap) {
            Twofold other = Distance.of(vectors[1], vectors[2], p);
            from = other.high() < far.high() ? vectors[1] : from;
            far = other.high() < far.high() ? other : far;
        }
        Twofold gap = near.minus(far);
        if (Math.abs(gap.high()) < NEAR * near.high()) {
            gap = Distance.parts(vectors[0], vectors[1], p).minus(Distance.parts(from, vectors[2], p));
        }
        return gap.plus(margin);
    }

    /** Whether a distance is past the range of doubles, which their differences need not be. */
    private static boolean isBeyond(Twofold near, Twofold far, double[][] vectors) {
        return near.high() + far.high() > Double.MAX_VALUE
                && Arrays.stream(vectors).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    private TripletMargin quarter() {
        return new TripletMargin(margin / 4, p, swap);
    }

    private static double[][] quarter(double[][] vectors) {
        return Arrays.stream(vectors)
                .map(vector -> Arrays.stream(vector).map(x -> x / 4).toArray())
                .toArray(double[][]::new);
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
        if (lack(vectors).value() < 0) {
            return;
        }
        if (isBeyond(Distance.of(vectors[0], vectors[1], p), Distance.of(vectors[0], vectors[2], p), vectors)) {
            quarter().gradient(truth, quarter(vectors), gradients);
            return;
        }
        // the anchor is pulled by one and pushed by the other, which may cancel
        Pull[][] slopes = new Pull[vectors.length][vectors[0].length];
        for (Pull[] slope : slopes) {
            Arrays.setAll(slope, i -> new Pull());
        }
        Distance.addSlope(1, vectors[0], vectors[1], p, slopes[0], slopes[1]);
        double own = own(vectors);
        Distance.addSlope(-own, vectors[0], vectors[2], p, slopes[0], slopes[2]);
        Distance.addSlope(own - 1, vectors[1], vectors[2], p, slopes[1], slopes[2]);
        for (int v = 0; v < slopes.length; v++) {
            for (int i = 0; i < slopes[v].length; i++) {
                gradients[v][i] = slopes[v][i].value();
            }
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        Arrays.fill(diagonal, 0);
        if (lack(vectors).value() < 0) {
            return;
        }
        addBends(vectors, diagonal);
        if (!Arrays.stream(diagonal).allMatch(Double::isFinite)) {
            // of vectors that are next to nothing, whose bends are past the range of doubles, in a unit of their size
            double greatest = Arrays.stream(vectors)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .getAsDouble();
            int lift = -Math.getExponent(greatest);
            double[][] lifted = Arrays.stream(vectors)
                    .map(vector ->
                            Arrays.stream(vector).map(x -> Math.scalb(x, lift)).toArray())
                    .toArray(double[][]::new);
            addBends(lifted, diagonal);
            Arrays.setAll(diagonal, i -> Math.scalb(diagonal[i], lift));
        }
    }

    private void addBends(double[][] vectors, double[] diagonal) {
        Arrays.fill(diagonal, 0);
        Distance.addBend(1, vectors[0], vectors[1], p, diagonal);
        Distance.addBend(-own(vectors), vectors[0], vectors[2], p, diagonal);
    }

    /** How far the distance of the negative from the anchor counts itself, and not that from the positive. */
    private double own(double[][] vectors) {
        if (!swap) {
            return 1;
        }
        double far = Distance.of(vectors[0], vectors[2], p).value();
        double other = Distance.of(vectors[1], vectors[2], p).value();
        return far < other ? 1 : far == other ? 0.5 : 0;
    }
}
