package lossctl.convention;

import java.util.Arrays;
import lossctl.num.Tensor;

/**
 * How Keras sees the arrays of a call: the last axis, or the one that {@code axis} names, belongs to one loss. A list of
 * numbers is therefore one sample.
 */
final class KerasShapes {
    private final Shaped shaped;
    private final Tensor mask;

    private KerasShapes(Shaped shaped, Tensor mask) {
        this.shaped = shaped;
        this.mask = mask;
    }

    /** The samples. */
    Shaped shaped() {
        return shaped;
    }

    /** 1 where a loss counts; null where all do. */
    Tensor mask() {
        return mask;
    }

    /**
     * The samples of a call.
     *
     * @param passed a label that is passed over; NaN where there is none
     */
    static KerasShapes of(Rule rule, Args args, Call call, double passed) {
        return switch (rule.view()) {
            case ELEMENTS -> new KerasShapes(elements(rule, args, call), null);
            case AXIS -> new KerasShapes(rows(rule, args, call), null);
            case CLASSES -> classes(rule, args, call, passed);
            case WHOLE -> new KerasShapes(whole(rule, call), null);
        };
    }

    /** Whether labels are smoothed along an axis that is not the last. */
    static boolean isAcross(Args args, int rank) {
        return args.has("label_smoothing") && axis(args, rank) != rank - 1 && args.number("label_smoothing") > 0;
    }

    static int axis(Args args, int rank) {
        int axis = args.has("axis") && args.isSet("axis") ? args.integer("axis") : -1;
        if (axis >= rank || axis < -rank) {
            throw new Refused("axis " + axis + " is none of " + rank);
        }
        return axis < 0 ? axis + rank : axis;
    }

    /** Truths and predictions repeated to the same shape; a number is a list of one. */
    private static Shaped elements(Rule rule, Args args, Call call) {
        Tensor[] pair = Broadcast.aligned(call.truth(), call.prediction());
        int[] common = Broadcast.common("y_true", pair[1].shape(), pair[0].shape());
        int[] narrow = pair[1].shape();
        int[] given = call.prediction().shape();
        Tensor prediction = pair[1].broadcast(common);
        Tensor truth = pair[0].broadcast(common);
        if (common.length == 0) {
            prediction = prediction.reshaped(1);
            truth = truth.reshaped(1);
        }
        int axis = axis(args, prediction.rank());
        Shaped shaped = Shaped.along(
                prediction, axis, flat -> flat.reshaped(common).summedTo(narrow).reshaped(given));
        double[] values = truth.withLast(axis).values();
        return shaped.truth(rule.ours().endsWith("hinge") ? signs(values) : values, shaped.outputs());
    }

    /** -1 for 0, if all labels are 0 or 1. */
    private static double[] signs(double[] labels) {
        double[] signs = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && labels[i] != 1) {
                return labels;
            }
            signs[i] = 2 * labels[i] - 1;
        }
        return signs;
    }

    private static Shaped rows(Rule rule, Args args, Call call) {
        Tensor[] pair = Broadcast.aligned(call.truth(), call.prediction());
        int[] given = call.prediction().shape();
        int[] narrow = pair[1].shape();
        int[] common = Broadcast.common("y_true", narrow, pair[0].shape());
        int axis = axis(args, common.length);
        if (rule.ours().equals("cosine")) {
            holdToWidth(pair, common, axis);
        }
        Shaped shaped = Shaped.along(
                pair[1].broadcast(common),
                axis,
                flat -> flat.reshaped(common).summedTo(narrow).reshaped(given));
        return shaped.truth(pair[0].broadcast(common).withLast(axis).values(), shaped.outputs());
    }

    /** Keras divides vectors by their length before it repeats them. */
    private static void holdToWidth(Tensor[] pair, int[] common, int axis) {
        for (Tensor each : pair) {
            int at = axis - common.length + each.rank();
            if (at < 0 || each.length(at) != common[axis]) {
                throw new Refused("y_true and y_pred differ in length along the axis of the cosine, "
                        + "which is not known here");
            }
        }
    }

    /** One label a sample. */
    private static KerasShapes classes(Rule rule, Args args, Call call, double passed) {
        Tensor[] pair = Broadcast.aligned(call.truth(), call.prediction());
        Tensor prediction = pair[1];
        Tensor truth = pair[0];
        int[] given = call.prediction().shape();
        if (rule.ours().equals("gce")) {
            return new KerasShapes(everyPair(prediction, truth, given), null);
        }
        if (truth.rank() == prediction.rank() && truth.rank() > 0 && truth.length(-1) == 1) {
            truth = Broadcast.squeezed(truth);
        }
        Shaped shaped = Shaped.along(prediction, axis(args, prediction.rank()), flat -> flat.reshaped(given));
        if (truth.size() != shaped.rows()) {
            throw new Refused("y_true has the shape " + Arrays.toString(truth.shape()) + ", y_pred "
                    + Arrays.toString(prediction.shape()));
        }
        double[] labels = truth.values().clone();
        Tensor mask = null;
        if (args.has("ignore_class") && args.isSet("ignore_class")) {
            mask = new Tensor(new double[labels.length], shaped.shape());
            for (int i = 0; i < labels.length; i++) {
                mask.values()[i] = labels[i] == args.integer("ignore_class") ? 0 : 1;
                labels[i] *= mask.values()[i];
            }
        }
        return new KerasShapes(shaped.truth(oneHot(labels, shaped.outputs(), passed), shaped.outputs()), mask);
    }

    /** Labels and rows repeated to the same shape: a column of N labels and N rows make N times N losses. */
    private static Shaped everyPair(Tensor prediction, Tensor truth, int[] given) {
        int[] narrow = prediction.shape();
        int[] pairs = Broadcast.common("y_true", prediction.shapeWithout(narrow.length - 1), truth.shape());
        int[] wide = Arrays.copyOf(pairs, pairs.length + 1);
        wide[pairs.length] = prediction.length(-1);
        Shaped shaped = Shaped.along(
                prediction.broadcast(wide),
                wide.length - 1,
                flat -> flat.reshaped(wide).summedTo(narrow).reshaped(given));
        return shaped.truth(truth.broadcast(pairs).values(), 1);
    }

    /** All 0 for a label that is passed over. */
    private static double[] oneHot(double[] labels, int classes, double passed) {
        double[] rows = new double[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            int label = (int) labels[i];
            if (label == passed) {
                continue;
            }
            if (label < 0 || label >= classes) {
                throw new Refused("label " + label + " is none of " + classes + " classes");
            }
            rows[i * classes + label] = 1;
        }
        return rows;
    }

    /** A label and an embedding a row. */
    private static Shaped whole(Rule rule, Call call) {
        Tensor prediction = call.prediction();
        if (prediction.rank() != 2 || call.truth().size() != prediction.length(0)) {
            throw new Refused(rule.names().get(0) + " takes y_true of shape (N) and y_pred of shape (N, D)");
        }
        return Shaped.along(prediction, -1).truth(call.truth().values(), 1);
    }
}
