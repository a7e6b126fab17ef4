package lossctl.convention;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.TupleLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Losses of the catalogue with the parameters that PyTorch gives them. */
final class TorchLosses {
    private TorchLosses() {}

    /** {@code beta} of 0 is the absolute error. */
    static Loss smoothL1(Args args) {
        double beta = args.number("beta");
        if (beta < 0) {
            throw new Refused("smooth_l1_loss does not support negative values for beta");
        }
        Spec spec = Catalog.find(beta == 0 ? "mae" : "smooth_l1");
        Params params = spec.defaults();
        return spec.create(beta == 0 ? params : params.with("beta", beta));
    }

    /** Binary cross-entropy of logits; {@code pos_weight} comes as a further array. */
    static Loss logits(Args args) {
        if (args.isSet("pos_weight")) {
            return new PositiveWeight();
        }
        Spec spec = Catalog.find("bce");
        return new Open(spec.create(spec.defaults().with("from_logits", true)));
    }

    /** Binary cross-entropy of a logit whose positive part counts {@code c} times. */
    private record PositiveWeight() implements TupleLoss {
        @Override
        public double value(double[] truth, double[][] vectors) {
            double t = truth[0];
            double x = vectors[0][0];
            double c = vectors[1][0];
            return (1 - t) * Elementary.softplus(x) + c * t * Elementary.softplus(-x);
        }

        @Override
        public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
            double t = truth[0];
            double x = vectors[0][0];
            double c = vectors[1][0];
            gradients[0][0] = (1 - t) * Elementary.sigmoid(x) - c * t * Elementary.sigmoid(-x);
            gradients[1][0] = t * Elementary.softplus(-x);
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.REAL);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.REAL);
        }

        @Override
        public List<Input> inputs() {
            return List.of(new Input(
                    "pos_weight", Domain.number(Interval.REAL), Input.Width.AS_PREDICTION, "weight of positives"));
        }
    }
}
