package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * Dice scores of torchmetrics: the first axis is that of images, the second that of classes. Every image has a number,
 * unless a reduction is told. Source: torchmetrics 1.9, functional/segmentation/dice.py and generalized_dice.py.
 */
final class TorchmetricsImages {
    private TorchmetricsImages() {}

    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        if (call.truth() == null
                || !Arrays.equals(call.truth().shape(), call.prediction().shape())) {
            throw new Refused("y_true and y_pred are to be of one shape");
        }
        String format = args.word("input_format");
        Tensor truth = flags(call.truth(), args, format);
        Tensor prediction = flags(call.prediction(), args, format);
        if (prediction.rank() < 3) {
            throw new Refused("an image is to have an axis of classes and one of pixels at least");
        }
        int classes = prediction.length(-1);
        int first = args.flag("include_background") || classes == 1 ? 0 : 1;
        String weighs = args.has("weight_type") ? args.word("weight_type") : "";
        int images = prediction.length(0);
        if (args.has("aggregation_level") && args.word("aggregation_level").equals("global")) {
            images = 1;
        }
        int size = images == 0 ? 0 : prediction.size() / images;
        String average = args.has("average") ? args.word("average") : "macro";
        boolean apart = average.equals("none") || args.has("per_class") && args.flag("per_class");
        double[][] weights = new double[images][];
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            double[] t = Arrays.copyOfRange(truth.values(), i * size, (i + 1) * size);
            double[] p = Arrays.copyOfRange(prediction.values(), i * size, (i + 1) * size);
            weights[i] = weighs.isEmpty() ? new double[0] : TorchmetricsOverlap.weights(t, classes, weighs);
            for (int c = first; c < (apart ? classes : first + 1); c++) {
                TorchmetricsOverlap loss = apart
                        ? new TorchmetricsOverlap(classes, c, c + 1, "macro", weights[i])
                        : new TorchmetricsOverlap(classes, first, classes, average, weights[i]);
                Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
                parts.add(new Part(selection, 1, t, size, p, size, List.of(), List.of(), new int[0], null));
            }
        }
        resolve(weights, first);
        double[] ones = new double[parts.size()];
        Arrays.fill(ones, 1);
        String reduction = call.reduction() == null ? "none" : call.reduction();
        int[] shape = apart ? new int[] {images, classes - first} : new int[] {images};
        return new Plan(
                parts,
                Mathematics.reduce(reduction),
                ones,
                parts.size(),
                flat -> flat.reshaped(shape),
                flat -> flat,
                List.of(),
                true);
    }

    /**
     * An absent class weighs as much as the heaviest of some class does: of the one that stands there once images and
     * classes are counted the other way round.
     */
    private static void resolve(double[][] weights, int first) {
        int images = weights.length;
        int classes = images == 0 ? 0 : Math.max(0, weights[0].length - first);
        double[] greatest = new double[classes];
        for (double[] each : weights) {
            for (int c = 0; c < classes; c++) {
                double weight = each[first + c];
                greatest[c] = Math.max(greatest[c], Double.isInfinite(weight) ? 0 : weight);
            }
        }
        for (int i = 0; i < images; i++) {
            for (int c = 0; c < classes; c++) {
                if (Double.isInfinite(weights[i][first + c])) {
                    weights[i][first + c] = greatest[(i * classes + c) / images];
                }
            }
        }
    }

    /** Flags as they are; of anything else the first of the greatest. */
    private static Tensor told(Tensor scores) {
        double[] values = scores.values();
        if (Arrays.stream(values).allMatch(value -> value == 0 || value == 1)) {
            return scores;
        }
        int classes = scores.length(-1);
        double[] flags = new double[values.length];
        for (int from = 0; from < values.length; from += classes) {
            int best = from;
            for (int i = from; i < from + classes; i++) {
                best = values[i] > values[best] ? i : best;
            }
            flags[best] = 1;
        }
        return new Tensor(flags, scores.shape());
    }

    /** A flag for each class of a pixel, classes last. */
    private static Tensor flags(Tensor given, Args args, String format) {
        if (format.equals("one-hot")) {
            return given.rank() < 2 ? given : told(given.withLast(1));
        }
        if (!format.equals("index") || !args.isSet("num_classes")) {
            throw new Refused("input_format is known as one-hot, and as index together with num_classes");
        }
        int classes = args.integer("num_classes");
        double[] flags = new double[given.size() * classes];
        for (int i = 0; i < given.size(); i++) {
            double label = given.values()[i];
            if (!(label >= 0 && label < classes)) {
                throw new Refused("label " + label + " is none of " + classes + " classes");
            }
            flags[i * classes + (int) label] = 1;
        }
        int[] shape = Arrays.copyOf(given.shape(), given.rank() + 1);
        shape[given.rank()] = classes;
        return new Tensor(flags, shape);
    }
}
