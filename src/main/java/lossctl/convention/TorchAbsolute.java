package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;

/**
 * The absolute error as PyTorch derives it: the sign of NaN is 0. Source: ATen/native/cpu/UnaryOpsKernel.cpp, sign_kernel.
 */
record TorchAbsolute(PointwiseLoss loss) implements PointwiseLoss {
    @Override
    public double value(double t, double p) {
        return loss.value(t, p);
    }

    @Override
    public double slope(double t, double p) {
        return Double.isNaN(p - t) ? 0 : loss.slope(t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return loss.curvature(t, p);
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }
}
