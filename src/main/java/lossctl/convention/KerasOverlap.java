package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.Interval;

/**
 * Dice and Tversky loss as Keras computes them, with a constant in the denominator that keeps an empty overlap of nothing
 * at 1: {@code 1 - I / (I + alpha FP + beta FN + eps)}. It is one loss for the whole batch, which weights multiply before
 * their mean is taken: it is as many times as great as a sample weighs on average. Source: keras/src/losses/losses.py.
 */
record KerasOverlap(double alpha, double beta, double eps) implements SummaryLoss {
    private static final int COMMON = 0;
    private static final int TRUE = 1;
    private static final int PREDICTED = 2;
    private static final int WEIGHT = 3;

    @Override
    public int sums(int outputs) {
        return 4;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        sums.at(WEIGHT).add(weight);
        for (int i = 0; i < truth.length; i++) {
            sums.at(COMMON).addProduct(truth[i], prediction[i]);
            sums.at(TRUE).add(truth[i]);
            sums.at(PREDICTED).add(prediction[i]);
        }
    }

    /** The loss times what a sample weighs on average. */
    private static double weighed(double loss, Sums sums) {
        double weight = sums.at(WEIGHT).value();
        return weight == sums.samples() ? loss : loss * weight / sums.samples();
    }

    private double below(Sums sums) {
        double common = sums.at(COMMON).value();
        double extra = sums.at(PREDICTED).value() - common;
        double missed = sums.at(TRUE).value() - common;
        return common + alpha * extra + beta * missed + eps;
    }

    @Override
    public double value(Sums sums) {
        return weighed(1 - sums.at(COMMON).value() / below(sums), sums);
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double common = sums.at(COMMON).value();
        double below = below(sums);
        Arrays.fill(gradient, 0);
        for (int i = 0; i < truth.length; i++) {
            double t = truth[i];
            gradient[i] = weighed((common * (t + alpha * (1 - t) - beta * t) / below - t) / below, sums);
        }
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
