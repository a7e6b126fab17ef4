package lossctl.catalog.metric;

import java.util.List;
import lossctl.catalog.regression.Quantile;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/**
 * The share of the pinball loss that a model saves.
 *
 * @param tau the quantile
 * @param interpolated whether the constant is the interpolated quantile of the truths instead of the best one
 */
public record D2Pinball(double tau, boolean interpolated) implements Skill {
    public static final Spec SPEC = Spec.of("d2_pinball", new D2Pinball(0.5, false))
            .summary("share of the pinball loss that is saved against a constant")
            .aliases("d2_pinball_score")
            .formula("1 - pinball(truth, prediction) / pinball(truth, c), c the tau-quantile of the truths")
            .param("tau", 0.5, Interval.UNIT, "the quantile; alpha in scikit-learn")
            .choice(
                    "baseline",
                    List.of("best", "interpolated"),
                    "the quantile c: of least loss, or linear between truths")
            .score()
            .note("c is the least truth at which the share tau of the weight is reached: no constant costs less.")
            .note("Interpolated, c lies between two truths as numpy.percentile has it; with weights both are the same.")
            .note("Several outputs: the mean of each output's own.")
            .note("A constant truth gives 1 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {3}, {3}})
                    .gives(0.5))
            .example(Example.rows(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {3}, {3}})
                    .with("tau", 0.9)
                    .with("baseline", "interpolated")
                    .gives(0.7727272727272727))
            .source("Koenker and Machado 1999, doi:10.1080/01621459.1999.10473882;"
                    + " examples: scikit-learn, d2_pinball_score")
            .build();

    @Override
    public D2Pinball with(Params params) {
        return new D2Pinball(params.number("tau"), params.choice("baseline").equals("interpolated"));
    }

    @Override
    public PointwiseLoss loss() {
        return new Quantile(tau);
    }

    @Override
    public double constant(double[] truths, double[] weights) {
        Ranked ranked = new Ranked(truths, weights);
        return between(weights) ? ranked.between(tau).value() : ranked.reaching(tau);
    }

    /** With weights there is no interpolated quantile. */
    private boolean between(double[] weights) {
        return interpolated && weights == null;
    }

    @Override
    public Costs costs(double[] truths, double[] predictions, double[] weights) {
        Ranked ranked = new Ranked(truths, weights);
        boolean between = between(weights);
        double below = between ? ranked.below(tau) : ranked.reaching(tau);
        Dyadic constant = between ? ranked.between(tau) : Dyadic.of(below);
        Dyadic naive = Pinball.loss(tau, truths, constant, below, weights);
        return new Costs(naive, naive.minus(Pinball.loss(tau, truths, predictions, weights)));
    }
}
