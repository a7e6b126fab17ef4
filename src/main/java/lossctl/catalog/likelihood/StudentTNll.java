package lossctl.catalog.likelihood;

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

/** The negative log-likelihood of Student's t with a predicted location, scale and degrees of freedom. */
public record StudentTNll() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("student_t_nll", new StudentTNll())
            .summary("negative log-likelihood of Student's t distribution")
            .aliases("student_t_negative_log_likelihood")
            .formula("z = (truth - prediction) / scale;  (df + 1)/2 ln(1 + z^2/df) + ln scale"
                    + " + ln Gamma(df/2) - ln Gamma((df + 1)/2) + ln(df pi)/2")
            .slope("-(df + 1) z / (df + z^2) / scale;  by scale: df (1 - z^2) / (df + z^2) / scale")
            .traits(Trait.SYMMETRIC, Trait.SMOOTH)
            .note("The constants are all there: it is a true log-density.")
            .example(Example.of(0, 1)
                    .input("scale", new double[] {1})
                    .input("df", new double[] {1})
                    .gives(1.8378770664093453, 1))
            .source("Lange, Little and Taylor 1989, doi:10.1080/01621459.1989.10478852;"
                    + " example by hand: the Cauchy density at 1 is 1/(2 pi)")
            .build();

    private static final double LARGE = 40;
    /** From here on the 1 beside a square over the degrees of freedom does not count. */
    private static final double FAR = 1e40;

    /** From so many degrees of freedom on two doubles tell it from no normal distribution. */
    private static final double NORMAL = 1e33;

    private static final Twofold LN_PI = new Twofold(1.1447298858494002, 1.0265951162707826e-17);

    @Override
    public List<Input> inputs() {
        Domain positive = Domain.number(Interval.POSITIVE);
        return List.of(
                new Input("scale", positive, Input.Width.ONE_OR_AS_PREDICTION, "the predicted scales"),
                new Input("df", positive, Input.Width.ONE_OR_AS_PREDICTION, "the predicted degrees of freedom"));
    }

    @Override
    public double value(double t, double[] at) {
        double df = at[2];
        Twofold half = Twofold.sum(at[0] / 2, -t / 2);
        Twofold z = Double.isInfinite(at[0] - t)
                ? half.over(Twofold.of(at[1])).scaled(1)
                : Twofold.sum(at[0], -t).over(Twofold.of(at[1]));
        Twofold tail;
        if (Math.abs(z.high()) < 1e100) {
            Twofold square = z.times(z);
            Twofold sum = square.plus(df);
            tail = Twofold.logRatio(sum, Twofold.of(df), square);
        } else if (z.high() / df * z.high() < FAR) {
            Twofold q = z.over(Twofold.of(df)).times(z);
            tail = q.high() < 0.4 ? Twofold.log1p(q, Twofold.of(1)) : q.plus(1).log();
        } else {
            tail = Twofold.of(logSquare(z.high(), half.high(), at[1]))
                    .minus(Twofold.of(df).log());
        }
        return tail.times(Twofold.sum(df, 1).scaled(-1))
                .plus(Twofold.of(at[1]).log())
                .plus(height(df))
                .value();
    }

    /** The residual over its scale. */
    private static double place(double t, double[] at) {
        double e = at[0] - t;
        return Double.isInfinite(e) ? (at[0] / 2 - t / 2) / at[1] * 2 : e / at[1];
    }

    /** ln z^2, also where z is past the range of doubles: from half the residual and the scale. */
    private static double logSquare(double z, double half, double scale) {
        double size = Math.abs(z);
        return size <= Double.MAX_VALUE
                ? 2 * Elementary.log(size)
                : 2 * (Elementary.log(2) + Elementary.log(Math.abs(half)) - Elementary.log(scale));
    }

    /** The negative logarithm of the standard density at 0. */
    private static Twofold height(double df) {
        if (df > NORMAL) {
            return Twofold.of(2).log().plus(LN_PI).scaled(-1);
        }
        Twofold log = LN_PI.plus(Twofold.of(df).log()).scaled(-1);
        return log.minus(Elementary.logGammaHalfStep(df / 2));
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double scale = at[1];
        double df = at[2];
        double half = at[0] / 2 - t / 2;
        double z = place(t, at);
        double square = z * z;
        double q = square <= Double.MAX_VALUE ? square / df : Math.abs(z / df) * Math.abs(z);
        slopes[0] = z == 0 ? 0 : Double.isInfinite(z) ? (df + 1) / half / 2 : pull(z, df) / scale;
        slopes[1] = (Math.abs(z) < 1 ? (1 - z) * (1 + z) / (1 + square / df) : df * (1 / z / z - 1) / (df / z / z + 1))
                / scale;
        double share = Math.abs(z) < 1 ? q / (1 + q) : 1 / (1 + df / z / z);
        double bend = q < 1
                ? Elementary.log1pMinus(q) + q * share
                : (q <= Double.MAX_VALUE ? Elementary.log1p(q) : logSquare(z, half, scale) - Elementary.log(df))
                        - share;
        slopes[2] = (level(df) + bend - share / df) / 2;
    }

    /** (df + 1) z / (df + z^2). */
    private static double pull(double z, double df) {
        double great = df / z;
        return Double.isInfinite(great) ? z : (df + 1) / (great + z);
    }

    /** digamma(df/2) - digamma((df + 1)/2) + 1/df, whose parts cancel for many degrees of freedom. */
    private static double level(double df) {
        double sum = 0;
        double v = df;
        for (; v < LARGE; v += 2) {
            sum += 2 / v / (v + 1) / (v + 2);
        }
        double r = 1 / v / v;
        return -sum - r * (0.5 - r * (0.25 - r * (0.5 - r * (2.125 - r * (15.5 - r * 172.75)))));
    }

    @Override
    public double curvature(double t, double[] at) {
        double df = at[2];
        double z = place(t, at);
        double share = Math.abs(z) < 1 ? 1 / (1 + z * z / df) : df / z / z / (df / z / z + 1);
        double rest = Math.abs(z) < 1 ? (1 - z * z / df) / (1 + z * z / df) : (df / z / z - 1) / (df / z / z + 1);
        return (df + 1) / df * share * rest / at[1] / at[1];
    }
}
