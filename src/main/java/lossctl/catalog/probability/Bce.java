package lossctl.catalog.probability;

import lossctl.loss.Adjustment;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/**
 * The cross-entropy of one probability.
 *
 * @param smoothing the share of the truth that is moved to one half
 * @param weight how much a positive truth counts against a negative one
 */
public record Bce(double smoothing, double weight) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("bce", new Bce(0, 1))
            .summary("binary cross-entropy")
            .aliases("binary_crossentropy", "bce_loss", "log_loss", "xent")
            .alias("bce_logits", "from_logits", true)
            .alias("bce_with_logits", "from_logits", true)
            .alias("bce_with_logits_loss", "from_logits", true)
            .alias("binary_cross_entropy_with_logits", "from_logits", true)
            .alias("sigmoid_binary_cross_entropy", "from_logits", true)
            .alias("sigmoid_ce", "from_logits", true)
            .alias("logit_binary", "from_logits", true)
            .alias("half_binomial_loss", "from_logits", true)
            .alias("binary_logistic", "from_logits", true)
            .alias("binary_logitraw", "from_logits", true)
            .alias("reg_logistic", "from_logits", true)
            .formula("-pos_weight t ln p - (1 - t) ln(1 - p);  from logits p = 1 / (1 + e^-x);"
                    + "  t = (1 - s) truth + s/2 with s = label_smoothing")
            .slope("-pos_weight t / p + (1 - t) / (1 - p);  from logits (1 - t) p - pos_weight t (1 - p)")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("label_smoothing", 0, Interval.UNIT, "share of the truth that is moved to one half")
            .param("pos_weight", 1, Interval.NON_NEGATIVE, "weight of positive truths")
            .accepts(Adjustment.CLIP)
            .traits(Trait.CONVEX, Trait.NON_NEGATIVE, Trait.SMOOTH, Trait.PROPER)
            .note("0 ln 0 = 0; a probability of 0 for what is true costs Infinity.")
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{0.6, 0.4}, {0.4, 0.6}})
                    .gives(0.814924454847114))
            .example(Example.of(0, 2).with("from_logits", true).gives(2.1269280110429727, 0.8807970779778825))
            .example(Example.of(1, 800).with("from_logits", true).gives(0, 0))
            .plot(0, 1, 0, 1)
            .source("Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x; first example: Keras, BinaryCrossentropy")
            .build();

    @Override
    public Loss with(Params params) {
        double smoothing = params.number("label_smoothing");
        double weight = params.number("pos_weight");
        return params.flag("from_logits") ? new Scores(smoothing, weight) : new Bce(smoothing, weight);
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    public double value(double truth, double p) {
        double t = smooth(truth, smoothing);
        if (t == 0) {
            return 0 - Elementary.log1p(-p);
        }
        if (t == 1) {
            return 0 - weight * Elementary.log(p);
        }
        Twofold hit = Twofold.product(weight * t, -Elementary.log(p));
        return Twofold.product(rest(truth, smoothing), -Elementary.log1p(-p))
                .plus(hit)
                .value();
    }

    @Override
    public double slope(double truth, double p) {
        double t = smooth(truth, smoothing);
        if (t == 0 || t == 1 || weight != 1) {
            return (t == 1 ? 0 : rest(truth, smoothing) / (1 - p))
                    - (t == 0 ? 0 : Unbounded.of(weight).times(t).over(p).value());
        }
        return (p - t) / p / (1 - p);
    }

    @Override
    public double curvature(double truth, double p) {
        double t = smooth(truth, smoothing);
        return (t == 1 ? 0 : rest(truth, smoothing) / (1 - p) / (1 - p))
                + (t == 0 ? 0 : Unbounded.of(weight).times(t).over(p).over(p).value());
    }

    private static double smooth(double truth, double smoothing) {
        return smoothing == 0 ? truth : Math.fma(-smoothing, truth - 0.5, truth);
    }

    /** One less this, which the rounded one does not tell to the last digit. */
    private static double rest(double truth, double smoothing) {
        return smoothing == 0 ? 1 - truth : Math.fma(smoothing, truth - 0.5, 1 - truth);
    }

    /** The same of a raw score. */
    private record Scores(double smoothing, double weight) implements PointwiseLoss {
        private static final double CANCELLED = 0x1p-3;

        @Override
        public Domain truth() {
            return Domain.number(Interval.UNIT);
        }

        @Override
        public double value(double truth, double x) {
            double t = smooth(truth, smoothing);
            if (t == 0) {
                return Elementary.softplus(x);
            }
            Twofold hit = Twofold.product(weight * t, Elementary.softplus(-x));
            return t == 1
                    ? hit.value()
                    : Twofold.product(rest(truth, smoothing), Elementary.softplus(x))
                            .plus(hit)
                            .value();
        }

        @Override
        public double slope(double truth, double x) {
            double fall = weight * smooth(truth, smoothing) * Elementary.sigmoid(-x);
            double slope = rest(truth, smoothing) * Elementary.sigmoid(x) - fall;
            return Math.abs(slope) < CANCELLED * fall ? sharpSlope(truth, x) : slope;
        }

        /** The same in two doubles, where little is left of both terms. */
        private double sharpSlope(double truth, double x) {
            Twofold t = Twofold.product(-smoothing, truth).plus(smoothing / 2).plus(truth);
            Twofold power = Twofold.of(-Math.abs(x)).exp();
            Twofold one = Twofold.of(1);
            Twofold rise = one.minus(t).times(x < 0 ? power : one);
            return rise.minus(t.times(weight).times(x < 0 ? one : power))
                    .over(power.plus(1))
                    .value();
        }

        @Override
        public double curvature(double truth, double x) {
            double t = smooth(truth, smoothing);
            return (rest(truth, smoothing) + weight * t) * Elementary.sigmoid(x) * Elementary.sigmoid(-x);
        }
    }
}
