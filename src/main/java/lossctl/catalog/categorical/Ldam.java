package lossctl.catalog.categorical;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The cross-entropy with a margin before the true class that is wider for rare classes.
 *
 * @param margin the margin of the rarest class
 * @param scale what scores are multiplied by
 * @param counts how many samples each class has; null where all are alike
 */
public record Ldam(double margin, double scale, double[] counts) implements MovedScores {
    public static final Spec SPEC = Spec.of("ldam", new Ldam(0.5, 30, null))
            .summary("cross-entropy with a margin that is wider for rare classes")
            .aliases("ldam_loss", "label_distribution_aware_margin")
            .formula("m = margin;  with counts: m = margin (min of counts / counts[truth])^(1/4);"
                    + "  q = softmax(scale (x - m onehot(truth)));  -ln q[truth]")
            .slope("scale (q - onehot(truth))")
            .param("margin", 0.5, Interval.NON_NEGATIVE, "the margin of the rarest class")
            .param("scale", 30, Interval.POSITIVE, "what scores are multiplied by")
            .numbers("counts", Interval.POSITIVE, "how many samples each class has; without them all are alike")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .example(Example.row(new double[] {1}, 0.5, 1).with("scale", 1.0).gives(0.6931471805599453, 0.5, -0.5))
            .example(Example.row(new double[] {0}, 0.25, 0)
                    .with("scale", 1.0)
                    .with("counts", new double[] {16, 1})
                    .gives(0.6931471805599453, -0.5, 0.5))
            .source("Cao et al. 2019, arXiv:1906.07413; examples: ln 2")
            .build();

    @Override
    public Ldam with(Params params) {
        return new Ldam(params.number("margin"), params.number("scale"), params.numbers("counts"));
    }

    @Override
    public Twofold moved(int label, int j, int k, double x) {
        return j == label ? share(label, k).times(-margin).plus(x) : Twofold.of(x);
    }

    @Override
    public Twofold quarter(int label, int j, int k, double x) {
        return new Ldam(margin / 4, scale, counts).moved(label, j, k, x / 4);
    }

    @Override
    public double pace(int label, int j, double x) {
        return scale;
    }

    /** What part of the margin a class has. */
    private Twofold share(int label, int k) {
        if (counts == null) {
            return Twofold.of(1);
        }
        double least = Double.POSITIVE_INFINITY;
        for (double each : ClassFactors.check("--counts", counts, k)) {
            least = Math.min(least, each);
        }
        // roots first: the quotient may be below the range of doubles
        return root(least).over(root(counts[label]));
    }

    private static Twofold root(double count) {
        return Twofold.of(count).root().root();
    }
}
