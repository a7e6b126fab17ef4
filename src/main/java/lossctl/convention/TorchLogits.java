package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.TupleLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * Binary cross-entropy of a logit whose positive part counts {@code pos_weight} times, in the steps of PyTorch: what a
 * negative logit cancels is lost, and an infinite logit that is right gives NaN, for 0 times infinity is part of the
 * formula. Source: ATen/native/Loss.cpp.
 *
 * @param weighed whether there is a weight of positives, as a further input
 */
record TorchLogits(boolean weighed) implements TupleLoss {
    @Override
    public double value(double[] truth, double[][] vectors) {
        double t = truth[0];
        double x = vectors[0][0];
        double c = weighed ? vectors[1][0] : 1;
        return (1 - t) * x - ((c - 1) * t + 1) * Elementary.logSigmoid(x);
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        double t = truth[0];
        double x = vectors[0][0];
        double c = weighed ? vectors[1][0] : 1;
        gradients[0][0] = (1 - t) * Elementary.sigmoid(x) - c * t * Elementary.sigmoid(-x);
        if (weighed) {
            gradients[1][0] = t * Elementary.softplus(-x);
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        double c = weighed ? vectors[1][0] : 1;
        double p = Elementary.sigmoid(vectors[0][0]);
        diagonal[0] = (1 - truth[0] + c * truth[0]) * p * Elementary.sigmoid(-vectors[0][0]);
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
        Domain any = Domain.number(Interval.REAL);
        return weighed
                ? List.of(new Input("pos_weight", any, Input.Width.AS_PREDICTION, "weight of positives"))
                : List.of();
    }
}
