package lossctl.catalog.forecast;

import java.util.List;
import lossctl.catalog.regression.LogitDist;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The continuous ranked probability score of a logistic distribution, in closed form. */
public record CrpsLogistic() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("crps_logistic", new CrpsLogistic())
            .summary("continuous ranked probability score of a logistic distribution")
            .aliases("crps_logis")
            .formula("z = (truth - prediction) / scale, F = 1 / (1 + exp(-z));  scale (z - 2 ln F - 1)")
            .slope("-tanh(z/2);  by scale: 2 ln(1 + exp(-|z|)) + 2 |z| / (exp(|z|) + 1) - 1")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .example(Example.of(0, 0).input("scale", new double[] {1}).gives(0.3862943611198906, 0))
            .example(Example.of(2, 0).input("scale", new double[] {1}).gives(1.253856022085945, -0.7615941559557649))
            .source("Jordan, Krueger and Lerch 2019, doi:10.18637/jss.v090.i12; examples: mpmath")
            .build();

    private static final LogitDist DISTANCE = new LogitDist();
    private static final double AT_0 = 0.3862943611198906;

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
        // what the division has rounded away counts by the slope
        double rest = DISTANCE.slope(z) * Math.fma(-z, at[1], size);
        return z < 2
                ? at[1] * (DISTANCE.curve(z) + AT_0) + rest
                : size + at[1] * (2 * Elementary.log1p(Elementary.exp(-z)) - 1);
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double z = Spread.place(t, at);
        double size = Math.abs(z);
        double small = Elementary.exp(-size);
        slopes[0] = DISTANCE.slope(z);
        slopes[1] = 2 * (Elementary.log1p(small) + (small == 0 ? 0 : size * small / (1 + small))) - 1;
    }

    @Override
    public double curvature(double t, double[] at) {
        return DISTANCE.curvature(Spread.place(t, at)) / at[1];
    }
}
