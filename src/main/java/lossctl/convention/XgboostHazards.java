package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Cox's loss of hazards themselves, as XGBoost's metric takes them, without weights. Source: xgboost/src/metric/rank_metric.cc. */
record XgboostHazards(GroupLoss loss) implements GroupVariant {
    private static Samples logarithms(Samples samples) {
        double[][] vectors = samples.vectors().clone();
        vectors[0] = new double[samples.prediction().length];
        for (int i = 0; i < vectors[0].length; i++) {
            vectors[0][i] = Elementary.log(samples.prediction()[i]);
        }
        return new Samples(samples.count(), samples.truth(), samples.truthWidth(), vectors, samples.widths(), null);
    }

    @Override
    public double value(Samples samples) {
        return loss.value(logarithms(samples));
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        loss.gradient(logarithms(samples), gradients);
        for (int i = 0; i < gradients[0].length; i++) {
            gradients[0][i] /= samples.prediction()[i];
        }
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.POSITIVE);
    }
}
