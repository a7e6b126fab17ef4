package lossctl.catalog.metric;

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

/** How often a positive scores above a negative: the area under the receiver operating characteristic. */
public record RocAuc() implements GroupMetric {
    public static final Spec SPEC = Spec.of("roc_auc", new RocAuc())
            .summary("probability that a positive scores above a negative")
            .aliases("roc_auc_score", "auroc", "auc")
            .formula("share of the pairs of a positive and a negative in which the positive has the greater score;"
                    + " equal scores count half")
            .score()
            .note("With weights, a pair weighs the product of its two.")
            .note("One score a sample.")
            .note("Truths all 0 or all 1: refused.")
            .example(Example.rows(new double[][] {{0}, {0}, {1}, {1}}, new double[][] {{0.1}, {0.4}, {0.35}, {0.8}})
                    .gives(0.75))
            .source("Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747;"
                    + " example: scikit-learn, roc_auc_score")
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
        if (scores.allPositives.high() == 0 || scores.allNegatives.high() == 0) {
            throw new UndefinedLoss("truths are all alike: there is no pair of a 1 and a 0 to compare");
        }
        if (scores.isFar) {
            return exact(scores);
        }
        return won(scores).over(scores.allPositives).over(scores.allNegatives).value();
    }

    private static double exact(Thresholds scores) {
        Dyadic all = scores.exactPositives.times(scores.exactNegatives).times(Dyadic.of(2));
        Dyadic won = Dyadic.of(0);
        Dyadic above = Dyadic.of(0);
        while (scores.next()) {
            Dyadic beaten = above.plus(above).plus(scores.exactPositives);
            won = won.plus(scores.exactNegatives.times(beaten));
            above = above.plus(scores.exactPositives);
        }
        return won.over(all);
    }

    /** The pairs that the positive wins, a draw being half of one. */
    private static Twofold won(Thresholds scores) {
        Twofold won = Twofold.of(0);
        Twofold above = Twofold.of(0);
        while (scores.next()) {
            Twofold beaten = above.plus(scores.positives.scaled(-1));
            won = won.plus(scores.negatives.times(beaten));
            above = scores.found;
        }
        return won;
    }

    @Override
    public Steps steps(Samples samples) {
        Thresholds scores = new Thresholds(samples);
        return new Steps()
                .with("positives", scores.allPositives.value())
                .with("negatives", scores.allNegatives.value())
                .with("won", won(scores).value())
                .giving("won / (positives negatives)");
    }
}
