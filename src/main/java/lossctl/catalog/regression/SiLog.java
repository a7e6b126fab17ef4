package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.Trait;
import lossctl.num.Dyadic;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The squared error of logarithms, of which a part is forgiven that is the same for all samples: a wrong unit. */
public record SiLog(double lambda) implements SummaryLoss {
    public static final Spec SPEC = Spec.of("si_log", new SiLog(0.5))
            .summary("scale-invariant logarithmic error, as for depth maps")
            .aliases("scale_invariant_log_error", "scale_invariant_logarithmic_error")
            .formula("d = ln(prediction) - ln(truth);  mean of d^2 - lambda (mean of d)^2")
            .slope("2 (d - lambda mean of d) / (n prediction)")
            .param("lambda", 0.5, Interval.UNIT, "how much of the common error is forgiven; 1: a factor costs nothing")
            .traits(Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Several outputs, the pixels of an image: over all of them. No root and no factor of 100.")
            .example(Example.rows(new double[][] {{1}, {1}}, new double[][] {{2}, {2}})
                    .gives(0.2402265069591007, 0.17328679513998632, 0.17328679513998632))
            .example(Example.rows(new double[][] {{1}, {5}}, new double[][] {{2}, {10}})
                    .with("lambda", 1.0)
                    .gives(0))
            .plot(0.1, 5, 1)
            .source("Eigen, Puhrsch and Fergus 2014, arXiv:1406.2283; examples: mpmath")
            .build();

    private static final int SQUARES = 0;
    private static final int LOGS = 1;
    private static final int WEIGHTS = 2;

    @Override
    public SiLog with(Params params) {
        return new SiLog(params.number("lambda"));
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.POSITIVE);
    }

    private static double difference(double t, double p) {
        return Twofold.logRatio(Twofold.of(p), Twofold.of(t), Twofold.sum(p, -t))
                .value();
    }

    @Override
    public int sums(int outputs) {
        return 3;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < prediction.length; i++) {
            double d = difference(truth[i], prediction[i]);
            sums.add(SQUARES, weight, d, d);
            sums.at(LOGS).addProduct(weight, d);
        }
        sums.at(WEIGHTS).addProduct(weight, prediction.length);
    }

    @Override
    public double value(Sums sums) {
        if (sums.at(SQUARES).hasStrange()) {
            double common = sums.at(LOGS).over(sums.at(WEIGHTS));
            return sums.at(SQUARES).over(sums.at(WEIGHTS)) - lambda * common * common;
        }
        // exactly: the two parts cancel, and products of weights may be past the range of doubles
        Dyadic weight = sums.at(WEIGHTS).dyadic();
        Dyadic logs = sums.at(LOGS).dyadic();
        Dyadic forgiven = logs.times(logs).times(Dyadic.of(lambda));
        return weight.times(sums.at(SQUARES).dyadic()).minus(forgiven).over(weight.times(weight));
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double common = lambda * sums.at(LOGS).over(sums.at(WEIGHTS));
        double share = 2 * Dyadic.of(weight).over(sums.at(WEIGHTS).dyadic());
        for (int i = 0; i < prediction.length; i++) {
            gradient[i] = (difference(truth[i], prediction[i]) - common) * share / prediction[i];
        }
    }
}
