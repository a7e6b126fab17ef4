package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

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
        return squares(samples, samples.prediction()).rootOver(naive(samples));
    }

    private static ExactSum naive(Samples samples) {
        int k = samples.outputs();
        double[] repeated = new double[samples.truth().length];
        System.arraycopy(samples.truth(), 0, repeated, k, repeated.length - k);
        ExactSum naive = squares(samples, repeated);
        if (naive.isZero()) {
            throw new UndefinedLoss("the truths never change: repeating them makes no error to compare with");
        }
        return naive;
    }

    /** The squares of the relative errors of a forecast. */
    private static ExactSum squares(Samples samples, double[] forecast) {
        int k = samples.outputs();
        ExactSum sum = new ExactSum();
        for (int i = k; i < forecast.length; i++) {
            double base = samples.truth()[i - k];
            if (base == 0) {
                throw new UndefinedLoss("a truth is 0: the change to the next one has no relative size");
            }
            Total.addProduct(sum, samples.weight(i / k), (forecast[i] - samples.truth()[i]) / base);
        }
        return sum;
    }
}
