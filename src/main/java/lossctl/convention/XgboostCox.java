package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Samples;
import lossctl.num.Elementary;

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
        double[] times = samples.truth();
        double[] scores = samples.prediction();
        Integer[] order = new Integer[samples.count()];
        double events = 0;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            events += samples.vectors()[1][i];
            top = Math.max(top, scores[i]);
        }
        Arrays.sort(order, (a, b) -> Double.compare(times[a], times[b]));
        double[] atRisk = new double[order.length + 1];
        for (int k = order.length - 1; k >= 0; k--) {
            atRisk[k] = atRisk[k + 1] + Elementary.exp(scores[order[k]] - top);
        }
        double pull = 0;
        int first = 0;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            first = times[order[first]] < times[i] ? k : first;
            double event = samples.vectors()[1][i];
            pull += event / atRisk[first];
            gradients[0][i] = (Elementary.exp(scores[i] - top) * pull - event) / events;
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
