package lossctl.loss;

import lossctl.num.Interval;

/** Puts the adjustments that were asked for before a loss. */
final class Adjusted {
    private Adjusted() {}

    static Loss apply(Loss loss, Params params) {
        boolean normalize = params.has("normalize") && params.flag("normalize");
        double eps = params.isSet("clip") ? params.number("clip") : 0;
        int ignored = params.isSet("ignore_index") ? params.integer("ignore_index") : Domain.NOTHING;
        if (!normalize && eps == 0 && ignored == Domain.NOTHING) {
            return loss;
        }
        if ((normalize || eps > 0) && !loss.prediction().isProbability()) {
            throw new BadParameter((normalize ? "--normalize" : "--clip") + " needs probabilities, not raw scores");
        }
        if (loss instanceof RowLoss row) {
            return new Row(row, normalize, eps, ignored);
        }
        if (loss instanceof PointwiseLoss pointwise) {
            return new Pointwise(pointwise, eps);
        }
        return loss;
    }

    private static double clip(double p, double eps) {
        return Math.max(eps, Math.min(1 - eps, p));
    }

    /** A pointwise loss behind a clip. */
    private record Pointwise(PointwiseLoss loss, double eps) implements PointwiseLoss {
        @Override
        public double value(double truth, double prediction) {
            return loss.value(truth, clip(prediction, eps));
        }

        @Override
        public double slope(double truth, double prediction) {
            double clipped = clip(prediction, eps);
            return clipped == prediction ? loss.slope(truth, prediction) : 0;
        }

        @Override
        public double curvature(double truth, double prediction) {
            double clipped = clip(prediction, eps);
            return clipped == prediction ? loss.curvature(truth, prediction) : 0;
        }

        @Override
        public double[] kinks(double truth) {
            return new double[] {eps, 1 - eps};
        }

        @Override
        public Domain truth() {
            return loss.truth();
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.UNIT);
        }
    }

    /** A row loss behind a normalisation, then a clip; samples of one class may not count. */
    private record Row(RowLoss loss, boolean normalize, double eps, int ignored) implements RowLoss {
        @Override
        public double value(double[] truth, double[] prediction) {
            return loss.value(truth, adjust(prediction, sum(prediction)));
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            double sum = sum(prediction);
            double[] adjusted = adjust(prediction, sum);
            loss.gradient(truth, adjusted, gradient);
            double mixed = 0;
            for (int i = 0; i < gradient.length; i++) {
                double share = prediction[i] / sum;
                if (eps > 0 && adjusted[i] != share) {
                    gradient[i] = 0;
                }
                // no share of an infinite slope: its limit is finite, and 0 where the share is
                mixed += Double.isInfinite(gradient[i]) ? 0 : share * gradient[i];
            }
            if (normalize) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = (gradient[i] - mixed) / sum;
                }
            }
        }

        @Override
        public void hessian(double[] truth, double[] prediction, double[] diagonal) {
            if (normalize) {
                // a prediction moves all shares: the diagonal is not enough to tell by how much
                RowLoss.super.hessian(truth, prediction, diagonal);
                return;
            }
            double[] adjusted = adjust(prediction, 1);
            loss.hessian(truth, adjusted, diagonal);
            for (int i = 0; i < diagonal.length; i++) {
                diagonal[i] = adjusted[i] == prediction[i] ? diagonal[i] : 0;
            }
        }

        private double sum(double[] prediction) {
            double sum = 1;
            if (normalize) {
                sum = 0;
                for (double p : prediction) {
                    sum += p;
                }
                if (sum == 0) {
                    throw new UndefinedLoss("the probabilities of a row are all 0: they cannot be normalized");
                }
            }
            return sum;
        }

        private double[] adjust(double[] prediction, double sum) {
            double[] adjusted = new double[prediction.length];
            for (int i = 0; i < adjusted.length; i++) {
                double share = prediction[i] / sum;
                adjusted[i] = eps > 0 ? clip(share, eps) : share;
            }
            return adjusted;
        }

        @Override
        public Domain truth() {
            return ignored == Domain.NOTHING ? loss.truth() : loss.truth().ignoring(ignored);
        }

        @Override
        public Domain prediction() {
            return normalize ? Domain.row(Interval.UNIT) : loss.prediction();
        }
    }
}
