package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** Losses as optax computes them for truths and scores that mathematics refuses. Source: optax/losses. */
final class OptaxRows {
    private OptaxRows() {}

    /**
     * A cross-entropy of raw scores in which a score of Infinity makes NaN of everything.
     *
     * @param safe whether 0 times an infinite logarithm is 0, not NaN
     */
    record Unsafe(RowLoss loss, boolean safe) implements AnyRow {
        private static boolean isInfinite(double[] scores) {
            for (double score : scores) {
                if (score == Double.POSITIVE_INFINITY) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public double value(double[] truth, double[] prediction) {
            for (int j = 0; !safe && j < prediction.length; j++) {
                if (truth[j] == 0 && prediction[j] == Double.NEGATIVE_INFINITY) {
                    return Double.NaN;
                }
            }
            return isInfinite(prediction) ? Double.NaN : loss.value(truth, prediction);
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            if (isInfinite(prediction)) {
                Arrays.fill(gradient, Double.NaN);
            } else {
                loss.gradient(truth, prediction, gradient);
            }
        }

        @Override
        public void hessian(double[] truth, double[] prediction, double[] diagonal) {
            loss.hessian(truth, prediction, diagonal);
        }
    }

    /**
     * A loss of raw scores in which an infinite one makes NaN of the derivative.
     *
     * @param logs whether it multiplies infinite logarithms by 0 as well, so that the best of all scores is NaN
     * @param flat whether the derivative of the logarithms stays what it is
     */
    record Infinite(PointwiseLoss loss, boolean logs, boolean flat) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            if (!logs || !Double.isInfinite(p)) {
                return loss.value(t, p);
            }
            return t == (p > 0 ? 1 : 0) ? Double.NaN : Double.POSITIVE_INFINITY;
        }

        @Override
        public double slope(double t, double p) {
            return !flat && Double.isInfinite(p) ? Double.NaN : loss.slope(t, p);
        }

        @Override
        public double curvature(double t, double p) {
            return loss.curvature(t, p);
        }

        @Override
        public Domain truth() {
            return loss.truth();
        }

        @Override
        public Domain prediction() {
            return loss.prediction();
        }
    }

    /** A loss of -1 and +1, told by a label that is 0 or anything else. */
    record Truthful(PointwiseLoss loss) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return loss.value(t == 0 ? -1 : 1, p);
        }

        @Override
        public double slope(double t, double p) {
            return loss.slope(t == 0 ? -1 : 1, p);
        }

        @Override
        public double curvature(double t, double p) {
            return loss.curvature(t == 0 ? -1 : 1, p);
        }
    }

    /**
     * The divergence of a row of probabilities from one that is told by its logarithms.
     *
     * @param general whether what the predictions sum to beyond the truths counts as well
     */
    record Logarithms(boolean general) implements AnyRow {
        @Override
        public double value(double[] truth, double[] prediction) {
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < truth.length; j++) {
                double t = truth[j];
                sum.add(t * ((t == 0 ? 0 : Elementary.log(t)) - prediction[j]));
                sum.add(general ? Elementary.exp(prediction[j]) : 0);
                sum.add(general ? -t : 0);
            }
            return sum.value();
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            for (int j = 0; j < truth.length; j++) {
                gradient[j] = (general ? Elementary.exp(prediction[j]) : 0) - truth[j];
            }
        }
    }
}
