package lossctl.catalog.metric;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupMetric;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/**
 * The mean over classes of the share of their samples that was predicted right.
 *
 * @param adjusted whether guessing is scored 0
 */
public record BalancedAccuracy(boolean adjusted) implements GroupMetric {
    public static final Spec SPEC = Spec.of("balanced_accuracy", new BalancedAccuracy(false))
            .summary("mean over classes of the share that was predicted right")
            .aliases("balanced_accuracy_score")
            .formula("mean over the classes that occur of (samples predicted right) / (samples);"
                    + "  adjusted: (that - 1/k) / (1 - 1/k)")
            .flag("adjusted", "scale it so that guessing scores 0")
            .score()
            .note("Classes that occur in the predictions alone do not count.")
            .note("Of equal predictions the first counts; a single prediction is the class itself.")
            .example(Example.rows(
                            new double[][] {{0}, {1}, {0}, {0}, {1}, {0}},
                            new double[][] {{0}, {1}, {0}, {0}, {0}, {1}})
                    .gives(0.625))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {0}, {0}, {1}, {0}},
                            new double[][] {{0}, {1}, {0}, {0}, {0}, {1}})
                    .with("adjusted", true)
                    .gives(0.25))
            .source("Brodersen et al. 2010, doi:10.1109/ICPR.2010.764;"
                    + " first example: scikit-learn, balanced_accuracy_score")
            .build();

    @Override
    public BalancedAccuracy with(Params params) {
        return new BalancedAccuracy(params.flag("adjusted"));
    }

    @Override
    public Domain truth() {
        return Domain.label();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public boolean takesSingles() {
        return true;
    }

    @Override
    public double value(Samples samples) {
        QuotientSum sum = new QuotientSum();
        int classes = 0;
        for (Confusion.Row row : new Confusion(samples).rows()) {
            if (row.truths().signum() > 0) {
                sum.add(row.hits(), row.truths());
                classes++;
            }
        }
        if (classes == 0) {
            throw new UndefinedLoss("every weight is 0");
        }
        if (!adjusted) {
            return sum.over(Dyadic.of(classes));
        }
        if (classes == 1) {
            throw new UndefinedLoss("there is one class alone: guessing is always right");
        }
        sum.add(Dyadic.of(-1), Dyadic.of(1));
        return sum.over(Dyadic.of(classes - 1));
    }

    @Override
    public Steps steps(Samples samples) {
        List<Confusion.Row> rows = new Confusion(samples)
                .rows().stream().filter(row -> row.truths().signum() > 0).toList();
        double[] recalls =
                rows.stream().mapToDouble(row -> row.hits().over(row.truths())).toArray();
        return new Steps()
                .with("hits", Confusion.each(rows, Confusion.Row::hits))
                .with("truths", Confusion.each(rows, Confusion.Row::truths))
                .with("recalls", recalls)
                .with("classes", rows.size())
                .giving(adjusted ? "((sum of recalls[i]) - 1) / (classes - 1)" : "(sum of recalls[i]) / classes");
    }
}
