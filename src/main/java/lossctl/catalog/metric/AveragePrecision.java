package lossctl.catalog.metric;

import java.util.stream.DoubleStream;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The mean of the precisions at which the positives are found, from the greatest score down. */
public record AveragePrecision() implements GroupMetric {
    public static final Spec SPEC = Spec.of("average_precision", new AveragePrecision())
            .summary("mean over the positives of the precision at their score")
            .aliases("average_precision_score", "auprc", "pr_auc", "aucpr")
            .formula("sum over distinct scores, from the greatest down, of (gain of recall) x precision")
            .score()
            .note("Samples of equal scores are found together.")
            .note("One score a sample.")
            .note("No truth of 1: refused.")
            .example(Example.rows(new double[][] {{0}, {0}, {1}, {1}}, new double[][] {{0.1}, {0.4}, {0.35}, {0.8}})
                    .gives(0.8333333333333333))
            .source("example: scikit-learn, average_precision_score")
            .build();

    @Override
    public Domain truth() {
        return Domain.flag();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public double value(Samples samples) {
        Thresholds scores = new Thresholds(samples);
        if (scores.allPositives.high() == 0) {
            throw new UndefinedLoss("no truth is 1: there is nothing to find");
        }
        if (scores.isFar) {
            return exact(scores);
        }
        Twofold sum = Twofold.of(0);
        while (scores.next()) {
            if (scores.positives.high() != 0) {
                sum = sum.plus(scores.positives.times(precision(scores)));
            }
        }
        return sum.over(scores.allPositives).value();
    }

    private static double exact(Thresholds scores) {
        Dyadic all = scores.exactPositives;
        QuotientSum sum = new QuotientSum();
        Dyadic found = Dyadic.of(0);
        Dyadic seen = Dyadic.of(0);
        while (scores.next()) {
            found = found.plus(scores.exactPositives);
            seen = seen.plus(scores.exactPositives).plus(scores.exactNegatives);
            if (scores.exactPositives.signum() != 0) {
                sum.add(scores.exactPositives.times(found), seen);
            }
        }
        return sum.over(all);
    }

    /** What share of those seen down to a score is positive. */
    private static Twofold precision(Thresholds scores) {
        return scores.found.over(scores.seen);
    }

    @Override
    public Steps steps(Samples samples) {
        Thresholds scores = new Thresholds(samples);
        DoubleStream.Builder positives = DoubleStream.builder();
        DoubleStream.Builder precisions = DoubleStream.builder();
        while (scores.next()) {
            if (scores.positives.high() != 0) {
                positives.add(scores.positives.value());
                precisions.add(precision(scores).value());
            }
        }
        return new Steps()
                .with("positives", positives.build().toArray())
                .with("precisions", precisions.build().toArray())
                .giving("(sum of positives[i] precisions[i]) / (sum of positives[i])");
    }
}
