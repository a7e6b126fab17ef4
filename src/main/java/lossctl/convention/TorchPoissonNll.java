package lossctl.convention;

import lossctl.loss.PointwiseLoss;
import lossctl.num.Elementary;

/** The Poisson loss as PyTorch computes it: {@code eps} inside the logarithm, Stirling's formula under {@code full}. */
record TorchPoissonNll(boolean logInput, boolean full, double eps) implements PointwiseLoss {
    private static final double TWO_PI = 2 * Math.PI;

    @Override
    public double value(double t, double x) {
        double value = logInput ? Elementary.exp(x) - t * x : x - t * Elementary.log(x + eps);
        if (full && t > 1) {
            value += t * Elementary.log(t) - t + 0.5 * Elementary.log(TWO_PI * t);
        }
        return value;
    }

    @Override
    public double slope(double t, double x) {
        return logInput ? Elementary.exp(x) - t : 1 - t / (x + eps);
    }
}
