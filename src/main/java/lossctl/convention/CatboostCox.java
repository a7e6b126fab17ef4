package lossctl.convention;

import java.util.Arrays;
import lossctl.catalog.Catalog;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.num.Elementary;

/**
 * The partial log-likelihood of CatBoost: a sum, and of samples at one time those alone are at risk that stand at or
 * behind the event. Source: catboost/libs/metrics/metric.cpp.
 */
record CatboostCox(GroupLoss loss) implements GroupVariant {
    CatboostCox() {
        this(plain());
    }

    private static GroupLoss plain() {
        Spec spec = Catalog.find("cox");
        return (GroupLoss) spec.create(spec.defaults());
    }

    @Override
    public double value(Samples samples) {
        AtRisk risk = AtRisk.of(samples);
        double sum = 0;
        for (int k = 0; k < risk.count(); k++) {
            int i = risk.order()[k];
            if (samples.vectors()[1][i] == 1) {
                sum += samples.prediction()[i] - risk.top() - Elementary.log(risk.sums()[k]);
            }
        }
        return sum;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        AtRisk risk = AtRisk.of(samples);
        double pull = 0;
        for (int k = 0; k < risk.count(); k++) {
            int i = risk.order()[k];
            double event = samples.vectors()[1][i];
            pull += event / risk.sums()[k];
            gradients[0][i] = event - risk.hazard(samples.prediction()[i]) * pull;
        }
        Arrays.fill(gradients[1], Double.NaN);
    }
}
