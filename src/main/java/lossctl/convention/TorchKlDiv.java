package lossctl.convention;

import lossctl.loss.PointwiseLoss;
import lossctl.num.Elementary;

/**
 * The Kullback-Leibler divergence of one element as PyTorch computes it: the prediction is a logarithm, the target one
 * too under {@code log_target}; a target of 0 costs nothing, a negative one NaN.
 */
record TorchKlDiv(boolean logTarget) implements PointwiseLoss {
    @Override
    public double value(double t, double x) {
        return logTarget ? Elementary.exp(t) * (t - x) : Elementary.xLogY(t, t) - t * x;
    }

    @Override
    public double slope(double t, double x) {
        return logTarget ? -Elementary.exp(t) : -t;
    }
}
