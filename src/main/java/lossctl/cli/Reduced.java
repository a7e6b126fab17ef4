package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.derive.Sample;
import lossctl.derive.Substitution;
import lossctl.eval.Reduction;

/** How the losses of a few samples become one number: {@code (1.0 + 9.0) / 2}. */
final class Reduced {
    private static final double TOLERANCE = 1e-6;

    private final List<Sample> samples;
    private final Reduction reduction;
    private final Substitution show;

    Reduced(List<Sample> samples, Reduction reduction, Substitution show) {
        this.samples = new ArrayList<>(samples);
        this.samples.removeIf(sample -> Double.isNaN(sample.weight()));
        this.reduction = reduction;
        this.show = show;
    }

    /** The expression, of samples that count; empty where it does not come to {@code value}. */
    String text(double value) {
        double sum = 0;
        double weights = 0;
        boolean weighted = false;
        for (Sample sample : samples) {
            sum += sample.weight() == 0 ? 0 : sample.weight() * sample.loss();
            weights += sample.weight();
            weighted |= sample.weight() != 1;
        }
        double reduced = reduction == Reduction.MEAN ? sum / weights : sum;
        boolean alone = samples.size() == 1 && !weighted;
        if (samples.isEmpty()
                || alone
                || reduced != value && !(Math.abs(reduced - value) <= TOLERANCE * Math.abs(value))) {
            return "";
        }
        StringBuilder terms = new StringBuilder();
        StringBuilder denominator = new StringBuilder();
        for (Sample sample : samples) {
            String plus = terms.length() == 0 ? "" : " + ";
            terms.append(plus)
                    .append(weighted ? show.show(sample.weight()) + " * " : "")
                    .append(bracket(sample.loss()));
            denominator.append(plus).append(show.show(sample.weight()));
        }
        if (reduction == Reduction.SUM) {
            return terms.toString();
        }
        String all = samples.size() > 1 ? "(" + terms + ")" : terms.toString();
        return all + " / " + divisor(weighted ? denominator.toString() : "");
    }

    private String divisor(String weights) {
        if (weights.isEmpty()) {
            return String.valueOf(samples.size());
        }
        return samples.size() == 1 ? weights : "(" + weights + ")";
    }

    private String bracket(double number) {
        String text = show.show(number);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }
}
