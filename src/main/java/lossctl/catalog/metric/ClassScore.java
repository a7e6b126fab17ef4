package lossctl.catalog.metric;

import java.util.List;
import lossctl.loss.Samples;
import lossctl.loss.SpecBuilder;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/** A score of how well classes were told, from hits, truths and predictions of each, averaged over classes. */
interface ClassScore extends Classification {
    /** What the averages are called. */
    List<String> AVERAGES = List.of("binary", "macro", "micro", "weighted");

    /** Adds what the descriptions of these scores share: the formula over classes, how they are averaged, the notes. */
    static SpecBuilder described(SpecBuilder spec, String ratio) {
        return spec.formula(
                        ratio + ";  of the positive class, of all samples together (micro), or the mean over classes:"
                                + " plain (macro) or by their samples (weighted)")
                .choice("average", AVERAGES, "the positive class alone, or how classes become one score")
                .integer("positive", 1, Interval.NON_NEGATIVE, "the class that counts where the average is binary")
                .score()
                .note("Where the denominator is 0 the score is 0.")
                .note("The binary average is about two classes: where there are more it is refused.")
                .note("Of equal predictions the first counts; a single prediction is the class itself.");
    }

    /** One of {@link #AVERAGES}. */
    String average();

    /** The class that counts where the average is binary. */
    int positive();

    /** How the score of one class, or of all together, is made of hits, truths and predictions, as a formula. */
    String ratio();

    /** What that score is a share of, from the class's sums. */
    Dyadic whole(Confusion.Row row);

    /** The part of it that the score is. */
    Dyadic part(Confusion.Row row);

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
        if (average().equals("micro")) {
            return score(confusion.all());
        }
        QuotientSum sum = new QuotientSum();
        for (Confusion.Row row : confusion.rows()) {
            Dyadic whole = whole(row);
            if (whole.signum() != 0) {
                sum.add(average().equals("weighted") ? row.truths().times(part(row)) : part(row), whole);
            }
        }
        Dyadic all = average().equals("weighted") ? confusion.all().truths() : Dyadic.of(confusion.classes());
        return all.signum() == 0 ? 0 : sum.over(all);
    }

    private double score(Confusion.Row row) {
        Dyadic whole = whole(row);
        return whole.signum() == 0 ? 0 : part(row).over(whole);
    }

    @Override
    default Steps steps(Samples samples) {
        Confusion confusion = new Confusion(samples);
        boolean binary = average().equals("binary");
        if (binary || average().equals("micro")) {
            Confusion.Row row = binary ? confusion.of(positive()) : confusion.all();
            return amounts(List.of(row)).giving(ratio());
        }
        List<Confusion.Row> rows = confusion.rows();
        return amounts(rows)
                .with("scores", rows.stream().mapToDouble(this::score).toArray())
                .giving(
                        average().equals("macro")
                                ? "mean of scores[i]"
                                : "(sum of truths[i] scores[i]) / (sum of truths[i])");
    }

    private static Steps amounts(List<Confusion.Row> rows) {
        return new Steps()
                .with("hits", Confusion.each(rows, Confusion.Row::hits))
                .with("truths", Confusion.each(rows, Confusion.Row::truths))
                .with("predictions", Confusion.each(rows, Confusion.Row::predictions));
    }
}
