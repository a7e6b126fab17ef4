package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Samples;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;

/**
 * The share of the Tweedie deviance that scikit-learn says is saved: for a constant that may be negative, in the terms of
 * its formula, which leave rounding errors of a constant truth and so decide on the score. Source:
 * sklearn/metrics/_regression.py, d2_tweedie_score.
 *
 * @param power the power
 * @param deviance the deviance, whose doors are those of the score
 * @param infinite whether a deviance of 0 makes an infinite score, else it is refused
 */
record SklearnTweedie(double power, PointwiseLoss deviance, boolean infinite) implements GroupMetric {
    @Override
    public double value(Samples samples) {
        ExactSum sum = new ExactSum();
        ExactSum all = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            sum.addProduct(samples.weight(i), samples.truth()[i]);
            all.add(samples.weight(i));
        }
        double constant = sum.over(all);
        ExactSum model = new ExactSum();
        ExactSum naive = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            double t = samples.truth()[i];
            model.addProduct(samples.weight(i), of(t, samples.prediction()[i]));
            naive.addProduct(samples.weight(i), of(t, constant));
        }
        double below = naive.over(all);
        if (below == 0 && !infinite) {
            throw new Refused("float division by zero: a constant already costs nothing");
        }
        return 1 - model.over(all) / below;
    }

    private double of(double t, double p) {
        if (power == 0) {
            return (t - p) * (t - p);
        }
        if (power == 1) {
            return 2 * (Elementary.xLogY(t, t / p) - t + p);
        }
        if (power == 2) {
            return 2 * (Elementary.log(p / t) + t / p - 1);
        }
        return 2
                * (Elementary.pow(Math.max(t, 0), 2 - power) / ((1 - power) * (2 - power))
                        - t * Elementary.pow(p, 1 - power) / (1 - power)
                        + Elementary.pow(p, 2 - power) / (2 - power));
    }

    @Override
    public Domain truth() {
        return deviance.truth();
    }

    @Override
    public Domain prediction() {
        return deviance.prediction();
    }
}
