package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.GroupLoss;
import lossctl.loss.Manner;
import lossctl.loss.Samples;
import lossctl.loss.Selection;

/**
 * Cox's loss with the gradient of XGBoost, which goes through the samples once, in the order of their times: of events at
 * the same time a sample feels those alone that stand before it. Weights multiply
 * the gradient and nothing else. Source: xgboost/src/objective/regression_obj.cu.
 */
record XgboostCox(GroupLoss loss) implements GroupVariant {
    /**
     * The sum over events, which XGBoost's gradients are of; null where the mean is wanted, as its metric is.
     */
    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        if (!"sum".equals(call.reduction())) {
            return null;
        }
        Call timed = AtRisk.signed(call);
        double[] events = {Arrays.stream(timed.inputs().get("event").values()).sum()};
        Plan mean = Mathematics.shaped(timed, rule.loss(args))
                .plan(new Selection(rule.spec(), rule.params(args), rule.loss(args), manner), Plan.Reduce.SUM);
        return new Plan(
                mean.parts(),
                Plan.Reduce.SUM,
                events,
                1,
                flat -> SklearnTold.weighed(flat, events),
                mean.gradient(),
                mean.inputGradient(),
                false);
    }

    @Override
    public double value(Samples samples) {
        return loss.value(AtRisk.unweighed(samples));
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        AtRisk risk = AtRisk.of(samples);
        double[] times = samples.truth();
        double events = Arrays.stream(samples.vectors()[1]).sum();
        double pull = 0;
        int first = 0;
        for (int k = 0; k < risk.count(); k++) {
            int i = risk.order()[k];
            first = times[risk.order()[first]] < times[i] ? k : first;
            double event = samples.vectors()[1][i];
            pull += event / risk.sums()[first];
            gradients[0][i] = samples.weight(i) * (risk.hazard(samples.prediction()[i]) * pull - event) / events;
        }
        Arrays.fill(gradients[1], Double.NaN);
    }
}
