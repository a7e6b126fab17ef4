package lossctl.convention;

import lossctl.loss.PointwiseLoss;
import lossctl.num.Elementary;

/** Losses of numbers as Keras computes them. Source: keras/src/losses/losses.py. */
final class KerasRegression {
    private static final double LN2 = 0.6931471805599453;
    private static final double SOFTPLUS_IS_LINEAR = 20;

    private KerasRegression() {}

    /** The percentage error of a truth that is never less than 1e-7. */
    record PercentageError() implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return 100 * (Math.abs(t - p) / Math.max(Math.abs(t), Keras.EPSILON));
        }

        @Override
        public double slope(double t, double p) {
            return 100 * Math.signum(p - t) / Math.max(Math.abs(t), Keras.EPSILON);
        }

        @Override
        public double curvature(double t, double p) {
            return 0;
        }
    }

    /**
     * The squared logarithmic error of numbers that are never less than 1e-7.
     *
     * @param least 1e-7, in the precision that it has
     * @param atLeast how much of the slope counts there
     */
    record LogarithmicError(double least, double atLeast) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            double e = difference(t, p);
            return e * e;
        }

        @Override
        public double slope(double t, double p) {
            double share = p > least ? 1 : p == least ? atLeast : 0;
            return share * 2 * difference(t, p) / (1 + Math.max(p, least));
        }

        private double difference(double t, double p) {
            return Elementary.log1p(Math.max(p, least)) - Elementary.log1p(Math.max(t, least));
        }
    }

    /** The Poisson loss of a rate to which 1e-7 is added inside the logarithm. */
    record Poisson() implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return p - t * Elementary.log(p + Keras.EPSILON);
        }

        @Override
        public double slope(double t, double p) {
            return 1 - t / (p + Keras.EPSILON);
        }

        @Override
        public double curvature(double t, double p) {
            return t / ((p + Keras.EPSILON) * (p + Keras.EPSILON));
        }
    }

    /** The logarithm of the hyperbolic cosine, with a softplus that is the identity above 20. */
    record LogCosh(PointwiseLoss exact) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            double e = p - t;
            return -2 * e > SOFTPLUS_IS_LINEAR ? -e - LN2 : exact.value(t, p);
        }

        @Override
        public double slope(double t, double p) {
            return -2 * (p - t) > SOFTPLUS_IS_LINEAR ? -1 : exact.slope(t, p);
        }

        @Override
        public double curvature(double t, double p) {
            return -2 * (p - t) > SOFTPLUS_IS_LINEAR ? 0 : exact.curvature(t, p);
        }
    }
}
