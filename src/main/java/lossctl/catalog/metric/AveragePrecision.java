package lossctl.catalog.metric;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The mean of the precisions at which the positives are found, from the greatest score down. */
public record AveragePrecision() implements GroupLoss {
    public static final Spec SPEC = Spec.of("average_precision", new AveragePrecision())
            .summary("mean over the positives of the precision at their score")
            .aliases("average_precision_score", "auprc", "pr_auc", "aucpr")
            .formula("sum over distinct scores, from the greatest down, of (gain of recall) x precision")
            .score()
            .note("Samples of equal scores are found together.")
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
        if (scores.allPositives == 0) {
            throw new UndefinedLoss("no truth is 1: there is nothing to find");
        }
        CompensatedSum sum = new CompensatedSum();
        double found = 0;
        double seen = 0;
        for (int i = 0; i < scores.count; i++) {
            found += scores.positives[i];
            seen += scores.positives[i] + scores.negatives[i];
            sum.add(scores.positives[i] == 0 ? 0 : scores.positives[i] * (found / seen));
        }
        return sum.value() / scores.allPositives;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, Double.NaN);
        }
    }
}
