package lossctl.catalog.segmentation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Interval;

/** One minus the share of what truths and predictions have in common, over all samples and outputs, from exact sums. */
interface Overlap extends SummaryLoss {
    /** The sums: of t p, of p (1 - t), of t (1 - p). */
    int COMMON = 0;

    /** The sum of what was predicted and is not true. */
    int FALSE = 1;

    /** The sum of what is true and was not predicted. */
    int MISSED = 2;

    /** What is common, what is false and what is missed, for formulas. */
    String COUNTS = "I = sum of t p;  F = sum of p (1 - t);  M = sum of t (1 - p);  ";

    /** Costs and counts down to this, and up to one over it, have products in the range of doubles. */
    double LEAST = 1e-75;

    /** What a false prediction and a missed truth cost, and what is common in the same measure. */
    BigDecimal[] costs();

    @Override
    default Domain truth() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    default Domain prediction() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    default int sums(int outputs) {
        return 3;
    }

    @Override
    default void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < prediction.length; i++) {
            double t = truth[i];
            double p = prediction[i];
            sums.add(COMMON, weight, t, p);
            sums.add(FALSE, weight, p, 1);
            sums.add(FALSE, weight, -t, p);
            sums.add(MISSED, weight, t, 1);
            sums.add(MISSED, weight, -t, p);
        }
    }

    private BigDecimal wrong(Sums sums) {
        BigDecimal[] costs = costs();
        return sums.at(FALSE)
                .exact()
                .multiply(costs[0])
                .add(sums.at(MISSED).exact().multiply(costs[1]));
    }

    private BigDecimal common(Sums sums) {
        return sums.at(COMMON).exact().multiply(costs()[2]);
    }

    private BigDecimal all(Sums sums, BigDecimal wrong) {
        BigDecimal all = wrong.add(common(sums));
        if (all.signum() == 0) {
            throw new UndefinedLoss("nothing is marked, neither by truths nor by predictions: there is no overlap");
        }
        return all;
    }

    @Override
    default double value(Sums sums) {
        BigDecimal wrong = wrong(sums);
        return wrong.divide(all(sums, wrong), MathContext.DECIMAL128).doubleValue();
    }

    @Override
    default void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        BigDecimal wrong = wrong(sums);
        BigDecimal all = all(sums, wrong);
        double loss = wrong.divide(all, MathContext.DECIMAL128).doubleValue();
        double share = common(sums).divide(all, MathContext.DECIMAL128).doubleValue();
        BigDecimal[] exact = costs();
        double[] costs =
                Arrays.stream(exact).mapToDouble(BigDecimal::doubleValue).toArray();
        boolean isPlain = isPlain(all) && Arrays.stream(exact).allMatch(Overlap::isPlain);
        double scale = weight / all.doubleValue();
        for (int i = 0; i < prediction.length; i++) {
            double t = truth[i];
            gradient[i] = isPlain
                    ? scale * (share * (costs[0] * (1 - t) - costs[1] * t) - loss * t * costs[2])
                    : slope(t, wrong, common(sums)) * weight;
        }
    }

    private static boolean isPlain(BigDecimal cost) {
        double size = cost.doubleValue();
        return cost.signum() == 0 || size < 1 / LEAST && size > LEAST;
    }

    /** The derivative by a prediction, where costs or counts of extreme size would leave the range of doubles. */
    private double slope(double truth, BigDecimal wrong, BigDecimal common) {
        BigDecimal[] costs = costs();
        BigDecimal t = new BigDecimal(truth);
        BigDecimal change = costs[0].multiply(BigDecimal.ONE.subtract(t)).subtract(costs[1].multiply(t));
        BigDecimal above = common.multiply(change).subtract(wrong.multiply(t).multiply(costs[2]));
        BigDecimal all = common.add(wrong);
        return above.divide(all.multiply(all), MathContext.DECIMAL128).doubleValue();
    }
}
