package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.GroupMetric;
import lossctl.loss.Loss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;

/**
 * The areas under curves, of each class against the rest. Source: torchmetrics 1.9, functional/classification/auroc.py and
 * average_precision.py.
 *
 * @param area the area of a yes or no
 * @param task what the labels are
 * @param average how classes become one number; {@code binary} for a yes or no
 * @param only the class whose number is told; -1 for the average
 * @param without the area of a class that is never true, where others are
 */
record TorchmetricsCurve(GroupLoss area, TorchmetricsTask task, String average, int only, double without)
        implements GroupMetric {
    TorchmetricsCurve(Loss area, TorchmetricsTask task, String average, int only, double without) {
        this((GroupLoss) area, task, average, only, without);
    }

    @Override
    public Domain truth() {
        return task.truth();
    }

    @Override
    public Domain prediction() {
        return task.prediction();
    }

    @Override
    public double value(Samples samples) {
        int width = samples.outputs();
        boolean classes = task == TorchmetricsTask.MULTICLASS;
        double[] scores = classes ? Activated.rows(samples.prediction(), width) : Activated.flags(samples.prediction());
        double[] flags = classes ? new double[scores.length] : samples.truth();
        double otherwise = classes && !isFirstAlone(samples.truth()) ? without : 0;
        for (int i = 0; classes && i < scores.length; i++) {
            flags[i] = samples.truth()[i / width] == i % width ? 1 : 0;
        }
        if (average.equals("micro") || task == TorchmetricsTask.BINARY) {
            return area(flags, scores, 1, 0, 0);
        }
        return only >= 0 ? area(flags, scores, width, only, otherwise) : averaged(flags, scores, width, otherwise);
    }

    /** Whether every truth is 0: torchmetrics takes that for no truth of whichever class it looks at. */
    private static boolean isFirstAlone(double[] truth) {
        for (double t : truth) {
            if (t != 0) {
                return false;
            }
        }
        return true;
    }

    private double averaged(double[] flags, double[] scores, int width, double otherwise) {
        double[] areas = new double[width];
        double[] weights = new double[width];
        double all = 0;
        for (int c = 0; c < width; c++) {
            areas[c] = area(flags, scores, width, c, otherwise);
            for (int i = c; i < flags.length; i += width) {
                weights[c] += average.equals("weighted") && flags[i] == 1 ? 1 : 0;
            }
            weights[c] = average.equals("weighted") ? weights[c] : 1;
            all += areas[c] == areas[c] ? weights[c] : 0;
        }
        double sum = 0;
        for (int c = 0; c < width; c++) {
            sum += areas[c] == areas[c] && weights[c] > 0 ? areas[c] * weights[c] / all : 0;
        }
        return all == 0 && average.equals("macro") ? Double.NaN : sum;
    }

    /** The area of every {@code step}-th flag from {@code first} on; a flag that is neither 0 nor 1 does not count. */
    private double area(double[] flags, double[] scores, int step, int first, double otherwise) {
        double[] truth = new double[flags.length];
        double[] prediction = new double[flags.length];
        int count = 0;
        for (int i = first; i < flags.length; i += step) {
            if (flags[i] == 0 || flags[i] == 1) {
                truth[count] = flags[i];
                prediction[count++] = scores[i];
            }
        }
        if (count == 0 && !area.hasValueOfNothing()) {
            throw new UndefinedLoss("a curve is to have a point");
        }
        try {
            return area.value(new Samples(
                    count,
                    Arrays.copyOf(truth, count),
                    1,
                    new double[][] {Arrays.copyOf(prediction, count)},
                    new int[] {1},
                    null));
        } catch (UndefinedLoss e) {
            return otherwise;
        }
    }
}
