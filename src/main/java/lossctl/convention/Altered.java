package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Pointwise losses of which a framework computes a little another thing: of moved numbers, halved, of a probability. */
final class Altered {
    private Altered() {}

    /** A loss of predictions that are raised to a least one. */
    record Raised(PointwiseLoss loss, double least) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return loss.value(t, Math.max(p, least));
        }

        @Override
        public double slope(double t, double p) {
            return p < least ? 0 : loss.slope(t, p);
        }

        @Override
        public Domain truth() {
            return loss.truth();
        }
    }

    /** A loss of a truth and a prediction to which something is added. */
    record Moved(PointwiseLoss loss, double truthBy, double predictionBy) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return loss.value(t + truthBy, p + predictionBy);
        }

        @Override
        public double slope(double t, double p) {
            return loss.slope(t + truthBy, p + predictionBy);
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.NON_NEGATIVE);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.NON_NEGATIVE);
        }
    }

    /** Half a loss, as objectives are whose gradient has no factor 2. */
    record Halved(PointwiseLoss loss) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return loss.value(t, p) / 2;
        }

        @Override
        public double slope(double t, double p) {
            return loss.slope(t, p) / 2;
        }

        @Override
        public double curvature(double t, double p) {
            return loss.curvature(t, p) / 2;
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

    /** A loss of a probability, taken of a raw score. */
    record OfScore(PointwiseLoss loss) implements PointwiseLoss {
        @Override
        public double value(double t, double x) {
            return loss.value(t, Elementary.sigmoid(x));
        }

        @Override
        public double slope(double t, double x) {
            double p = Elementary.sigmoid(x);
            return loss.slope(t, p) * p * Elementary.sigmoid(-x);
        }

        @Override
        public Domain truth() {
            return loss.truth();
        }
    }

    /** Whether a probability lies on the wrong side of a threshold; one at the threshold says no. */
    record Miss(double threshold) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return p > threshold ? 1 - t : t;
        }

        @Override
        public double slope(double t, double p) {
            return Double.NaN;
        }

        @Override
        public Domain truth() {
            return Domain.flag();
        }
    }

    /** A hinge without a slope where the margin is 1. */
    record HingeBelow(PointwiseLoss loss) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return loss.value(t, p);
        }

        @Override
        public double slope(double t, double p) {
            return loss.value(t, p) > 0 ? loss.slope(t, p) : 0;
        }

        @Override
        public Domain truth() {
            return loss.truth();
        }
    }

    /** Focal loss of a probability that is kept from 0 and 1 by {@code least}: {@code -a (1 - q)^gamma ln q}. */
    record ClampedFocal(double alpha, double gamma, double least) implements PointwiseLoss {
        private double right(double t, double p) {
            double clamped = Math.max(least, Math.min(1 - least, p));
            return t == 1 ? clamped : 1 - clamped;
        }

        private double balance(double t) {
            return t == 1 ? alpha : 1 - alpha;
        }

        @Override
        public double value(double t, double p) {
            double q = right(t, p);
            return -balance(t) * Elementary.pow(1 - q, gamma) * Elementary.log(q);
        }

        @Override
        public double slope(double t, double p) {
            double q = right(t, p);
            double rise =
                    gamma * Elementary.pow(1 - q, gamma - 1) * Elementary.log(q) - Elementary.pow(1 - q, gamma) / q;
            return p < least || p > 1 - least ? 0 : balance(t) * (t == 1 ? rise : -rise);
        }

        @Override
        public Domain truth() {
            return Domain.flag();
        }
    }
}
