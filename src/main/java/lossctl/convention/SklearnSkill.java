package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

/**
 * The share of a loss of probabilities that is saved against the classes' frequencies, which are clipped as the predictions
 * are. Source: sklearn/metrics/_classification.py, d2_log_loss_score and d2_brier_score.
 */
record SklearnSkill(RowLoss loss) implements GroupMetric {
    @Override
    public double value(Samples samples) {
        int width = samples.outputs();
        int classes = Math.max(2, width);
        ExactSum[] told = new ExactSum[classes];
        Arrays.setAll(told, c -> new ExactSum());
        ExactSum all = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            double[] truth = truth(samples, i, width);
            for (int c = 0; c < classes; c++) {
                told[c].addProduct(samples.weight(i), truth[c]);
            }
            all.add(samples.weight(i));
        }
        double[] share = new double[classes];
        Arrays.setAll(share, c -> told[c].over(all));
        ExactSum model = new ExactSum();
        ExactSum naive = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            double[] truth = truth(samples, i, width);
            double[] p = Arrays.copyOfRange(samples.prediction(), i * width, (i + 1) * width);
            model.addProduct(samples.weight(i), loss.value(truth, width == 1 ? new double[] {1 - p[0], p[0]} : p));
            naive.addProduct(samples.weight(i), loss.value(truth, share));
        }
        return 1 - model.value() / naive.value();
    }

    /** A flag a class; where there is one probability a sample, that of the second is told. */
    private static double[] truth(Samples samples, int i, int width) {
        double[] truth = samples.truth();
        return width == 1
                ? new double[] {1 - truth[i], truth[i]}
                : Arrays.copyOfRange(truth, i * width, (i + 1) * width);
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public boolean isOverRows() {
        return true;
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.UNIT);
    }
}
