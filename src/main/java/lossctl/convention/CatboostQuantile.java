package lossctl.convention;

import lossctl.loss.PointwiseLoss;

/**
 * The quantile loss as CatBoost computes it: errors of less than {@code delta} are none, and others that much smaller.
 * Source: catboost/libs/metrics/metric.cpp and private/libs/algo_helpers/error_functions.h.
 *
 * @param tau what an error below the truth costs
 * @param delta how small an error is none
 * @param factor what the loss is multiplied by
 */
record CatboostQuantile(double tau, double delta, double factor) implements PointwiseLoss {
    @Override
    public double value(double t, double p) {
        double lack = t - p;
        double size = Math.abs(lack);
        if (size < delta) {
            return 0;
        }
        return factor * (lack > 0 ? tau : 1 - tau) * (size > delta ? size - delta : size);
    }

    @Override
    public double slope(double t, double p) {
        double lack = t - p;
        return Math.abs(lack) < delta ? 0 : factor * (lack > 0 ? -tau : 1 - tau);
    }
}
