package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Samples;

/**
 * Cox's loss with the gradient of XGBoost, which goes through the samples once, in the order of their times: of events at
 * the same time a sample feels those alone that stand before it. Source: xgboost/src/objective/regression_obj.cu.
 */
record XgboostCox(GroupLoss loss) implements GroupLoss {
    @Override
    public double value(Samples samples) {
        return loss.value(samples);
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
            gradients[0][i] = (risk.hazard(samples.prediction()[i]) * pull - event) / events;
        }
        Arrays.fill(gradients[1], Double.NaN);
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return loss.prediction();
    }

    @Override
    public List<Input> inputs() {
        return loss.inputs();
    }
}
