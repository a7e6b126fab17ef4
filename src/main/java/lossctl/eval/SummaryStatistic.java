package lossctl.eval;

import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.stat.Statistic;

/** A summary loss of resampled units. */
final class SummaryStatistic implements Statistic {
    private final SummaryLoss loss;
    private final int outputs;
    private final Units units;

    SummaryStatistic(SummaryLoss loss, int outputs, Units units) {
        this.loss = loss;
        this.outputs = outputs;
        this.units = units;
    }

    @Override
    public int units() {
        return units.size();
    }

    @Override
    public double value(int[] counts) {
        double[] totals = new double[loss.sums(outputs)];
        for (int unit = 0; unit < counts.length; unit++) {
            if (counts[unit] > 0) {
                double[] parts = units.unit(unit);
                for (int i = 0; i < totals.length; i++) {
                    totals[i] += counts[unit] * parts[i];
                }
            }
        }
        Sums sums = new Sums(totals.length, outputs);
        for (int i = 0; i < totals.length; i++) {
            sums.at(i).add(totals[i]);
        }
        return value(loss, sums);
    }

    /** The loss of these sums; NaN where it has none. */
    static double value(SummaryLoss loss, Sums sums) {
        try {
            return loss.value(sums);
        } catch (UndefinedLoss | ArithmeticException e) {
            return Double.NaN;
        }
    }
}
