package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The negative log-likelihood of a normal distribution of which a row tells the mean and the logarithm of the standard
 * deviation. The constant has the digits that it has there. Source: catboost/libs/metrics/metric.cpp.
 */
record CatboostUncertainty() implements RowLoss {
    private static final double HALF_LOG_2_PI = 0.9189385332046;

    private static double share(double[] prediction) {
        if (prediction.length != 2) {
            throw new Refused("RMSEWithUncertainty takes two predictions a sample, not " + prediction.length);
        }
        return Elementary.exp(-2 * prediction[1]);
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        double e = prediction[0] - truth[0];
        return HALF_LOG_2_PI + prediction[1] + share(prediction) * e * e / 2;
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        double e = prediction[0] - truth[0];
        gradient[0] = share(prediction) * e;
        gradient[1] = 1 - share(prediction) * e * e;
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
