package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Unbounded;

/** Theil's second coefficient: the relative errors against those of the forecast that nothing changes; 1 is as good. */
public record TheilU2() implements GroupMetric {
    public static final Spec SPEC = Spec.of("theil_u2", new TheilU2())
            .summary("Theil's U2: relative errors against those of the forecast that nothing changes")
            .formula("over i from 2:  sqrt(sum of ((prediction[i] - truth[i]) / truth[i-1])^2"
                    + " / sum of ((truth[i] - truth[i-1]) / truth[i-1])^2)")
            .metric()
            .note(
                    "A series: the order of the samples counts, and the first one only as what the second is relative to.")
            .note("Several outputs: both sums are over all of them. A truth of 0 before the last one is refused.")
            .example(Example.rows(new double[][] {{1}, {2}, {4}}, new double[][] {{9}, {2.5}, {4}})
                    .gives(0.35355339059327373))
            .source("Theil 1966, Applied Economic Forecasting; example by hand")
            .build();

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public double value(Samples samples) {
        Unbounded naive = naive(samples);
        return squares(samples, samples.prediction()).over(naive).root().value();
    }

    private static Unbounded naive(Samples samples) {
        int k = samples.outputs();
        double[] repeated = new double[samples.truth().length];
        System.arraycopy(samples.truth(), 0, repeated, k, repeated.length - k);
        Unbounded naive = squares(samples, repeated);
        if (naive.mantissa() == 0) {
            throw new UndefinedLoss("the truths never change: repeating them makes no error to compare with");
        }
        return naive;
    }

    /** The squares of the relative errors of a forecast: in a unit, as they may be of any size. */
    private static Unbounded squares(Samples samples, double[] forecast) {
        int k = samples.outputs();
        Unbounded[] errors = new Unbounded[forecast.length];
        long unit = Long.MIN_VALUE;
        for (int i = k; i < forecast.length; i++) {
            double base = samples.truth()[i - k];
            if (base == 0) {
                throw new UndefinedLoss("a truth is 0: the change to the next one has no relative size");
            }
            errors[i] = Total.error(samples.truth()[i], forecast[i]).over(base);
            unit = errors[i].mantissa() == 0 ? unit : Math.max(unit, errors[i].exponent());
        }
        ExactSum sum = new ExactSum();
        for (int i = k; i < forecast.length; i++) {
            double error = errors[i].mantissa() == 0 ? 0 : errors[i].in(unit);
            Total.addProduct(sum, samples.weight(i / k), error);
        }
        return sum.isZero() ? Unbounded.of(0) : Unbounded.of(sum.value()).scaled(2 * unit);
    }

    @Override
    public Steps steps(Samples samples) {
        int k = samples.outputs();
        double[] truth = samples.truth();
        double[] errors = new double[truth.length - k];
        double[] changes = new double[errors.length];
        double[] weights = new double[errors.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = (samples.prediction()[i + k] - truth[i + k]) / truth[i];
            changes[i] = (truth[i + k] - truth[i]) / truth[i];
            weights[i] = samples.weight(i / k + 1);
        }
        return new Steps()
                .with("errors", errors)
                .with("changes", changes)
                .weighing(samples.weights() == null ? null : weights)
                .giving("sqrt(sum of errors[i]^2 / sum of changes[i]^2)");
    }
}
