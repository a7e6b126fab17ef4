package lossctl.catalog.likelihood;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/** The negative log-likelihood of a Weibull time with a predicted scale and concentration. */
public record WeibullNll() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("weibull_nll", new WeibullNll())
            .summary("negative log-likelihood of a Weibull distribution, scale and concentration predicted")
            .aliases("weibull_negative_log_likelihood")
            .formula("k = concentration;  (t/p)^k - k ln(t/p) + ln t - ln k")
            .slope("k/p (1 - (t/p)^k);  by concentration: ln(t/p) ((t/p)^k - 1) - 1/k")
            .traits(Trait.SMOOTH)
            .note("concentration 1 is the exponential distribution: gamma_nll at shape 1.")
            .example(Example.of(3, 1).input("concentration", new double[] {1}).gives(3, -2))
            .example(Example.of(2, 2).input("concentration", new double[] {2}).gives(1, 0))
            .plot(0.2, 5, 1)
            .source("Weibull 1951, doi:10.1115/1.4010337; examples by hand")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.POSITIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.POSITIVE);
    }

    @Override
    public List<Input> inputs() {
        Domain positive = Domain.number(Interval.POSITIVE);
        String description = "the predicted concentrations, the exponent k";
        return List.of(new Input("concentration", positive, Input.Width.ONE_OR_AS_PREDICTION, description));
    }

    private static Twofold log(double t, double p) {
        return Twofold.logRatio(Twofold.of(t), Twofold.of(p), Twofold.sum(t, -p));
    }

    @Override
    public double value(double t, double[] at) {
        Twofold u = log(t, at[0]).times(at[1]);
        Twofold hazard = Growth.expm1Minus(u);
        Twofold rest = Twofold.of(t).log().minus(Twofold.of(at[1]).log()).plus(1);
        return hazard.high() > 1e15 ? hazard.value() : rest.plus(hazard).value();
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        Twofold ratio = log(t, at[0]);
        double rise = Growth.expm1(ratio.times(at[1]));
        slopes[0] = Unbounded.of(-at[1]).times(rise).over(at[0]).value();
        slopes[1] = ratio.high() * rise - 1 / at[1];
    }

    @Override
    public double curvature(double t, double[] at) {
        double k = at[1];
        double rise = Growth.expm1(log(t, at[0]).times(k));
        return Unbounded.of((k + 1) * rise + k).times(k).over(at[0]).over(at[0]).value();
    }
}
