package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.MarginLoss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Losses as scikit-learn computes them. Source: sklearn/metrics/_regression.py and _classification.py. */
final class SklearnLosses {
    /** The distance of 1 to the next double: what probabilities are kept from 0 and 1 by. */
    static final double EPSILON = 0x1p-52;

    private SklearnLosses() {}

    /** The distance of 1 to the next number of a precision. */
    static double epsilon(boolean float32) {
        return float32 ? 0x1p-23 : EPSILON;
    }

    /** The percentage error as a fraction. */
    record PercentageError() implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return Math.abs(p - t) / Math.max(Math.abs(t), EPSILON);
        }

        @Override
        public double slope(double t, double p) {
            return Math.signum(p - t) / Math.max(Math.abs(t), EPSILON);
        }
    }

    /** Whether a label is wrong. */
    record Wrong() implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return t == p ? 0 : 1;
        }

        @Override
        public double slope(double t, double p) {
            return Double.NaN;
        }
    }

    /** Whether all labels of a sample are right, or not. */
    record AllRight(boolean good) implements AnyRow {
        @Override
        public double value(double[] truth, double[] prediction) {
            return Arrays.equals(truth, prediction) == good ? 1 : 0;
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            Arrays.fill(gradient, Double.NaN);
        }
    }

    /** Cross-entropy of one probability that is clipped. */
    record BinaryLog(double eps) implements PointwiseLoss {
        @Override
        public double value(double t, double probability) {
            double p = clip(probability, eps);
            return t == 1 ? -Elementary.log(p) : -Elementary.log(1 - p);
        }

        @Override
        public double slope(double t, double probability) {
            double p = clip(probability, eps);
            return p != probability ? 0 : t == 1 ? -1 / p : 1 / (1 - p);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.UNIT);
        }

        @Override
        public String refusal(int outputs) {
            return outputs < 2
                    ? null
                    : "as sklearn has one probability a sample, not " + outputs
                            + " (one a class? use cce or sparse_cce)";
        }
    }

    /** The hinge loss of one score a sample; of a score a class it is another loss. */
    record Hinge(MarginLoss loss) implements MarginLoss {
        @Override
        public double curve(double a) {
            return loss.curve(a);
        }

        @Override
        public double slope(double a) {
            return loss.slope(a);
        }

        @Override
        public double curvature(double a) {
            return loss.curvature(a);
        }

        @Override
        public double[] kinks() {
            return loss.kinks();
        }

        @Override
        public String refusal(int outputs) {
            return outputs < 2
                    ? null
                    : "as sklearn has one score a sample, not " + outputs + " (one a class? use multiclass_hinge)";
        }
    }

    /** Cross-entropy of a row that is clipped, and then, in older versions, divided by its sum. */
    record Log(double eps, boolean normalized) implements RowLoss {
        private double[] clipped(double[] prediction) {
            double[] p = new double[prediction.length];
            for (int j = 0; j < p.length; j++) {
                p[j] = clip(prediction[j], eps);
            }
            return p;
        }

        private double sum(double[] p) {
            if (!normalized) {
                return 1;
            }
            CompensatedSum sum = new CompensatedSum();
            for (double each : p) {
                sum.add(each);
            }
            return sum.value();
        }

        @Override
        public double value(double[] truth, double[] prediction) {
            double[] p = clipped(prediction);
            double sum = sum(p);
            CompensatedSum loss = new CompensatedSum();
            for (int j = 0; j < p.length; j++) {
                loss.add(-Elementary.xLogY(truth[j], p[j] / sum));
            }
            return loss.value();
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            double[] p = clipped(prediction);
            double pull = 0;
            for (double t : truth) {
                pull += normalized ? t / sum(p) : 0;
            }
            for (int j = 0; j < p.length; j++) {
                gradient[j] = p[j] == prediction[j] ? pull - truth[j] / p[j] : 0;
            }
        }

        @Override
        public Domain truth() {
            return Domain.row(Interval.UNIT);
        }

        @Override
        public Domain prediction() {
            return Domain.row(Interval.UNIT);
        }
    }

    /**
     * The squared distance of a row from its truth, halved or not; of one probability alone that of both classes.
     *
     * @param halved null where fewer than three classes are halved
     */
    record Brier(Boolean halved) implements RowLoss {
        private double factor(int width) {
            boolean half = halved == null ? width < 3 : halved;
            return (width == 1 ? 2 : 1) * (half ? 0.5 : 1);
        }

        @Override
        public double value(double[] truth, double[] prediction) {
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < truth.length; j++) {
                double e = prediction[j] - truth[j];
                sum.add(factor(truth.length) * e * e);
            }
            return sum.value();
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            for (int j = 0; j < truth.length; j++) {
                gradient[j] = 2 * factor(truth.length) * (prediction[j] - truth[j]);
            }
        }

        @Override
        public Domain truth() {
            return Domain.row(Interval.UNIT);
        }

        @Override
        public Domain prediction() {
            return Domain.row(Interval.UNIT);
        }
    }

    private static double clip(double p, double eps) {
        return Math.max(eps, Math.min(1 - eps, p));
    }
}
