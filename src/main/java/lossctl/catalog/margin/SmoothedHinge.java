package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The hinge with its kink rounded off.
 *
 * @param gamma the width of the bend
 */
public record SmoothedHinge(double gamma) implements MarginLoss {
    public static final Spec SPEC = Spec.of("smoothed_hinge", new SmoothedHinge(1))
            .summary("hinge with a quadratic bend of width gamma")
            .aliases("smoothed_hinge_loss", "smoothed_l1_hinge_loss", "smoothed_l1_hinge")
            .formula("a = sign x score;  0 if a >= 1, (1 - a)^2 / (2 gamma) if a >= 1 - gamma, else 1 - gamma/2 - a")
            .slope("0 if a >= 1, -(1 - a) sign / gamma if a >= 1 - gamma, else -sign")
            .param("gamma", 1, Interval.POSITIVE, "the width of the bend")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.of(1, 0.5).gives(0.125, -0.5))
            .example(Example.of(-1, 1).with("gamma", 0.5).gives(1.75, 1))
            .plot(-3, 3, 1)
            .source("Shalev-Shwartz and Zhang 2013, JMLR 14:567-599; LossFunctions.jl, SmoothedL1HingeLoss;"
                    + " examples: by hand")
            .build();

    /** The square of a lack so great is past the range of doubles. */
    private static final double FAR = 1e150;

    @Override
    public SmoothedHinge with(Params params) {
        return new SmoothedHinge(params.number("gamma"));
    }

    @Override
    public double curve(double a) {
        if (a >= 1 - gamma) {
            Twofold lack = Twofold.sum(1, -a);
            if (gamma > FAR) {
                return a >= 1 ? 0 : lack.over(Twofold.of(gamma)).times(lack).value() / 2;
            }
            return a >= 1 ? 0 : Math.fma(lack.high(), lack.high(), 2 * lack.high() * lack.low()) / (2 * gamma);
        }
        return 1 - gamma / 2 - a;
    }

    @Override
    public double slope(double a) {
        return a >= 1 ? 0 : a >= 1 - gamma ? (a - 1) / gamma : -1;
    }

    @Override
    public double curvature(double a) {
        return a >= 1 || a < 1 - gamma ? 0 : 1 / gamma;
    }
}
