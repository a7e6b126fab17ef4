package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Losses of Keras as TensorFlow computes them: of two equal numbers the first is the greater. Source: its answers. */
final class KerasTfKinks {
    private KerasTfKinks() {}

    /** The logarithm of the hyperbolic cosine, with a single precision's logarithm of 2. */
    record LogCosh() implements PointwiseLoss {
        private static final double LN2 = 0.693147180559945f;

        @Override
        public double value(double t, double p) {
            double size = Math.abs(p - t);
            return size + Elementary.log1p(Elementary.exp(-2 * size)) - LN2;
        }

        @Override
        public double slope(double t, double p) {
            return Elementary.tanh(p - t);
        }
    }

    /**
     * The focal loss of raw scores and labels that are smoothed before: a part of each is a half. The slope of a power below
     * the first is no number at 0, where the probability rounds to 1.
     */
    record Focal(PointwiseLoss loss, double smoothing, double gamma) implements PointwiseLoss {
        private double smooth(double t) {
            return t * (1 - smoothing) + smoothing / 2;
        }

        @Override
        public double value(double t, double p) {
            return loss.value(smooth(t), p);
        }

        @Override
        public double slope(double t, double p) {
            return gamma < 1 && isCertain(smooth(t), p) ? Double.NaN : loss.slope(smooth(t), p);
        }

        private static boolean isCertain(double t, double p) {
            double q = Elementary.sigmoid(p);
            return 1 - (t * q + (1 - t) * (1 - q)) == 0;
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

    /** What is missing to the margin of 1, at which the slope counts in full. */
    record Hinge() implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return Math.max(0, 1 - t * p);
        }

        @Override
        public double slope(double t, double p) {
            return 1 - t * p >= 0 ? -t : 0;
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

    /** The same of classes. */
    record CategoricalHinge(RowLoss loss) implements RowLoss {
        private static boolean isAtMargin(double[] truth, double[] prediction) {
            double right = 0;
            double wrong = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < truth.length; j++) {
                right += truth[j] * prediction[j];
                wrong = Math.max(wrong, (1 - truth[j]) * prediction[j]);
            }
            return wrong - right + 1 == 0;
        }

        @Override
        public double value(double[] truth, double[] prediction) {
            return loss.value(truth, prediction);
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            loss.gradient(truth, prediction, gradient);
            // half of the slope counts there elsewhere
            for (int j = 0; isAtMargin(truth, prediction) && j < gradient.length; j++) {
                gradient[j] *= 2;
            }
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
}
