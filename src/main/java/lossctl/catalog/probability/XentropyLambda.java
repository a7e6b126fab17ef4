package lossctl.catalog.probability;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The cross-entropy of an intensity: the probability that something happens at least once over an exposure. */
public record XentropyLambda() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("xentropy_lambda", new XentropyLambda())
            .summary("cross-entropy of the probability that an intensity gives over an exposure")
            .aliases("cross_entropy_lambda", "xentlambda")
            .formula("z = exposure ln(1 + e^x);  -t ln(1 - e^-z) + (1 - t) z")
            .slope("exposure sigmoid(x) (1 - t - t / (e^z - 1))")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("Predictions x are raw scores. At exposure 1 it is bce from logits.")
            .note("LightGBM takes the samples' weights as exposures.")
            .example(Example.of(1, 0).input("exposure", new double[] {1}).gives(0.6931471805599453, -0.5))
            .example(Example.of(1, 0).input("exposure", new double[] {2}).gives(0.2876820724517809))
            .source("LightGBM, cross_entropy_lambda; examples by hand")
            .build();

    /** Below this score ln(1 + e^x) is e^x to the last digit. */
    private static final double LOW = -40;

    /** From here on e^-z is below all doubles, and the digits of z no longer count. */
    private static final double CERTAIN = 800;

    @Override
    public Domain truth() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public List<Input> inputs() {
        Domain positive = Domain.number(Interval.POSITIVE);
        return List.of(new Input("exposure", positive, Input.Width.ONE_OR_AS_PREDICTION, "the exposures"));
    }

    @Override
    public double value(double t, double[] at) {
        double z = at[1] * Elementary.softplus(at[0]);
        double miss = t == 1 ? 0 : (1 - t) * (at[0] < LOW ? intensity(at[1], at[0]) : z);
        if (t == 0) {
            return miss;
        }
        double log = z > CERTAIN
                ? 0
                : z > 0.1
                        ? log1mExp(softplus(at[0]).times(at[1]))
                        : z > 1e-17
                                ? Elementary.log1mExp(-z)
                                : at[0] < LOW ? at[0] + Elementary.log(at[1]) : Elementary.log(z);
        return miss - t * log;
    }

    /** w e^x in two steps, since e^x alone may be so small that it loses digits. */
    private static double intensity(double w, double x) {
        double half = Elementary.exp(x / 2);
        return w * half * half;
    }

    /** ln(1 + e^x) in two doubles. */
    private static Twofold softplus(double x) {
        if (x > -LOW) {
            return Twofold.sum(x, Elementary.exp(-x));
        }
        Twofold power = Twofold.of(x).exp();
        return x < -1 ? Twofold.log1p(power, Twofold.of(1)) : power.plus(1).log();
    }

    /** ln(1 - e^-z), which magnifies what is lost of a great z. */
    private static double log1mExp(Twofold z) {
        Twofold power = z.negated().exp();
        return z.high() < -LOW ? power.negated().plus(1).log().value() : -power.value();
    }

    /** z / (e^z - 1), 1 at 0. */
    private static double shrunk(double z) {
        return z < 1e-17 ? 1 : Double.isInfinite(z) ? 0 : z / Elementary.expm1(z);
    }

    /** The relative growth of ln(1 + e^x), 1 for very low scores. */
    private static double growth(double x) {
        return x < LOW ? 1 : Elementary.sigmoid(x) / Elementary.softplus(x);
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double soft = Elementary.softplus(at[0]);
        double hit = t * shrunk(at[1] * soft);
        slopes[0] = (1 - t) * at[1] * Elementary.sigmoid(at[0]) - hit * growth(at[0]);
        slopes[1] = (1 - t) * soft - hit / at[1];
    }

    @Override
    public double curvature(double t, double[] at) {
        double x = at[0];
        double z = at[1] * Elementary.softplus(x);
        double rest = Elementary.sigmoid(-x);
        double rate = shrunk(z) * growth(x);
        double even = (1 - t) * at[1] * Elementary.sigmoid(x) * rest;
        double power = z > 700 ? 0 : rate * rate * Elementary.exp(z);
        return even + t * (power - rate * rest);
    }
}
