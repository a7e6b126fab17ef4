package lossctl.catalog.metric;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** A score of how well classes were told, from hits, truths and predictions of each, averaged over classes. */
interface ClassScore extends GroupLoss {
    /** What the averages are called. */
    List<String> AVERAGES = List.of("binary", "macro", "micro", "weighted");

    /** One of {@link #AVERAGES}. */
    String average();

    /** The class that counts where the average is binary. */
    int positive();

    /** The score of one class, or of all together. */
    double score(double hits, double truths, double predictions);

    @Override
    default Domain truth() {
        return Domain.label();
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default boolean isOverRows() {
        return false;
    }

    @Override
    default double value(Samples samples) {
        Confusion confusion = new Confusion(samples);
        if (average().equals("binary")) {
            if (confusion.classes() > 2) {
                throw new UndefinedLoss("there are " + confusion.classes()
                        + " classes, and this scores one of two (use --average macro, micro or weighted)");
            }
            return score(confusion.of(positive()));
        }
        CompensatedSum sum = new CompensatedSum();
        double hits = 0;
        double truths = 0;
        double predictions = 0;
        int classes = 0;
        for (Confusion.Row row : confusion.rows()) {
            hits += row.hits();
            truths += row.truths();
            predictions += row.predictions();
            classes++;
            sum.addProduct(average().equals("weighted") ? row.truths() : 1, score(row));
        }
        return switch (average()) {
            case "micro" -> score(hits, truths, predictions);
            case "weighted" -> truths == 0 ? 0 : sum.value() / truths;
            default -> classes == 0 ? 0 : sum.value() / classes;
        };
    }

    private double score(Confusion.Row row) {
        return score(row.hits(), row.truths(), row.predictions());
    }

    @Override
    default void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, Double.NaN);
        }
    }
}
