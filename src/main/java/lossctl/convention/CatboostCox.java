package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.num.Elementary;

/**
 * The partial log-likelihood of CatBoost: a sum, and of samples at one time those alone are at risk that stand at or
 * behind the event. Source: catboost/libs/metrics/metric.cpp.
 */
record CatboostCox(GroupLoss loss) implements GroupLoss {
    CatboostCox() {
        this(plain());
    }

    private static GroupLoss plain() {
        Spec spec = Catalog.find("cox");
        return (GroupLoss) spec.create(spec.defaults());
    }

    private static Integer[] order(Samples samples) {
        Integer[] order = new Integer[samples.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(samples.truth()[a], samples.truth()[b]));
        return order;
    }

    /** The sums of the hazards from each place of the order on, over the greatest of them. */
    private static double[] atRisk(Samples samples, Integer[] order, double top) {
        double[] atRisk = new double[order.length + 1];
        for (int k = order.length - 1; k >= 0; k--) {
            atRisk[k] = atRisk[k + 1] + Elementary.exp(samples.prediction()[order[k]] - top);
        }
        return atRisk;
    }

    private static double top(Samples samples) {
        return Arrays.stream(samples.prediction()).max().orElse(0);
    }

    @Override
    public double value(Samples samples) {
        Integer[] order = order(samples);
        double top = top(samples);
        double[] atRisk = atRisk(samples, order, top);
        double sum = 0;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            if (samples.vectors()[1][i] == 1) {
                sum += samples.prediction()[i] - top - Elementary.log(atRisk[k]);
            }
        }
        return sum;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        Integer[] order = order(samples);
        double top = top(samples);
        double[] atRisk = atRisk(samples, order, top);
        double pull = 0;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            double event = samples.vectors()[1][i];
            pull += event / atRisk[k];
            gradients[0][i] = event - Elementary.exp(samples.prediction()[i] - top) * pull;
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
