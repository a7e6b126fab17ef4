package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.num.Interval;

/**
 * Cohen's kappa of classes, or of a yes or no that a probability tells. Source: torchmetrics 1.9,
 * functional/classification/cohen_kappa.py.
 *
 * @param loss the kappa of classes
 * @param threshold above which a probability is a yes; NaN for classes
 */
record TorchmetricsKappa(GroupLoss loss, double threshold) implements GroupLoss {
    @Override
    public double value(Samples samples) {
        double[] told = ToldClasses.of(samples);
        if (!Double.isNaN(threshold)) {
            told = Activated.flags(told);
            for (int i = 0; i < told.length; i++) {
                told[i] = told[i] > threshold ? 1 : 0;
            }
        }
        return loss.value(ToldClasses.of(samples, samples.truth(), told));
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        loss.gradient(samples, gradients);
    }

    @Override
    public Domain truth() {
        return Double.isNaN(threshold) ? loss.truth() : Domain.flag();
    }

    @Override
    public Domain prediction() {
        return Double.isNaN(threshold) ? loss.prediction() : Domain.number(Interval.REAL);
    }

    @Override
    public boolean isOverRows() {
        return false;
    }
}
