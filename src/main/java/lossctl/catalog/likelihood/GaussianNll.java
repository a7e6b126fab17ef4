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
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < mean.length; i++) {
            double v = Math.max(eps, var[i % var.length]);
            // these may cancel
            Twofold e = Twofold.sum(mean[i], -truth[i]);
            Twofold twice = e.over(Twofold.of(v)).times(e).plus(Elementary.sharpLog(v));
            twice = full ? twice.plus(LN_2_PI) : twice;
            sum.add(twice.high() / 2);
            sum.add(twice.low() / 2);
        }
        return sum.value() / mean.length;
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        double[] mean = vectors[0];
        double[] var = vectors[1];
        java.util.Arrays.fill(gradients[1], 0);
        for (int i = 0; i < mean.length; i++) {
            double given = var[i % var.length];
            double v = Math.max(eps, given);
            double e = mean[i] - truth[i];
            gradients[0][i] = e / v / mean.length;
            gradients[1][i % var.length] += given < eps ? 0 : (1 - e / v * e) / v / 2 / mean.length;
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
