package lossctl.catalog.metric;

import lossctl.catalog.likelihood.TweedieDeviance;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

/** The share of the deviance that a model saves against the mean of the truths. */
public record D2Tweedie(double power) implements Skill {
    public static final Spec SPEC = Spec.of("d2_tweedie", new D2Tweedie(0))
            .summary("share of the Tweedie deviance that is saved against the mean")
            .aliases("d2_tweedie_score")
            .formula("1 - tweedie_deviance(truth, prediction) / tweedie_deviance(truth, mean truth)")
            .param("power", 0, Interval.REAL, "power of the mean that the variance is; not between 0 and 1")
            .score()
            .note("r2 at power 0. The domains are those of tweedie_deviance.")
            .note("Several outputs: the mean of each output's own.")
            .note("A constant truth gives 1 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{0.5}, {1}, {2.5}, {7}}, new double[][] {{1}, {1}, {5}, {3.5}})
                    .gives(0.2857142857142857))
            .example(Example.rows(new double[][] {{0.5}, {1}, {2.5}, {7}}, new double[][] {{1}, {1}, {5}, {3.5}})
                    .with("power", 1.0)
                    .gives(0.4879151349031141))
            .example(Example.rows(new double[][] {{0.5}, {1}, {2.5}, {7}}, new double[][] {{1}, {1}, {5}, {3.5}})
                    .with("power", 2.0)
                    .gives(0.6307842435505156))
            .source("Hastie, Tibshirani and Wainwright 2015, Statistical Learning with Sparsity, 3.7;"
                    + " examples: scikit-learn, d2_tweedie_score")
            .build();

    @Override
    public D2Tweedie with(Params params) {
        return new D2Tweedie(new TweedieDeviance(params.number("power")).power());
    }

    @Override
    public PointwiseLoss loss() {
        return new TweedieDeviance(power);
    }

    @Override
    public double baseline(double[] truths, double[] weights) {
        ExactSum sum = new ExactSum();
        ExactSum all = new ExactSum();
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            sum.addProduct(weight, truths[i]);
            all.add(weight);
        }
        return sum.over(all);
    }
}
