package lossctl.convention;

import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** Losses of probabilities as Keras computes them. Source: keras/src/losses/losses.py, backend/torch/nn.py. */
final class KerasProbability {
    private KerasProbability() {}

    static Loss binary(Args args) {
        double smoothing = args.number("label_smoothing");
        if (!args.flag("from_logits")) {
            return new Binary(smoothing, KerasClip.of(args));
        }
        Spec spec = Catalog.find("bce");
        return new Open(spec.create(spec.defaults().with("from_logits", true).with("label_smoothing", smoothing)));
    }

    static Loss binaryFocal(Args args) {
        return binaryFocal(args, args.flag("apply_class_balancing") ? args.number("alpha") : Double.NaN);
    }

    /** {@code alpha} is NaN where classes are not balanced. */
    static Loss binaryFocal(Args args, double alpha) {
        PointwiseLoss focal =
                new BinaryFocal(args.number("gamma"), alpha, args.number("label_smoothing"), KerasClip.of(args));
        return args.flag("from_logits") ? new Sigmoid(focal) : focal;
    }

    /** Rows are divided by their sum, then clipped, unless they are scores. */
    static Loss categorical(Args args) {
        Spec spec = Catalog.find("cce");
        Params params = spec.defaults();
        if (args.has("label_smoothing")) {
            params = params.with("label_smoothing", args.number("label_smoothing"));
        }
        return args.flag("from_logits")
                ? new OpenRow(spec.create(params.with("from_logits", true)))
                : clipped(spec, params, args);
    }

    /** Rows are divided by their sum, then clipped. */
    static RowLoss clipped(Spec spec, Params params, Args args) {
        return new KerasClipped((RowLoss) spec.create(params), KerasClip.of(args));
    }

    static Loss categoricalFocal(Args args) {
        return categoricalFocal(args, args.tensor("alpha").values());
    }

    static Loss categoricalFocal(Args args, double[] alpha) {
        Spec spec = Catalog.find("categorical_focal");
        Params params = spec.defaults()
                .with("alpha", alpha)
                .with("gamma", args.number("gamma"))
                .with("label_smoothing", args.number("label_smoothing"));
        RowLoss focal = clipped(spec, params, args);
        return args.flag("from_logits") ? new OpenRow(new Softmaxed(focal)) : focal;
    }

    /** Binary cross-entropy of a clipped probability. */
    private record Binary(double smoothing, KerasClip bounds) implements PointwiseLoss {
        private static final TorchBce BCE = new TorchBce();

        private double smooth(double t) {
            return smoothing == 0 ? t : t * (1 - smoothing) + 0.5 * smoothing;
        }

        @Override
        public double value(double t, double p) {
            return BCE.value(smooth(t), bounds.clip(p));
        }

        @Override
        public double slope(double t, double p) {
            return bounds.leaves(p) ? BCE.slope(smooth(t), p) : 0;
        }
    }

    /**
     * Focal loss: the cross-entropy is of the clipped probability, the factor before it of the probability as it is, less
     * what 1 - (1 - p) rounds away.
     */
    private record BinaryFocal(double gamma, double alpha, double smoothing, KerasClip bounds)
            implements PointwiseLoss {
        private double smooth(double t) {
            return smoothing == 0 ? t : t * (1 - smoothing) + 0.5 * smoothing;
        }

        @Override
        public double value(double truth, double p) {
            double t = smooth(truth);
            return balance(t) * power(wrong(t, p), gamma) * new Binary(0, bounds).value(t, p);
        }

        @Override
        public double slope(double truth, double p) {
            double t = smooth(truth);
            double wrong = wrong(t, p);
            double fading = gamma == 0 ? 0 : gamma * power(wrong, gamma - 1) * (1 - 2 * t);
            if (gamma > 0 && gamma < 1 && wrong == 0) {
                // the slope of a power below 1 is infinite at 0, and Keras multiplies it with 0 as well
                return Double.NaN;
            }
            return balance(t)
                    * (fading * new Binary(0, bounds).value(t, p)
                            + power(wrong, gamma) * new Binary(0, bounds).slope(t, p));
        }

        private static double wrong(double t, double p) {
            return 1 - (t * p + (1 - t) * (1 - p));
        }

        private double balance(double t) {
            return Double.isNaN(alpha) ? 1 : t * alpha + (1 - t) * (1 - alpha);
        }

        private static double power(double x, double y) {
            return y == 0 ? 1 : y == 1 ? x : y == 2 ? x * x : Elementary.pow(x, y);
        }
    }

    /** A loss of a probability, taken of a score. */
    private record Sigmoid(PointwiseLoss loss) implements PointwiseLoss {
        @Override
        public double value(double t, double x) {
            return loss.value(t, Elementary.sigmoid(x));
        }

        @Override
        public double slope(double t, double x) {
            double p = Elementary.sigmoid(x);
            return loss.slope(t, p) * p * (1 - p);
        }
    }

    /** A loss of probabilities, taken of scores. */
    private record Softmaxed(RowLoss loss) implements RowLoss {
        @Override
        public double value(double[] truth, double[] x) {
            double[] p = new double[x.length];
            Elementary.softmax(x, p);
            return loss.value(truth, p);
        }

        @Override
        public void gradient(double[] truth, double[] x, double[] gradient) {
            double[] p = new double[x.length];
            Elementary.softmax(x, p);
            loss.gradient(truth, p, gradient);
            CompensatedSum mean = new CompensatedSum();
            for (int j = 0; j < p.length; j++) {
                mean.addProduct(p[j], gradient[j]);
            }
            for (int j = 0; j < p.length; j++) {
                gradient[j] = p[j] * (gradient[j] - mean.value());
            }
        }

        @Override
        public lossctl.loss.Domain truth() {
            return loss.truth();
        }

        @Override
        public lossctl.loss.Domain prediction() {
            return loss.prediction();
        }
    }
}
