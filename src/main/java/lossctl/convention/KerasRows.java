package lossctl.convention;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** Losses of rows as Keras computes them. Source: keras/src/losses/losses.py. */
final class KerasRows {
    private KerasRows() {}

    /** The Kullback-Leibler divergence of two rows that are clipped to [1e-7, 1], and not normalised. */
    record Divergence() implements AnyRow {
        private static double clip(double p) {
            return Math.max(Keras.EPSILON, Math.min(1, p));
        }

        @Override
        public double value(double[] truth, double[] prediction) {
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < truth.length; j++) {
                double t = clip(truth[j]);
                sum.addProduct(t, Elementary.log(t / clip(prediction[j])));
            }
            return sum.value();
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            for (int j = 0; j < truth.length; j++) {
                double p = prediction[j];
                gradient[j] = p == clip(p) ? -clip(truth[j]) / p : 0;
            }
        }
    }

    /**
     * The negative cosine of two vectors, neither of which counts as shorter than 1e-7.
     *
     * @param pace what a loss counts in the reduced one: it goes through the rounding errors of the gradient
     * @param open whether a norm of 0 is not raised before its inverse is derived, as up to Keras 3.15
     */
    record Cosine(double pace, boolean open) implements AnyRow {
        private static final double LEAST_SQUARE = Keras.EPSILON * Keras.EPSILON;

        @Override
        public double value(double[] truth, double[] prediction) {
            double scale = inverse(norm(truth)) * inverse(norm(prediction));
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < truth.length; j++) {
                sum.addProduct(truth[j], prediction[j]);
            }
            double product = -sum.value();
            return Double.isInfinite(product) || product == 0 ? scaled(truth, prediction) : product * scale;
        }

        /** The same in steps that neither overflow nor vanish. */
        private static double scaled(double[] truth, double[] prediction) {
            double first = inverse(norm(truth));
            double second = inverse(norm(prediction));
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < truth.length; j++) {
                sum.addProduct(truth[j] * first, prediction[j] * second);
            }
            return -sum.value();
        }

        private static double norm(double[] vector) {
            return Elementary.norm2(vector);
        }

        private static double inverse(double norm) {
            return Math.min(1 / norm, 1 / Keras.EPSILON);
        }

        /** How much of the norm's derivative counts: none below the least norm, half of it exactly there. */
        private double share(double[] vector) {
            double square = 0;
            for (double each : vector) {
                square += each * each;
            }
            return square > LEAST_SQUARE ? 1 : square == LEAST_SQUARE ? 0.5 : open && square == 0 ? Double.NaN : 0;
        }

        /** In the steps of Keras: of single numbers only its rounding errors are left, and these are its gradient. */
        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            double first = inverse(norm(truth));
            double second = inverse(norm(prediction));
            double cross = 0;
            for (int j = 0; j < truth.length; j++) {
                cross += -pace * (truth[j] * first) * prediction[j];
            }
            double pull = share(prediction) * -0.5 * cross * (second * second * second);
            for (int j = 0; j < truth.length; j++) {
                gradient[j] = (-pace * (truth[j] * first) * second + pull * (2 * prediction[j])) / pace;
            }
        }
    }
}
