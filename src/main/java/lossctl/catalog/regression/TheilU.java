package lossctl.catalog.regression;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/** Theil's first coefficient of inequality: the error between 0, a perfect fit, and 1, as far off as can be. */
public record TheilU() implements SummaryLoss {
    public static final Spec SPEC = Spec.of("theil_u", new TheilU())
            .summary("Theil's U1: the error relative to the sizes of truths and predictions")
            .aliases("theil_u1", "theils_u", "theil_inequality_coefficient")
            .formula("sqrt(mean of (prediction - truth)^2) / (sqrt(mean of truth^2) + sqrt(mean of prediction^2))")
            .slope(
                    "((prediction - truth) / rmse - U prediction / rms(prediction)) / (n (rms(truth) + rms(prediction)))")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Several outputs: over all of them. Truths and predictions that are all 0 are refused.")
            .note("The gradient of a perfect fit is 0.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.0741967845465727))
            .example(Example.rows(new double[][] {{3}, {4}}, new double[][] {{-3}, {-4}})
                    .gives(1))
            .source("Theil 1961, Economic Forecasts and Policy; examples: mpmath, by hand")
            .build();

    /** From here on two roots together may be past the range of doubles. */
    private static final double GREAT = 0x1p1000;

    private static final double GREAT_UNIT = 0x1p20;

    /** That of weights times squares. */
    private static final double FAR_UNIT = 0x1p600;

    private static final int ERRORS = 0;
    private static final int TRUTHS = 1;
    private static final int PREDICTIONS = 2;

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public int sums(int outputs) {
        return 3;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < prediction.length; i++) {
            Twofold e = Twofold.sum(prediction[i], -truth[i]);
            if (Double.isInfinite(e.high())) {
                Twofold half = Twofold.sum(prediction[i] / 2, -truth[i] / 2);
                for (int n = 0; n < 4; n++) {
                    addSquare(sums, weight, half);
                }
            } else {
                addSquare(sums, weight, e);
            }
            sums.add(TRUTHS, weight, truth[i], truth[i]);
            sums.add(PREDICTIONS, weight, prediction[i], prediction[i]);
        }
    }

    private static void addSquare(Sums sums, double weight, Twofold e) {
        sums.add(ERRORS, weight, e.high(), e.high());
        if (e.low() != 0) {
            sums.add(ERRORS, weight, e.high(), e.low());
            sums.add(ERRORS, weight, e.high(), e.low());
            sums.add(ERRORS, weight, e.low(), e.low());
        }
    }

    /** What roots are divided by, a power of two, so that none of them is past the range of doubles. */
    private static double unit(Sums sums) {
        double greatest = 0;
        for (int i = 0; i < sums.count(); i++) {
            greatest = Math.max(greatest, sums.at(i).rootDividedBy(1));
        }
        return greatest == Double.POSITIVE_INFINITY ? FAR_UNIT : greatest > GREAT ? GREAT_UNIT : 1;
    }

    /** The roots of sums and not of means: the number of samples cancels. */
    private static Twofold size(Sums sums) {
        Twofold size = root(sums, TRUTHS).plus(root(sums, PREDICTIONS));
        if (size.high() == 0) {
            throw new UndefinedLoss("every truth and prediction is 0: there is nothing to relate the errors to");
        }
        return size;
    }

    private static Twofold root(Sums sums, int i) {
        double unit = unit(sums);
        if (unit == 1) {
            return sums.at(i).sharpRootDividedBy(1);
        }
        ExactSum square = new ExactSum();
        square.addProduct(unit, unit);
        return sums.at(i).sharpRootOver(square);
    }

    @Override
    public double value(Sums sums) {
        return root(sums, ERRORS).over(size(sums)).value();
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double unit = 1 / unit(sums);
        Twofold errors = root(sums, ERRORS);
        if (errors.high() == 0) {
            Arrays.fill(gradient, 0);
            return;
        }
        Twofold size = size(sums);
        Twofold predictions = root(sums, PREDICTIONS);
        for (int i = 0; i < prediction.length; i++) {
            // one error far above the others is nearly the whole, and the terms nearly cancel
            Twofold push = residual(truth[i] * unit, prediction[i] * unit, errors);
            Twofold pull = prediction[i] == 0
                    ? Twofold.of(0)
                    : errors.over(size).times(Twofold.of(prediction[i] * unit).over(predictions));
            gradient[i] = Unbounded.of(push.minus(pull).value())
                    .times(weight)
                    .over(size.value())
                    .times(unit)
                    .value();
        }
    }

    /** The residual over a root, also where it is past the range of doubles. */
    private static Twofold residual(double truth, double prediction, Twofold root) {
        Twofold e = Twofold.sum(prediction, -truth);
        return Double.isInfinite(e.high())
                ? Twofold.sum(prediction / 2, -truth / 2).over(root).scaled(1)
                : e.over(root);
    }
}
