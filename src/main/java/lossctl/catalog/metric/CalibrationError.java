package lossctl.catalog.metric;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupMetric;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.UnitBins;

/**
 * How far confidence is from accuracy, over bins of confidence.
 *
 * @param bins how many bins of equal width there are
 * @param norm how the differences of the bins become one number
 */
public record CalibrationError(int bins, String norm) implements GroupMetric {
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
            .note("Of one probability a sample it is the confidence itself, and a truth of 0 or 1 the accuracy.")
            .example(Example.rows(
                            new double[][] {{0}, {0}, {1}, {1}},
                            new double[][] {{0.75, 0.25}, {0.75, 0.25}, {0.75, 0.25}, {0, 1}})
                    .gives(0.0625))
            .example(Example.rows(
                            new double[][] {{0}, {0}, {1}, {1}},
                            new double[][] {{0.75, 0.25}, {0.75, 0.25}, {0.75, 0.25}, {0, 1}})
                    .with("norm", "max")
                    .gives(0.08333333333333333))
            .example(Example.rows(
                            new double[][] {{0}, {0}, {1}, {1}, {1}},
                            new double[][] {{0.25}, {0.25}, {0.55}, {0.75}, {0.75}})
                    .with("bins", 2L)
                    .gives(0.29))
            .source("Naeini, Cooper and Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602; Guo et al. 2017,"
                    + " arXiv:1706.04599; examples: by hand, the last: torchmetrics, BinaryCalibrationError")
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
    public boolean takesSingles() {
        return true;
    }

    /** Samples of like confidence: what they weigh, and by how much accuracy is above confidence, times that. */
    private static final class Bin {
        private final ExactSum weight = new ExactSum();
        private final ExactSum gap = new ExactSum();

        private void add(double weight, double confidence, boolean right) {
            this.weight.add(weight);
            gap.addProduct(weight, right ? 1 : 0);
            gap.addProduct(-weight, confidence);
        }

        private double error() {
            return Math.abs(gap.over(weight));
        }
    }

    /** The bins that weigh something. */
    private Collection<Bin> filled(Samples samples) {
        Map<Integer, Bin> filled = new TreeMap<>();
        boolean single = samples.outputs() == 1;
        for (int i = 0; i < samples.count(); i++) {
            // an ignored sample weighs NaN
            if (!Double.isNaN(samples.weight(i))) {
                int best = single ? 1 : Confusion.predicted(samples, i);
                double confidence = samples.prediction()[single ? i : i * samples.outputs() + best];
                filled.computeIfAbsent(UnitBins.of(confidence, bins), key -> new Bin())
                        .add(samples.weight(i), confidence, best == samples.truth()[i]);
            }
        }
        filled.values().removeIf(bin -> bin.weight.isZero());
        return filled.values();
    }

    @Override
    public double value(Samples samples) {
        Collection<Bin> filled = filled(samples);
        if (filled.isEmpty()) {
            throw new UndefinedLoss("every weight is 0");
        }
        return norm.equals("max")
                ? filled.stream().mapToDouble(Bin::error).max().getAsDouble()
                : mean(filled);
    }

    private double mean(Collection<Bin> filled) {
        ExactSum sizes = new ExactSum();
        QuotientSum squares = new QuotientSum();
        for (Bin bin : filled) {
            Dyadic gap = bin.gap.dyadic();
            squares.add(gap.times(gap), bin.weight.dyadic());
            if (gap.signum() > 0) {
                sizes.merge(bin.gap);
            } else {
                sizes.subtract(bin.gap);
            }
        }
        return norm.equals("l2") ? squares.rootOver(all(filled).dyadic()) : sizes.over(all(filled));
    }

    private static ExactSum all(Collection<Bin> filled) {
        ExactSum all = new ExactSum();
        filled.forEach(bin -> all.merge(bin.weight));
        return all;
    }

    @Override
    public Steps steps(Samples samples) {
        Collection<Bin> filled = filled(samples);
        ExactSum all = all(filled);
        return new Steps()
                .with(
                        "shares",
                        filled.stream().mapToDouble(bin -> bin.weight.over(all)).toArray())
                .with("gaps", filled.stream().mapToDouble(Bin::error).toArray())
                .giving(
                        switch (norm) {
                            case "max" -> "max of gaps[i]";
                            case "l2" -> "sqrt(sum of shares[i] gaps[i]^2)";
                            default -> "sum of shares[i] gaps[i]";
                        });
    }
}
