package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * Straight up to a margin, a power beyond it: distance weighted discrimination.
 *
 * @param q the power by which the loss falls
 */
public record Dwd(double q) implements MarginLoss {
    public static final Spec SPEC = Spec.of("dwd", new Dwd(1))
            .summary("distance weighted discrimination: straight, then a falling power of the margin")
            .aliases("dwd_margin_loss", "dwd_margin", "distance_weighted_discrimination")
            .formula("a = sign x score;  1 - a if a <= q/(q + 1), else q^q / (q + 1)^(q + 1) / a^q")
            .slope("-sign if a <= q/(q + 1), else -(q / (q + 1) / a)^(q + 1) sign")
            .param("q", 1, Interval.POSITIVE, "the power by which the loss falls")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .example(Example.of(1, 0).gives(1, -1))
            .example(Example.of(1, 1).gives(0.25, -0.25))
            .example(Example.of(1, 2).with("q", 2.0).gives(0.037037037037037035, -0.037037037037037035))
            .plot(-3, 3, 1)
            .source("Wang and Zou 2018, doi:10.1111/rssb.12244; examples: 1, 1/4, 1/27")
            .build();

    @Override
    public Dwd with(Params params) {
        return new Dwd(params.number("q"));
    }

    @Override
    public double curve(double a) {
        double bend = q / (q + 1);
        // q^q/(q+1)^(q+1)/a^q with the powers of near numbers taken together
        return a <= bend ? 1 - a : power(a) / (q + 1);
    }

    /** (q / ((q + 1) a))^q: the power magnifies what a double loses of its base. */
    private double power(double a) {
        Twofold base = Twofold.of(q).over(Twofold.sum(q, 1).times(a));
        if (base.high() < Double.MIN_NORMAL) {
            Twofold log = Twofold.of(q)
                    .log()
                    .minus(Twofold.sum(q, 1).log())
                    .minus(Twofold.of(a).log());
            return log.times(q).exp().value();
        }
        double power = Elementary.pow(base.high(), q);
        return power + power * (q * (base.low() / base.high()));
    }

    @Override
    public double slope(double a) {
        double bend = q / (q + 1);
        return a <= bend ? -1 : -power(a) * (bend / a);
    }

    @Override
    public double curvature(double a) {
        double bend = q / (q + 1);
        return a <= bend ? 0 : (q + 1) * (power(a) * (bend / a)) / a;
    }
}
