package lossctl.convention;

import lossctl.loss.ClassMetric;
import lossctl.loss.Domain;
import lossctl.num.Interval;

/**
 * Whether the true class is not among the greatest scores.
 *
 * @param places how many of the greatest count
 * @param ties whether an equal score of any other class is before the true one's; else that of an earlier class
 */
record WrongClass(int places, boolean ties) implements ClassMetric {
    @Override
    public double value(int label, double[] scores) {
        int before = 0;
        for (int j = 0; j < scores.length; j++) {
            boolean equal = scores[j] == scores[label] && (ties ? j != label : j < label);
            before += scores[j] > scores[label] || equal ? 1 : 0;
        }
        return before < places ? 0 : 1;
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
