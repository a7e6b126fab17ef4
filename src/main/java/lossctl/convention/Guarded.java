package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Pointwise losses whose denominators and logarithms frameworks keep away from 0, each at a place of its own. */
final class Guarded {
    private Guarded() {}

    /** The squared difference of {@code ln(1 + x)}: NaN below -1. */
    record Logarithms() implements PointwiseLoss {
        private static double log(double x) {
            return x < -1 ? Double.NaN : Elementary.log1p(x);
        }

        @Override
        public double value(double t, double p) {
            double e = log(p) - log(t);
            return e * e;
        }

        @Override
        public double slope(double t, double p) {
            return 2 * (log(p) - log(t)) / (1 + p);
        }
    }

    /** {@code factor |e| / max(|t|, least)}. */
    record Percentage(double factor, double least) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return factor * Math.abs(p - t) / Math.max(Math.abs(t), least);
        }

        @Override
        public double slope(double t, double p) {
            return factor * Math.signum(p - t) / Math.max(Math.abs(t), least);
        }
    }

    /** {@code factor |e| / max(|t| + |p|, least)}. */
    record Symmetric(double factor, double least) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return factor * Math.abs(p - t) / Math.max(Math.abs(t) + Math.abs(p), least);
        }

        @Override
        public double slope(double t, double p) {
            double below = Math.abs(t) + Math.abs(p);
            double pull = below > least ? value(t, p) * Math.signum(p) : 0;
            return (factor * Math.signum(p - t) - pull) / Math.max(below, least);
        }
    }

    /** Binary cross-entropy of probabilities that are at least {@code least} inside a logarithm. */
    record Log(double least) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return -Elementary.xLogY(t, Math.max(p, least)) - Elementary.xLogY(1 - t, Math.max(1 - p, least));
        }

        @Override
        public double slope(double t, double p) {
            return (1 - p > least ? (1 - t) / (1 - p) : 0) - (p > least ? t / p : 0);
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.UNIT);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.UNIT);
        }
    }

    /** Cross-entropy of a class, whose probability is at least {@code least} inside the logarithm. */
    record ClassLog(double least) implements ClassLoss {
        @Override
        public double value(int label, double[] p) {
            return -Elementary.log(Math.max(p[label], least));
        }

        @Override
        public void gradient(int label, double[] p, double[] gradient) {
            Arrays.fill(gradient, 0);
            gradient[label] = p[label] > least ? -1 / p[label] : 0;
        }

        @Override
        public Domain prediction() {
            return Domain.row(Interval.UNIT);
        }
    }

    /** {@code p - t ln p} of a rate that is at least {@code least} inside the logarithm. */
    record Poisson(double least) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return p - t * Elementary.log(Math.max(p, least));
        }

        @Override
        public double slope(double t, double p) {
            return 1 - (p > least ? t / p : 0);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.NON_NEGATIVE);
        }
    }
}
