package lossctl.convention;

import lossctl.loss.Samples;
import lossctl.num.Elementary;

/**
 * The area under the curve of precision and recall as XGBoost computes it: between thresholds false positives grow in step
 * with the true ones, which bends the curve. NaN where truths are all alike. Source: xgboost/src/metric/auc.cc, after Davis
 * and Goadrich 2006 and Keilwagen et al. 2014.
 */
record XgboostPrecision() implements FlagScore {
    @Override
    public double value(Samples samples) {
        Ranking ranking = new Ranking(samples);
        if (ranking.isOneSided()) {
            return Double.NaN;
        }
        double all = ranking.positives[ranking.positives.length - 1];
        double area = 0;
        double before = 0;
        double wrongBefore = 0;
        for (int i = 0; i < ranking.positives.length; i++) {
            double found = ranking.positives[i];
            double wrong = ranking.negatives[i];
            if (found > before) {
                double rise = (wrong - wrongBefore) / (found - before);
                double a = 1 + rise;
                double b = (wrongBefore - rise * before) / all;
                double step = (found - before) / all;
                double bend = b == 0
                        ? 0
                        : b / a * (Elementary.log(a * found / all + b) - Elementary.log(a * before / all + b));
                area += (step - bend) / a;
            }
            before = found;
            wrongBefore = wrong;
        }
        return area;
    }
}
