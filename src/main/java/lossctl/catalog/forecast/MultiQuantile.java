package lossctl.catalog.forecast;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The mean of the pinball losses of several quantiles: with many, half the continuous ranked probability score. */
public record MultiQuantile(double[] taus) implements RowLoss {
    public static final Spec SPEC = Spec.of("multi_quantile", new MultiQuantile(null))
            .summary("mean pinball loss of several quantiles")
            .aliases("multi_pinball")
            .formula("mean over j of ((j + 1) / (k + 1) max(truth - p[j], 0) + (k - j) / (k + 1) max(p[j] - truth, 0));"
                    + "  with taus: mean over j of (taus[j] max(truth - p[j], 0) + (1 - taus[j]) max(p[j] - truth, 0))")
            .slope("(k - j) / (k + 1) / k if p[j] > truth, else -(j + 1) / (k + 1) / k;"
                    + "  with taus: (1 - taus[j]) / k if p[j] > truth, else -taus[j] / k")
            .numbers("taus", Interval.UNIT, "the quantiles, one a prediction; 1/(k + 1), 2/(k + 1)... if not given")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The slope where a prediction meets the truth is -tau, as that of quantile.")
            .example(Example.row(new double[] {2}, 1, 3)
                    .with("taus", new double[] {0.25, 0.75})
                    .gives(0.25, -0.125, 0.125))
            .example(Example.row(new double[] {2}, 1, 2, 6).gives(0.4166666666666667))
            .source("Koenker and Bassett 1978, doi:10.2307/1913643; CatBoost, MultiQuantile; examples by hand")
            .build();

    private static final double FAR = 0x1p-100;

    @Override
    public MultiQuantile with(Params params) {
        return new MultiQuantile(params.numbers("taus"));
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private double tau(int j, int k) {
        if (taus != null && taus.length != k) {
            throw new UndefinedLoss(k + " predictions a sample, but --taus has " + taus.length + " quantiles");
        }
        return taus == null ? (j + 1.0) / (k + 1) : taus[j];
    }

    @Override
    public double value(double[] truth, double[] p) {
        double value = value(truth[0], p, 1);
        // differences, or their sum, may be past the range of doubles where their mean is not
        return value <= Double.MAX_VALUE ? value : value(truth[0], p, FAR) / FAR;
    }

    private double value(double truth, double[] p, double unit) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            double tau = tau(j, p.length);
            double e = p[j] * unit - truth * unit;
            sum.add(e > 0 ? (1 - tau) * e : tau * (0 - e));
        }
        return sum.value() / p.length;
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            double tau = tau(j, p.length);
            gradient[j] = (p[j] > truth[0] ? 1 - tau : -tau) / p.length;
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }
}
