package lossctl.catalog.survival;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The negative log-likelihood of an accelerated failure time: the logarithm of the time is the prediction and a residual
 * of a known law. Each time is known exactly, or to lie between two bounds.
 */
public record Aft(Law law, double sigma) implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("aft", new Aft(Law.NORMAL, 1))
            .summary("negative log-likelihood of an accelerated failure time, with censoring")
            .aliases("aft_nloglik", "survival_aft", "accelerated_failure_time")
            .formula("z(y) = (ln y - prediction) / sigma;  upper = truth: -ln(f(z(truth)) / (sigma truth));"
                    + "  upper > truth: -ln(F(z(upper)) - F(z(truth)))")
            .slope("upper = truth: f'(z) / (sigma f(z));  upper > truth: (f(z(upper)) - f(z(truth)))"
                    + " / (sigma (F(z(upper)) - F(z(truth))))")
            .choice("distribution", List.of("normal", "logistic", "extreme"), "the law of the residual")
            .param("sigma", 1, Interval.POSITIVE, "its scale; aft_loss_distribution_scale in XGBoost")
            .traits(Trait.CONVEX, Trait.SMOOTH)
            .note("The truth is the lower bound, 0 for none (left-censored); an upper of Infinity is none"
                    + " (right-censored), and read with --non-finite propagate.")
            .note("extreme is the law of the logarithm of an exponential time: F(z) = 1 - exp(-exp(z)).")
            .note("No floor under the likelihood. An upper below the truth is refused.")
            .example(Example.of(1, 0).input("upper", new double[] {1}).gives(0.9189385332046728, 0))
            .example(Example.of(0, 0).input("upper", new double[] {1}).gives(0.6931471805599453))
            .example(Example.of(1, 0)
                    .input("upper", new double[] {1})
                    .with("distribution", "extreme")
                    .gives(1, 0))
            .example(Example.of(1, 0)
                    .input("upper", new double[] {1e300})
                    .with("distribution", "logistic")
                    .gives(0.6931471805599453, -0.5))
            .example(Example.row(new double[] {1, 1}, 0, 0)
                    .input("upper", new double[] {1, 1})
                    .gives(0.9189385332046728, 0, 0))
            .plot(-3, 3, 1)
            .source("Wei 1992, doi:10.1002/sim.4780111409; Barnwal, Cho and Hocking 2022,"
                    + " doi:10.1080/10618600.2022.2067548; XGBoost, survival:aft; examples by hand")
            .build();

    @Override
    public Aft with(Params params) {
        Law law = switch (params.choice("distribution")) {
            case "logistic" -> Law.LOGISTIC;
            case "extreme" -> Law.EXTREME;
            default -> Law.NORMAL;
        };
        return new Aft(law, params.number("sigma"));
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public List<Input> inputs() {
        Domain any = Domain.number(Interval.REAL).orNone();
        return List.of(new Input("upper", any, Input.Width.ONE_OR_AS_PREDICTION, "upper bounds of the times"));
    }

    private Twofold place(double time, double prediction) {
        if (time == 0 || Double.isInfinite(time)) {
            return Twofold.of(time == 0 ? Double.NEGATIVE_INFINITY : time);
        }
        return Twofold.of(time).log().plus(-prediction).over(Twofold.of(sigma));
    }

    private static boolean isExact(double lower, double upper) {
        if (upper < lower || upper == 0) {
            throw new UndefinedLoss("an upper bound is below its lower bound, or 0");
        }
        return upper == lower;
    }

    @Override
    public double value(double lower, double[] at) {
        Twofold low = place(lower, at[0]);
        if (isExact(lower, at[1])) {
            return law.cost(low)
                    .plus(Twofold.of(sigma).log())
                    .plus(Twofold.of(lower).log())
                    .value();
        }
        return law.costBetween(low, place(at[1], at[0]), width(lower, at[1]));
    }

    /** The difference of the places of both bounds. */
    private Twofold width(double lower, double upper) {
        if (lower == 0 || Double.isInfinite(upper)) {
            return Twofold.of(Double.POSITIVE_INFINITY);
        }
        return Twofold.logRatio(Twofold.of(upper), Twofold.of(lower), Twofold.sum(upper, -lower))
                .over(Twofold.of(sigma));
    }

    @Override
    public void slopes(double lower, double[] at, double[] slopes) {
        Twofold low = place(lower, at[0]);
        if (isExact(lower, at[1])) {
            slopes[0] = -(law.slope(low.high()) + low.low() * law.bend(low.high())) / sigma;
            slopes[1] = 0;
            return;
        }
        Twofold high = place(at[1], at[0]);
        Twofold width = width(lower, at[1]);
        slopes[0] = law.slopeBetween(low, high, width) / sigma;
        slopes[1] = Double.isInfinite(high.high()) ? 0 : -law.rate(low, high, width) / sigma / at[1];
    }

    @Override
    public double curvature(double lower, double[] at) {
        Twofold low = place(lower, at[0]);
        if (isExact(lower, at[1])) {
            return law.bend(low.high()) / sigma / sigma;
        }
        return law.bendBetween(low, place(at[1], at[0]), width(lower, at[1])) / sigma / sigma;
    }

    @Override
    public Steps steps(Samples samples) {
        if (samples.outputs() > 1) {
            return Steps.NONE;
        }
        double lower = samples.truth()[0];
        double upper = samples.vectors()[1][0];
        Twofold low = place(lower, samples.prediction()[0]);
        Twofold high = place(upper, samples.prediction()[0]);
        if (isExact(lower, upper)) {
            return new Steps()
                    .with("z", low.value())
                    .with("f", Elementary.exp(-law.cost(low).value()))
                    .giving("-ln(f / (sigma truth))");
        }
        return new Steps()
                .with("z", low.high(), high.high())
                .with("F", before(low), before(high))
                .giving("-ln(F[1] - F[0])");
    }

    /** The probability of a residual up to a place. */
    private double before(Twofold z) {
        Twofold none = Twofold.of(Double.NEGATIVE_INFINITY);
        return Double.isInfinite(z.high())
                ? (1 + Math.signum(z.high())) / 2
                : Elementary.exp(-law.costBetween(none, z, none.negated()));
    }
}
