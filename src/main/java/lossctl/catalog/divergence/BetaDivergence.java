package lossctl.catalog.divergence;

import lossctl.catalog.likelihood.Deviance;
import lossctl.loss.BadParameter;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * A family of divergences of positive numbers: half the squared error at 2, towards 1 Kullback and Leibler's, towards 0
 * Itakura and Saito's.
 *
 * @param beta the power
 */
public record BetaDivergence(double beta) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("beta_divergence", new BetaDivergence(2))
            .summary("divergence of the beta family, of positive numbers")
            .aliases("beta_divergences")
            .formula("(t^beta + (beta - 1) p^beta - beta t p^(beta - 1)) / (beta (beta - 1))")
            .slope("p^(beta - 2) (p - t)")
            .param("beta", 2, Interval.POSITIVE, "the power; not 1, which is poisson_deviance / 2")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("itakura_saito is the power 0.")
            .example(Example.of(1, 3).gives(2, 2))
            .example(Example.of(0, 4).with("beta", 0.5).gives(4, 0.5))
            .plot(0.1, 3, 1)
            .source("Basu et al. 1998, doi:10.1093/biomet/85.3.549; examples: by hand")
            .build();

    @Override
    public BetaDivergence with(Params params) {
        double beta = params.number("beta");
        if (beta == 1) {
            throw new BadParameter("--beta 1 is half of poisson_deviance");
        }
        return new BetaDivergence(beta);
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public double value(double t, double p) {
        if (beta == 2) {
            return (t - p) * (t - p) / 2;
        }
        return Deviance.ofExponent(beta, t, p).value();
    }

    @Override
    public double slope(double t, double p) {
        return Deviance.slope(Twofold.sum(2, -beta), t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return beta == 2 ? 1 : Deviance.curvature(Twofold.sum(2, -beta), t, p);
    }
}
