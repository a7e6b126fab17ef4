package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * Binary cross-entropy as PyTorch computes it: no logarithm goes below -100, and the derivative's denominator not below
 * 1e-12, a float. Source: ATen/native/Loss.cpp.
 */
record TorchBce() implements PointwiseLoss {
    private static final double FLOOR = -100;
    private static final double LEAST_VARIANCE = 1e-12f;

    @Override
    public double value(double t, double p) {
        return (t - 1) * Math.max(Elementary.log1p(-p), FLOOR) - t * Math.max(Elementary.log(p), FLOOR);
    }

    @Override
    public double slope(double t, double p) {
        return (p - t) / Math.max((1 - p) * p, LEAST_VARIANCE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.UNIT);
    }
}
