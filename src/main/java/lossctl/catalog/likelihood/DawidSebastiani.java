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
import lossctl.num.Unbounded;

/** The score of a forecast by its mean and standard deviation alone. */
public record DawidSebastiani() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("dawid_sebastiani", new DawidSebastiani())
            .summary("score of a forecast's mean and standard deviation")
            .aliases("dawid_sebastiani_score", "dss")
            .formula("((truth - prediction) / sigma)^2 + 2 ln sigma")
            .slope("2 (prediction - truth) / sigma^2;  by sigma: 2 (1 - ((truth - prediction) / sigma)^2) / sigma")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH)
            .note("Twice gaussian_nll, for any distribution.")
            .example(Example.of(0, 4).input("sigma", new double[] {1}).gives(16, 8))
            .example(Example.of(0, 4).input("sigma", new double[] {2}).gives(5.386294361119891, 2))
            .source("Dawid and Sebastiani 1999, doi:10.1214/aos/1018031101; examples by hand")
            .build();

    @Override
    public List<Input> inputs() {
        Domain positive = Domain.number(Interval.POSITIVE);
        String description = "the predicted standard deviations";
        return List.of(new Input("sigma", positive, Input.Width.ONE_OR_AS_PREDICTION, description));
    }

    @Override
    public double value(double t, double[] at) {
        double z = place(t, at);
        double square = z * z;
        double all = square + 2 * Elementary.log(at[1]);
        if (Math.abs(all) < 2 * square) {
            // the terms cancel
            Twofold sharp = Twofold.of(at[0] - t);
            sharp = Double.isInfinite(sharp.high())
                    ? Twofold.of(at[0] / 2 - t / 2).over(Twofold.of(at[1])).scaled(1)
                    : sharp.over(Twofold.of(at[1]));
            return sharp.times(sharp).plus(Twofold.of(at[1]).log().scaled(1)).value();
        }
        return all;
    }

    /** The residual, which may be past the range of doubles, over sigma. */
    private static double place(double t, double[] at) {
        double e = at[0] - t;
        return Double.isInfinite(e) ? (at[0] / 2 - t / 2) / at[1] * 2 : e / at[1];
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double z = place(t, at);
        slopes[0] = 2 * z / at[1];
        slopes[1] = Unbounded.of(1 - z).times(1 + z).over(at[1]).times(2).value();
    }

    @Override
    public double curvature(double t, double[] at) {
        return 2 / at[1] / at[1];
    }
}
