package lossctl.catalog.segmentation;

import java.math.BigDecimal;
import java.math.MathContext;
import lossctl.loss.Domain;
import lossctl.loss.Samples;
import lossctl.loss.Steps;
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

    /** What a false prediction costs. */
    double alpha();

    /** What a missed truth costs. */
    double missed();

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
        return sums.at(FALSE)
                .exact()
                .multiply(new BigDecimal(alpha()))
                .add(sums.at(MISSED).exact().multiply(new BigDecimal(missed())));
    }

    private BigDecimal all(Sums sums, BigDecimal wrong) {
        BigDecimal all = wrong.add(sums.at(COMMON).exact());
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
    default Steps steps(Samples samples) {
        Sums sums = sums(samples);
        return new Steps()
                .with("common", sums.at(COMMON).value())
                .with("extra", sums.at(FALSE).value())
                .with("missed", sums.at(MISSED).value())
                .with("a", alpha())
                .with("b", missed())
                .giving("(a extra + b missed) / (common + a extra + b missed)");
    }

    @Override
    default void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        BigDecimal wrong = wrong(sums);
        BigDecimal all = all(sums, wrong);
        double loss = wrong.divide(all, MathContext.DECIMAL128).doubleValue();
        double share =
                sums.at(COMMON).exact().divide(all, MathContext.DECIMAL128).doubleValue();
        double scale = weight / all.doubleValue();
        for (int i = 0; i < prediction.length; i++) {
            double t = truth[i];
            gradient[i] = scale * (share * (alpha() * (1 - t) - missed() * t) - loss * t);
        }
    }
}
