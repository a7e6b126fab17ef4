package lossctl.catalog.forecast;

import java.util.List;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The continuous ranked probability score of a Laplace distribution, in closed form. */
public record CrpsLaplace() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("crps_laplace", new CrpsLaplace())
            .summary("continuous ranked probability score of a Laplace distribution")
            .aliases("crps_lapl")
            .formula("z = (truth - prediction) / scale;  scale (|z| + exp(-|z|) - 3/4)")
            .slope("sign(prediction - truth) (1 - exp(-|z|));  by scale: (1 + |z|) exp(-|z|) - 3/4")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .example(Example.of(0, 0).input("scale", new double[] {1}).gives(0.25, 0))
            .example(Example.of(0, 4).input("scale", new double[] {2}).gives(2.770670566473225, 0.8646647167633873))
            .source("Jordan, Krueger and Lerch 2019, doi:10.18637/jss.v090.i12; examples: mpmath")
            .build();

    @Override
    public List<Input> inputs() {
        return Spread.of("scale", "the predicted scales");
    }

    @Override
    public double value(double t, double[] at) {
        double size = Math.abs(at[0] - t);
        if (Double.isInfinite(size) && Double.isFinite(t) && Double.isFinite(at[0]) && Double.isFinite(at[1])) {
            return 2 * value(t / 2, new double[] {at[0] / 2, at[1] / 2});
        }
        double z = size / at[1];
        return z < 2 ? at[1] * (Elementary.expm1Minus(-z) + 0.25) : size + at[1] * (Elementary.exp(-z) - 0.75);
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double z = Spread.place(t, at);
        double size = Math.abs(z);
        slopes[0] = Math.copySign(Elementary.expm1(-size), z);
        slopes[1] = size > 700 ? -0.75 : (1 + size) * Elementary.exp(-size) - 0.75;
    }

    @Override
    public double curvature(double t, double[] at) {
        return Elementary.exp(-Math.abs(Spread.place(t, at))) / at[1];
    }
}
