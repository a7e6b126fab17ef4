package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * The intersection over union of classes. Pairs of which one is no class, the class to be ignored and what weighs nothing
 * are left out, and classes that do not occur do not count. Source: keras/src/metrics/iou_metrics.py, and its answers.
 */
final class KerasIou {
    private static final String WHOLE = " is to hold whole numbers: Keras cuts others, unless told its dtype";

    private KerasIou() {}

    static Plan mean(Rule rule, Args args, Call call, Manner manner) {
        KerasMetrics.holdToMean(rule, call);
        int classes = args.integer("num_classes");
        double[] truth = labels("y_true", call.truth(), args, "sparse_y_true");
        double[] told = labels("y_pred", call.prediction(), args, "sparse_y_pred");
        if (truth.length != told.length) {
            throw new Refused("y_true has " + truth.length + " labels, y_pred " + told.length);
        }
        double[] weights = weights(call.weight(), truth.length);
        double ignored = args.isSet("ignore_class") ? args.integer("ignore_class") : Double.NaN;
        int kept = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] != ignored && isClass(truth[i], classes) && isClass(told[i], classes) && weights[i] > 0) {
                truth[kept] = truth[i];
                told[kept] = told[i];
                weights[kept++] = weights[i];
            }
        }
        Loss loss = kept == 0 ? new OfNothing(rule.loss(args), 0) : rule.loss(args);
        Shaped shaped = Shaped.elements(Tensor.list(Arrays.copyOf(told, kept))).truth(Arrays.copyOf(truth, kept), 1);
        if (call.weight() != null) {
            shaped.weights(Arrays.copyOf(weights, kept));
        }
        return shaped.plan(new Selection(rule.spec(), rule.params(args), loss, manner), Plan.Reduce.MEAN);
    }

    private static boolean isClass(double label, int classes) {
        return label >= 0 && label < classes;
    }

    /** Labels as they are, or, of rows along the axis, the place of the first of the greatest. */
    private static double[] labels(String name, Tensor given, Args args, String sparse) {
        if (args.flag(sparse)) {
            return wholes(name, given).clone();
        }
        Tensor rows = given.withLast(args.integer("axis"));
        int width = rows.length(-1);
        double[] labels = new double[rows.size() / width];
        for (int i = 0; i < rows.size(); i++) {
            int row = i / width;
            labels[row] = rows.values()[i] > rows.values()[row * width + (int) labels[row]] ? i % width : labels[row];
        }
        return labels;
    }

    private static double[] weights(Tensor given, int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        if (given == null) {
            return weights;
        }
        if (given.size() != 1 && given.size() != count) {
            throw new Refused("sample_weight has " + given.size() + " values for " + count + " labels");
        }
        for (int i = 0; i < count; i++) {
            weights[i] = wholes("sample_weight", given)[given.size() == 1 ? 0 : i];
            if (weights[i] < 0) {
                throw new Refused("sample_weight holds " + weights[i] + ", below 0");
            }
        }
        return weights;
    }

    private static double[] wholes(String name, Tensor given) {
        if (Arrays.stream(given.values()).anyMatch(value -> value != Math.rint(value))) {
            throw new Refused(name + WHOLE);
        }
        return given.values();
    }
}
