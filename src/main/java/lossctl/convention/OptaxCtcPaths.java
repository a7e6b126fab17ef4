package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.TupleLoss;
import lossctl.num.Elementary;

/**
 * CTC of optax for labels that have no alignment: what is impossible has the logarithm {@code least}, not that of 0, so
 * that the loss is finite. Any other is the catalogue's. Source: optax/losses/_classification.py.
 *
 * @param loss the catalogue's
 * @param classes how many classes a step has
 * @param blank which of them is the blank
 * @param least the logarithm of what is impossible
 */
record OptaxCtcPaths(TupleLoss loss, int classes, int blank, double least) implements TupleLoss {
    /** One sequence: the logarithms that paths reach, by step, and the way back. */
    private final class Walk {
        private final double[][] logs;
        private final int[] labels;
        private final double[] repeats;
        private final double[][] blanks;
        private final double[][] entered;
        private final double[][] emitted;
        private final int target;

        Walk(double[] truth, double[][] vectors) {
            int steps = (int) vectors[1][0];
            target = (int) vectors[2][0];
            labels = new int[truth.length];
            repeats = new double[truth.length];
            for (int j = 0; j < labels.length; j++) {
                labels[j] = (int) truth[j];
                repeats[j] = j + 1 < labels.length && truth[j] == truth[j + 1] ? least : 0;
            }
            logs = new double[steps][classes];
            blanks = new double[steps + 1][labels.length + 1];
            entered = new double[steps][labels.length + 1];
            emitted = new double[steps + 1][labels.length];
            Arrays.fill(blanks[0], least);
            blanks[0][0] = 0;
            Arrays.fill(emitted[0], least);
            for (int t = 0; t < steps; t++) {
                System.arraycopy(vectors[0], t * classes, logs[t], 0, classes);
                Elementary.logSoftmax(logs[t], logs[t]);
                step(t);
            }
        }

        private double toBlank(int t, int j) {
            return emitted[t][j] + logs[t][blank] + (least - repeats[j]);
        }

        private void step(int t) {
            double stay = logs[t][blank];
            entered[t][0] = blanks[t][0];
            blanks[t + 1][0] = entered[t][0] + stay;
            for (int j = 0; j < labels.length; j++) {
                entered[t][j + 1] = sum(blanks[t][j + 1], emitted[t][j] + repeats[j]);
                emitted[t + 1][j] = sum(entered[t][j], emitted[t][j]) + logs[t][labels[j]];
                blanks[t + 1][j + 1] = sum(entered[t][j + 1] + stay, toBlank(t, j));
            }
        }

        double cost() {
            double[] last = blanks[logs.length];
            return -(target == 0 ? last[0] : sum(last[target], emitted[logs.length][target - 1]));
        }

        /** The derivative by the logarithms of the probabilities, step by step. */
        double[][] slopes() {
            double[][] slopes = new double[logs.length][classes];
            double[] phi = new double[labels.length + 1];
            double[] emit = new double[labels.length];
            double[] last = blanks[logs.length];
            phi[target] = -(target == 0 ? 1 : share(last[target], emitted[logs.length][target - 1]));
            if (target > 0) {
                emit[target - 1] = -1 - phi[target];
            }
            for (int t = logs.length - 1; t >= 0; t--) {
                double[] enter = new double[labels.length + 1];
                double[] before = new double[labels.length];
                enter[0] = phi[0];
                slopes[t][blank] += phi[0];
                for (int j = 0; j < labels.length; j++) {
                    double stays = phi[j + 1] * share(entered[t][j + 1] + logs[t][blank], toBlank(t, j));
                    enter[j + 1] += stays;
                    before[j] += phi[j + 1] - stays;
                    slopes[t][blank] += phi[j + 1];
                    double enters = emit[j] * share(entered[t][j], emitted[t][j]);
                    enter[j] += enters;
                    before[j] += emit[j] - enters;
                    slopes[t][labels[j]] += emit[j];
                }
                phi[0] = enter[0];
                for (int j = 0; j < labels.length; j++) {
                    double stays = enter[j + 1] * share(blanks[t][j + 1], emitted[t][j] + repeats[j]);
                    phi[j + 1] = stays;
                    emit[j] = before[j] + enter[j + 1] - stays;
                }
            }
            return slopes;
        }
    }

    private static double sum(double a, double b) {
        return Elementary.logSumExp(new double[] {a, b}, 0, 2);
    }

    /** The share of the first in the sum of both. */
    private static double share(double a, double b) {
        return Elementary.sigmoid(a - b);
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        double cost = loss.value(truth, vectors);
        return cost == Double.POSITIVE_INFINITY ? new Walk(truth, vectors).cost() : cost;
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        if (loss.value(truth, vectors) < Double.POSITIVE_INFINITY) {
            loss.gradient(truth, vectors, gradients);
            return;
        }
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
        Walk walk = new Walk(truth, vectors);
        double[][] slopes = walk.slopes();
        for (int t = 0; t < slopes.length; t++) {
            double all = 0;
            for (double slope : slopes[t]) {
                all += slope;
            }
            for (int c = 0; c < classes; c++) {
                gradients[0][t * classes + c] = slopes[t][c] - Elementary.exp(walk.logs[t][c]) * all;
            }
        }
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return loss.prediction();
    }

    @Override
    public List<Input> inputs() {
        return loss.inputs();
    }
}
