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
 * The binary cross-entropy, faded out for samples that are already right.
 *
 * @param gamma how fast it fades
 * @param alpha the weight of positive truths, 1 - alpha that of negative ones; NaN for no weights
 */
public record BinaryFocal(double gamma, double alpha) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("binary_focal", new BinaryFocal(2, Double.NaN))
            .summary("binary cross-entropy that fades out where it is right")
            .aliases("binary_focal_crossentropy", "binary_focal_loss", "focal_loss")
            .alias("sigmoid_focal_loss", "from_logits", true)
            .formula("q = t p + (1 - t)(1 - p), h = -t ln p - (1 - t) ln(1 - p);  (1 - q)^gamma h;"
                    + "  from logits p = 1 / (1 + e^-x);  with alpha: times t alpha + (1 - t)(1 - alpha)")
            .slope("(1 - q)^gamma ((1 - t) / (1 - p) - t / p) - gamma (2 t - 1) (1 - q)^(gamma - 1) h;"
                    + "  from logits times p (1 - p);  with alpha: times t alpha + (1 - t)(1 - alpha)")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("gamma", 2, Interval.NON_NEGATIVE, "how fast the loss fades")
            .param("alpha", Double.NaN, Interval.UNIT, "weight of positive truths; 1 - alpha for negative ones")
            .accepts(Adjustment.CLIP)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("No class weights unless alpha is given.")
            .note("A probability of 0 for what is true costs Infinity.")
            .example(Example.of(1, 0.9).gives(0.0010536051565782623))
            .example(Example.of(1, 0.1).gives(1.865093925325177))
            .example(Example.of(0, 0.1).with("alpha", 0.25).gives(0.0007902038674336973))
            .plot(0, 1, 0, 1)
            .source("Lin et al. 2017, doi:10.1109/ICCV.2017.324; examples: mpmath")
            .build();

    @Override
    public Loss with(Params params) {
        double gamma = params.number("gamma");
        double alpha = params.number("alpha");
        return params.flag("from_logits") ? new Scores(gamma, alpha) : new BinaryFocal(gamma, alpha);
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
    public double value(double t, double p) {
        return product(wrong(t, p).pow(gamma), balance(t, alpha) * entropy(t, p));
    }

    @Override
    public double slope(double t, double p) {
        Twofold wrong = wrong(t, p);
        double entropy = entropy(t, p);
        boolean fades = gamma != 0 && entropy != 0 && entropy <= Double.MAX_VALUE;
        Unbounded fading = fades ? faded(wrong, 1).times(gamma * (1 - 2 * t)).times(entropy) : Unbounded.of(0);
        return faded(wrong, 0)
                .times(pull(t, p))
                .plus(fading)
                .times(balance(t, alpha))
                .value();
    }

    @Override
    public double curvature(double t, double p) {
        Twofold wrong = wrong(t, p);
        double entropy = entropy(t, p);
        double turn = 1 - 2 * t;
        Unbounded second =
                share(1 - t, 1 - p).over(t == 1 ? 1 : 1 - p).plus(share(t, p).over(t == 0 ? 1 : p));
        Unbounded curvature = faded(wrong, 0).times(second);
        if (gamma != 0) {
            curvature =
                    faded(wrong, 1).times(pull(t, p)).times(2 * gamma * turn).plus(curvature);
        }
        if (gamma != 0 && gamma != 1 && entropy != 0) {
            Unbounded bend = faded(wrong, 2).times(gamma * (gamma - 1)).times(turn * turn);
            curvature = bend.times(entropy).plus(curvature);
        }
        return curvature.times(balance(t, alpha)).value();
    }

    /** The derivative of the entropy. */
    private static Unbounded pull(double t, double p) {
        return share(1 - t, 1 - p).plus(share(t, p).times(-1));
    }

    /** t/p, which is 0 for a truth of 0. */
    private static Unbounded share(double t, double p) {
        return t == 0 ? Unbounded.of(0) : Unbounded.of(t).over(p);
    }

    /** The fading's power, less so much. */
    private Unbounded faded(Twofold wrong, int less) {
        return wrong.high() > 0 && gamma != less
                ? Unbounded.exp(wrong.log().times(Twofold.sum(gamma, -less)))
                : Unbounded.of(Elementary.pow(wrong.high(), gamma - less));
    }

    private static Twofold wrong(double t, double p) {
        return Twofold.sum(1, -p).times(t).plus(Twofold.sum(1, -t).times(p));
    }

    private static double entropy(double t, double p) {
        return 0 - Elementary.xLogY(t, p) - (t == 1 ? 0 : (1 - t) * Elementary.log1p(-p));
    }

    private static double balance(double t, double alpha) {
        return Double.isNaN(alpha) ? 1 : t * alpha + (1 - t) * (1 - alpha);
    }

    private static double product(Twofold fading, double entropy) {
        return entropy <= Double.MAX_VALUE ? fading.times(entropy).value() : entropy;
    }

    /** The same of a raw score. */
    private record Scores(double gamma, double alpha) implements PointwiseLoss {
        @Override
        public Domain truth() {
            return Domain.number(Interval.UNIT);
        }

        @Override
        public double value(double t, double x) {
            return product(wrong(t, x).pow(gamma), balance(t, alpha) * entropy(t, x));
        }

        @Override
        public double slope(double t, double x) {
            double p = Elementary.sigmoid(x);
            double q = Elementary.sigmoid(-x);
            // p q / wrong is p or q for the truths 0 and 1, and is needed as one where wrong underflows
            double pace = t == 0 ? q : t == 1 ? p : p * q / (t * q + (1 - t) * p);
            double fading = gamma * pace * (1 - 2 * t) * entropy(t, x);
            return balance(t, alpha) * wrong(t, x).pow(gamma).value() * (fading + (1 - t) * p - t * q);
        }

        @Override
        public double curvature(double t, double x) {
            double p = Elementary.sigmoid(x);
            double q = Elementary.sigmoid(-x);
            double pace = t == 0 ? q : t == 1 ? p : p * q / (t * q + (1 - t) * p);
            double turn = 1 - 2 * t;
            double entropy = entropy(t, x);
            double slope = (1 - t) * p - t * q;
            double growth = gamma * pace * turn;
            double change = growth * (q - p - pace * turn);
            return balance(t, alpha)
                    * wrong(t, x).pow(gamma).value()
                    * (growth * (growth * entropy + 2 * slope) + change * entropy + p * q);
        }

        private static Twofold wrong(double t, double x) {
            Twofold odds = Twofold.of(-Math.abs(x)).exp();
            Twofold all = odds.plus(1);
            Twofold less = odds.over(all);
            Twofold more = Twofold.of(1).over(all);
            Twofold negative = (x < 0 ? more : less).times(t);
            return negative.plus((x < 0 ? less : more).times(Twofold.sum(1, -t)));
        }

        private static double entropy(double t, double x) {
            if (t == 0 || t == 1) {
                return Elementary.softplus(t == 0 ? x : -x);
            }
            return Twofold.product(1 - t, Elementary.softplus(x))
                    .plus(Twofold.product(t, Elementary.softplus(-x)))
                    .value();
        }
    }
}
