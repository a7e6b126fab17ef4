package lossctl.convention;

import lossctl.loss.PointwiseLoss;
import lossctl.num.Elementary;

/** The soft margin loss as PyTorch computes it: {@code e^(-t x)} overflows, and the derivative is then NaN. */
record TorchSoftMargin() implements PointwiseLoss {
    @Override
    public double value(double t, double x) {
        return Elementary.log1p(Elementary.exp(-t * x));
    }

    @Override
    public double slope(double t, double x) {
        double power = Elementary.exp(-t * x);
        return -t * power / (1 + power);
    }
}
