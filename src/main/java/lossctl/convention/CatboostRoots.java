package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Losses of CatBoost that are a share of two sums, or its root. Source: catboost/libs/metrics/metric.cpp. */
final class CatboostRoots {
    private CatboostRoots() {}

    /** The square of the error over the truth, which counts as at least 1. */
    record Relative() implements PointwiseLoss {
        private static double error(double t, double p) {
            return (p - t) / Math.max(1, Math.abs(t));
        }

        @Override
        public double value(double t, double p) {
            return error(t, p) * error(t, p);
        }

        @Override
        public double slope(double t, double p) {
            return 2 * error(t, p) / Math.max(1, Math.abs(t));
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.REAL);
        }
    }

    /** The root of the squared errors of all outputs, added up, per sample; a truth of NaN is one that is not known. */
    record Outputs() implements SummaryLoss {
        @Override
        public int sums(int outputs) {
            return 2 * outputs;
        }

        @Override
        public void add(Sums sums, double[] truth, double[] prediction, double weight) {
            for (int c = 0; c < prediction.length; c++) {
                if (truth[c] == truth[c]) {
                    double e = prediction[c] - truth[c];
                    sums.add(2 * c, weight, e, e);
                    sums.at(2 * c + 1).add(weight);
                }
            }
        }

        @Override
        public double value(Sums sums) {
            double sum = 0;
            for (int c = 0; c < sums.outputs(); c++) {
                double count = sums.at(2 * c + 1).value();
                sum += count == 0 ? 0 : sums.at(2 * c).value() / count;
            }
            return Math.sqrt(sum);
        }

        @Override
        public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
            double root = value(sums);
            for (int c = 0; c < prediction.length; c++) {
                double e = truth[c] == truth[c] ? prediction[c] - truth[c] : 0;
                gradient[c] =
                        e == 0 ? 0 : weight * e / root / sums.at(2 * c + 1).value();
            }
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

    /** The root of the mean squared error, the mean error of each list taken away. */
    record Lists() implements AnyRowSums {
        @Override
        public int sums(int outputs) {
            return 2;
        }

        private static double[] errors(double[] truth, double[] prediction) {
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < truth.length; j++) {
                sum.add(prediction[j] - truth[j]);
            }
            double[] errors = new double[truth.length];
            for (int j = 0; j < errors.length; j++) {
                errors[j] = prediction[j] - truth[j] - sum.value() / truth.length;
            }
            return errors;
        }

        @Override
        public void add(Sums sums, double[] truth, double[] prediction, double weight) {
            for (double e : errors(truth, prediction)) {
                sums.add(0, weight, e, e);
                sums.at(1).add(weight);
            }
        }

        @Override
        public double value(Sums sums) {
            return sums.at(0).rootOver(sums.at(1));
        }

        @Override
        public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
            double below = value(sums) * sums.at(1).value();
            double[] errors = errors(truth, prediction);
            for (int j = 0; j < errors.length; j++) {
                gradient[j] = errors[j] == 0 ? 0 : weight * errors[j] / below;
            }
        }
    }

    /**
     * The softmax cross-entropy of lists against the sum of their truths; those not above 0 do not count.
     *
     * @param beta what scores are multiplied by
     */
    record Softmax(double beta) implements AnyRowSums {
        @Override
        public int sums(int outputs) {
            return 2;
        }

        private double[] logarithms(double[] scores) {
            double[] logarithms = new double[scores.length];
            for (int j = 0; j < scores.length; j++) {
                logarithms[j] = beta * scores[j];
            }
            Elementary.logSoftmax(logarithms, logarithms);
            return logarithms;
        }

        @Override
        public void add(Sums sums, double[] truth, double[] prediction, double weight) {
            double[] logarithms = logarithms(prediction);
            for (int j = 0; j < truth.length; j++) {
                if (truth[j] > 0) {
                    sums.add(0, weight, -truth[j], logarithms[j]);
                    sums.at(1).addProduct(weight, truth[j]);
                }
            }
        }

        @Override
        public double value(Sums sums) {
            return sums.at(1).isZero() ? 0 : sums.at(0).over(sums.at(1));
        }

        @Override
        public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
            double all = 0;
            for (double t : truth) {
                all += Math.max(0, t);
            }
            double[] logarithms = logarithms(prediction);
            double scale = beta * weight / sums.at(1).value();
            if (sums.at(1).isZero()) {
                Arrays.fill(gradient, 0);
                return;
            }
            for (int j = 0; j < truth.length; j++) {
                gradient[j] = scale * (all * Elementary.exp(logarithms[j]) - Math.max(0, truth[j]));
            }
        }
    }
}
