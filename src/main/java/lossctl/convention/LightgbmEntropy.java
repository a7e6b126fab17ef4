package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Selection;
import lossctl.loss.TupleLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** The cross-entropies of LightGBM whose truths may be probabilities. Source: LightGBM/src/metric/xentropy_metric.hpp. */
final class LightgbmEntropy {
    private static final double LEAST = 1e-12;
    private static final PointwiseLoss LOG = new Guarded.Log(LEAST);

    private LightgbmEntropy() {}

    /** The divergence of a probability of a yes from another, those of the no included. */
    record Divergence() implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            double own = t > LEAST ? t * Elementary.log(t) : 0;
            double other = 1 - t > LEAST ? (1 - t) * Elementary.log(1 - t) : 0;
            return LOG.value(t, p) + (own + other);
        }

        @Override
        public double slope(double t, double p) {
            return LOG.slope(t, p);
        }

        @Override
        public Domain truth() {
            return LOG.truth();
        }

        @Override
        public Domain prediction() {
            return LOG.prediction();
        }
    }

    /** Cross-entropy of the probability that a raw score gives over an exposure. */
    record Lambda() implements TupleLoss {
        private static double none(double[][] vectors) {
            return Elementary.exp(-vectors[1][0] * Elementary.softplus(vectors[0][0]));
        }

        @Override
        public double value(double[] truth, double[][] vectors) {
            return LOG.value(truth[0], 1 - none(vectors));
        }

        @Override
        public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
            double none = none(vectors);
            double slope = LOG.slope(truth[0], 1 - none);
            gradients[0][0] = slope * none * vectors[1][0] * Elementary.sigmoid(vectors[0][0]);
            gradients[1][0] = slope * none * Elementary.softplus(vectors[0][0]);
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.UNIT);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.REAL);
        }

        @Override
        public List<Input> inputs() {
            Domain positive = Domain.number(Interval.POSITIVE);
            return List.of(new Input("exposure", positive, Input.Width.ONE, "how long each sample was seen"));
        }
    }

    /** Weights are exposures; each is 1 where there are none. */
    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        if (call.truth() == null || call.truth().size() != call.prediction().size()) {
            throw new Refused("y_true and y_pred are to have as many values");
        }
        double[] exposures = new double[call.prediction().size()];
        Arrays.fill(exposures, 1);
        if (call.weight() != null) {
            exposures = call.weight().values();
        }
        if (call.inputs().containsKey("exposure")) {
            exposures = call.inputs().get("exposure").values();
        }
        if (exposures.length != call.prediction().size()) {
            throw new Refused("there are " + exposures.length + " exposures for "
                    + call.prediction().size() + " samples");
        }
        Loss loss = rule.loss(args);
        Shaped shaped = Shaped.elements(call.prediction())
                .truth(call.truth().values(), 1)
                .input("exposure", exposures, flat -> flat);
        return shaped.plan(
                new Selection(rule.spec(), rule.params(args), loss, manner), Mathematics.reduce(call.reduction()));
    }
}
