package lossctl.catalog.metric;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

/**
 * How far confidence is from accuracy, over bins of confidence.
 *
 * @param bins how many bins of equal width there are
 * @param norm how the differences of the bins become one number
 */
public record CalibrationError(int bins, String norm) implements GroupLoss {
    public static final Spec SPEC = Spec.of("calibration_error", new CalibrationError(15, "l1"))
            .summary("difference of confidence and accuracy, over bins of confidence")
            .aliases("ece", "expected_calibration_error")
            .alias("mce", "norm", "max")
            .alias("maximum_calibration_error", "norm", "max")
            .formula(
                    "sum over bins of share |accuracy - confidence|;  l2: root of the sum of share (accuracy - confidence)^2;"
                            + "  max: the greatest |accuracy - confidence|")
            .integer("bins", 15, Interval.between(1, 1000000), "how many bins of equal width")
            .choice("norm", List.of("l1", "l2", "max"), "how the bins become one number")
            .metric()
            .note("The confidence of a row is its greatest probability; a bin holds its upper end, not its lower one.")
            .example(Example.rows(
                            new double[][] {{0}, {0}, {1}, {1}},
                            new double[][] {{0.75, 0.25}, {0.75, 0.25}, {0.75, 0.25}, {0, 1}})
                    .gives(0.0625))
            .example(Example.rows(
                            new double[][] {{0}, {0}, {1}, {1}},
                            new double[][] {{0.75, 0.25}, {0.75, 0.25}, {0.75, 0.25}, {0, 1}})
                    .with("norm", "max")
                    .gives(0.08333333333333333))
            .source("Naeini, Cooper and Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602; Guo et al. 2017,"
                    + " arXiv:1706.04599; examples: by hand")
            .build();

    @Override
    public CalibrationError with(Params params) {
        return new CalibrationError(params.integer("bins"), params.choice("norm"));
    }

    @Override
    public Domain truth() {
        return Domain.label();
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public double value(Samples samples) {
        ExactSum[] gaps = new ExactSum[bins];
        ExactSum[] weights = new ExactSum[bins];
        ExactSum all = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            int best = Confusion.predicted(samples, i);
            double confidence = samples.prediction()[i * samples.outputs() + best];
            int bin = bin(confidence);
            if (gaps[bin] == null) {
                gaps[bin] = new ExactSum();
                weights[bin] = new ExactSum();
            }
            double weight = samples.weight(i);
            gaps[bin].addProduct(weight, best == samples.truth()[i] ? 1 : 0);
            gaps[bin].addProduct(-weight, confidence);
            weights[bin].add(weight);
            all.add(weight);
        }
        if (all.isZero()) {
            throw new UndefinedLoss("every weight is 0");
        }
        return norm.equals("max") ? greatest(gaps, weights) : mean(gaps, weights, all);
    }

    /** The bin whose lower end is below the confidence, and whose upper one is not: the doubles next to the shares of 1. */
    private int bin(double confidence) {
        int bin = Math.max(0, (int) Math.ceil(confidence * bins) - 1);
        // the product is rounded
        if ((double) bin / bins >= confidence) {
            return Math.max(0, bin - 1);
        }
        return (bin + 1.0) / bins < confidence ? bin + 1 : bin;
    }

    private double mean(ExactSum[] gaps, ExactSum[] weights, ExactSum all) {
        ExactSum sizes = new ExactSum();
        QuotientSum squares = new QuotientSum();
        for (int bin = 0; bin < bins; bin++) {
            if (gaps[bin] != null && gaps[bin].signum() != 0) {
                Dyadic gap = gaps[bin].dyadic();
                squares.add(gap.times(gap), weights[bin].dyadic());
                if (gap.signum() > 0) {
                    sizes.merge(gaps[bin]);
                } else {
                    sizes.subtract(gaps[bin]);
                }
            }
        }
        return norm.equals("l2") ? squares.rootOver(all.dyadic()) : sizes.over(all);
    }

    private double greatest(ExactSum[] gaps, ExactSum[] weights) {
        double greatest = 0;
        for (int bin = 0; bin < bins; bin++) {
            if (gaps[bin] != null && !weights[bin].isZero()) {
                greatest = Math.max(greatest, Math.abs(gaps[bin].over(weights[bin])));
            }
        }
        return greatest;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, Double.NaN);
        }
    }
}
