package lossctl.catalog.forecast;

import java.util.List;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The continuous ranked probability score of a normal distribution, in closed form. */
public record CrpsNormal() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("crps_normal", new CrpsNormal())
            .summary("continuous ranked probability score of a normal distribution")
            .aliases("crps_gaussian", "crps_norm")
            .formula("z = (truth - prediction) / sigma;  sigma (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi))")
            .slope("1 - 2 Phi(z);  by sigma: 2 phi(z) - 1/sqrt(pi)")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .example(Example.of(0, 0).input("sigma", new double[] {1}).gives(0.23369497725510907, 0))
            .example(Example.of(1, 0).input("sigma", new double[] {1}).gives(0.6024413576276163, -0.6826894921370859))
            .source("Gneiting et al. 2005, doi:10.1175/MWR2904.1; examples: mpmath")
            .build();

    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double ONE_OVER_ROOT_PI = 0.5641895835477563;
    private static final double DENSITY_AT_0 = 0.3989422804014327;
    private static final double AT_0 = 0.23369497725510907;

    @Override
    public List<Input> inputs() {
        return Spread.of("sigma", "the predicted standard deviations");
    }

    @Override
    public double value(double t, double[] at) {
        double size = Math.abs(at[0] - t);
        if (Double.isInfinite(size) && Double.isFinite(t) && Double.isFinite(at[0]) && Double.isFinite(at[1])) {
            return 2 * value(t / 2, new double[] {at[0] / 2, at[1] / 2});
        }
        double z = size / at[1];
        // near 0 in positive parts: the score of a forecast that is right, and what the residual adds
        double rest = z < 1
                ? AT_0 + 2 * DENSITY_AT_0 * Elementary.expm1(-z * z / 2)
                : 2 * Elementary.normalPdf(z) - ONE_OVER_ROOT_PI;
        return size * Elementary.erf(z * ROOT_HALF) + at[1] * rest;
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double z = Spread.place(t, at);
        slopes[0] = Elementary.erf(z * ROOT_HALF);
        slopes[1] = 2 * Elementary.normalPdf(z) - ONE_OVER_ROOT_PI;
    }

    @Override
    public double curvature(double t, double[] at) {
        return 2 * Elementary.normalPdf(Spread.place(t, at)) / at[1];
    }
}
