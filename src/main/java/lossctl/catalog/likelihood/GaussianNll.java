package lossctl.catalog.likelihood;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.TupleLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/**
 * The negative log-likelihood of a normal distribution with a predicted mean and a predicted variance.
 *
 * @param full whether the constant ln(2 pi)/2 is added
 * @param eps the least variance
 */
public record GaussianNll(boolean full, double eps) implements TupleLoss {
    public static final Spec SPEC = Spec.of("gaussian_nll", new GaussianNll(false, 0))
            .summary("negative log-likelihood of a normal distribution, mean and variance predicted")
            .aliases("gaussian_nll_loss", "gaussian_negative_log_likelihood")
            .formula("v = max(var, eps);  (ln v + (prediction - truth)^2 / v) / 2, + ln(2 pi) / 2 with full")
            .slope("(prediction - truth) / v;  by var: (1 - (prediction - truth)^2 / v) / (2 v), 0 below eps")
            .flag("full", "add the constant ln(2 pi) / 2")
            .param("eps", 0, Interval.NON_NEGATIVE, "least variance; smaller ones are raised to it")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.SYMMETRIC)
            .note("No floor under the variance unless eps is given.")
            .example(Example.of(1, 2).input("var", new double[] {2}).gives(0.5965735902799727, 0.5))
            .example(Example.of(1, 2)
                    .input("var", new double[] {2})
                    .with("full", true)
                    .gives(1.5155121234846454, 0.5))
            .source("Nix and Weigend 1994, doi:10.1109/ICNN.1994.374138; examples: mpmath")
            .build();

    private static final Twofold LN_2_PI = new Twofold(1.8378770664093456, -7.756588316134483e-17);

    @Override
    public GaussianNll with(Params params) {
        return new GaussianNll(params.flag("full"), params.number("eps"));
    }

    @Override
    public boolean isOverRows() {
        return false;
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        Domain variance = Domain.number(eps > 0 ? Interval.NON_NEGATIVE : Interval.POSITIVE);
        return List.of(new Input("var", variance, Input.Width.ONE_OR_AS_PREDICTION, "the predicted variances"));
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        double[] mean = vectors[0];
        double[] var = vectors[1];
        double[] terms = new double[2 * mean.length];
        for (int i = 0; i < mean.length; i++) {
            double v = Math.max(eps, var[i % var.length]);
            // these may cancel; a residual or its square may be past the range of doubles where half of it is not
            Twofold half = Twofold.sum(mean[i] / 2, -truth[i] / 2);
            Twofold all = half.over(Twofold.of(v))
                    .times(half)
                    .scaled(1)
                    .plus(Elementary.sharpLog(v).scaled(-1));
            all = full ? all.plus(LN_2_PI.scaled(-1)) : all;
            terms[2 * i] = all.high();
            terms[2 * i + 1] = all.low();
        }
        return 2 * CompensatedSum.mean(terms.length, i -> terms[i]);
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        double[] mean = vectors[0];
        double[] var = vectors[1];
        java.util.Arrays.fill(gradients[1], 0);
        for (int i = 0; i < mean.length; i++) {
            double given = var[i % var.length];
            double v = Math.max(eps, given);
            Unbounded e = Unbounded.of(mean[i]).plus(Unbounded.of(-truth[i]));
            gradients[0][i] = e.over(v).over(mean.length).value();
            Unbounded lack = e.times(e).over(v).times(-1).plus(Unbounded.of(1));
            gradients[1][i % var.length] +=
                    given < eps ? 0 : lack.over(v).over(2.0 * mean.length).value();
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        double[] var = vectors[1];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = 1 / Math.max(eps, var[i % var.length]) / diagonal.length;
        }
    }
}
