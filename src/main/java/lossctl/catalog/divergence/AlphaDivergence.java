package lossctl.catalog.divergence;

import lossctl.loss.BadParameter;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * A family of divergences from the Kullback-Leibler one (towards 1) to its reverse (towards 0).
 *
 * @param alpha the power
 */
public record AlphaDivergence(double alpha) implements RowLoss {
    /** Lesser powers give nothing else, and products with them would lose their digits. */
    private static final Interval LEAST = Interval.atLeast(1e-100);

    public static final Spec SPEC = Spec.of("alpha_divergence", new AlphaDivergence(0.5))
            .summary("divergence of Amari's alpha family")
            .aliases("alpha_divergences", "amari_alpha_divergence")
            .formula(
                    "sum over j of (t[j]^alpha p[j]^(1 - alpha) - alpha t[j] - (1 - alpha) p[j]) / (alpha (alpha - 1))")
            .slope("(1 - (t[j] / p[j])^alpha) / alpha")
            .param("alpha", 0.5, LEAST, "the power; not 1, which is generalized_kl")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("0.5 is four times the squared Hellinger distance, 2 half of chi_squared.")
            .example(Example.row(new double[] {1, 0}, 0.25, 0.75).gives(2, -2, 2))
            .example(Example.row(new double[] {0.5, 0.5}, 0.25, 0.75)
                    .with("alpha", 2.0)
                    .gives(0.16666666666666666, -1.5, 0.2777777777777778))
            .plot(0, 1)
            .source("Cichocki and Amari 2010, doi:10.3390/e12061532; examples: by hand")
            .build();

    private static final double FAR = 0x1p-100;

    @Override
    public AlphaDivergence with(Params params) {
        double alpha = params.number("alpha");
        if (alpha == 1) {
            throw new BadParameter("--alpha 1 is generalized_kl");
        }
        return new AlphaDivergence(alpha);
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public double value(double[] truth, double[] p) {
        double value = value(truth, p, 1);
        // multiples of the rows may be past the range of doubles where the divergence is not
        return value <= Double.MAX_VALUE ? value : value(truth, p, FAR) / FAR;
    }

    private double value(double[] truth, double[] p, double unit) {
        Twofold sum = Twofold.of(0);
        for (int j = 0; j < p.length; j++) {
            sum = sum.plus(Powers.bent(truth[j] * unit, p[j] * unit, alpha));
        }
        return 0 + sum.over(Twofold.sum(alpha, -1)).over(Twofold.of(alpha)).value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            gradient[j] = slope(truth[j], p[j]);
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = truth[j] == 0 ? 0 : Powers.ratio(truth[j], p[j], alpha) / p[j];
        }
    }

    private double slope(double t, double p) {
        if (t == 0) {
            return 1 / alpha;
        }
        double gain = (t - p) / p;
        double log = alpha * (Math.abs(gain) < 0.5 ? Elementary.log1p(gain) : logRatio(t, p));
        if (Math.abs(log) < 1) {
            return -Elementary.expm1(log) / alpha;
        }
        double ratio = Powers.ratio(t, p, alpha);
        // the power may be past the range of doubles, and the slope not
        return ratio <= Double.MAX_VALUE
                ? (1 - ratio) / alpha
                : -Twofold.of(t)
                        .log()
                        .minus(Twofold.of(p).log())
                        .times(alpha)
                        .minus(Twofold.of(alpha).log())
                        .exp()
                        .value();
    }

    private static double logRatio(double t, double p) {
        double ratio = t / p;
        return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
                ? Elementary.log(ratio)
                : Elementary.log(t) - Elementary.log(p);
    }
}
