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

/** The negative log-likelihood of a count that is 0 for a reason of its own with a predicted probability. */
public record ZeroInflatedPoissonNll() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("zero_inflated_poisson_nll", new ZeroInflatedPoissonNll())
            .summary("negative log-likelihood of a Poisson count with extra zeros, rate and gate predicted")
            .aliases("zip_nll", "zero_inflated_poisson_negative_log_likelihood")
            .formula("-ln(gate + (1 - gate) e^-p) if t = 0," + " else -ln(1 - gate) + p - t ln p + ln Gamma(t + 1)")
            .slope("(1 - gate) e^-p / (gate + (1 - gate) e^-p) if t = 0, else 1 - t/p;"
                    + "  by gate: (e^-p - 1) / (gate + (1 - gate) e^-p) if t = 0, else 1 / (1 - gate)")
            .traits(Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("poisson_nll where the gate is 0.")
            .example(Example.of(0, 0.6931471805599453)
                    .input("gate", new double[] {0.5})
                    .gives(0.2876820724517809))
            .example(Example.of(3, 2).input("gate", new double[] {0.5}).gives(2.405465108108164, -0.5))
            .plot(0.05, 5, 1)
            .source("Lambert 1992, doi:10.2307/1269547; examples: mpmath")
            .build();

    private static final PoissonNll POISSON = new PoissonNll();

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.POSITIVE);
    }

    @Override
    public List<Input> inputs() {
        Domain gate = Domain.number(new Interval(0, false, 1, true));
        String description = "the predicted probabilities of an extra zero";
        return List.of(new Input("gate", gate, Input.Width.ONE_OR_AS_PREDICTION, description));
    }

    /** The probability of a zero. */
    private static double zero(double p, double gate) {
        return gate + (1 - gate) * Elementary.exp(-p);
    }

    @Override
    public double value(double t, double[] at) {
        double p = at[0];
        double gate = at[1];
        if (t > 0) {
            return POISSON.value(t, p) - Elementary.log1p(-gate);
        }
        if (gate == 0) {
            return p;
        }
        double zero = zero(p, gate);
        return zero < 0.5 ? -Elementary.log(zero) : -Elementary.log1p((1 - gate) * Elementary.expm1(-p));
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double p = at[0];
        double gate = at[1];
        slopes[0] = t > 0 ? POISSON.slope(t, p) : gate == 0 ? 1 : (1 - gate) * Elementary.exp(-p) / zero(p, gate);
        slopes[1] = t > 0 ? 1 / (1 - gate) : Elementary.expm1(-p) / zero(p, gate);
    }

    @Override
    public double curvature(double t, double[] at) {
        double p = at[0];
        if (t > 0) {
            return POISSON.curvature(t, p);
        }
        double zero = zero(p, at[1]);
        return at[1] == 0 ? 0 : -at[1] / zero * ((1 - at[1]) * Elementary.exp(-p) / zero);
    }
}
