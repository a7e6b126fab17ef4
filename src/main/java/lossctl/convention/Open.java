package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.num.Interval;

/** A pointwise loss without its doors: frameworks compute for truths and predictions that mathematics refuses. */
record Open(PointwiseLoss loss) implements PointwiseLoss {
    Open(Loss loss) {
        this((PointwiseLoss) loss);
    }

    @Override
    public double value(double truth, double prediction) {
        return loss.value(truth, prediction);
    }

    @Override
    public double slope(double truth, double prediction) {
        return loss.slope(truth, prediction);
    }

    @Override
    public double curvature(double truth, double prediction) {
        return loss.curvature(truth, prediction);
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
