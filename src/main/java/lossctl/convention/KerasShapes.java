package lossctl.convention;

import java.util.Arrays;
import java.util.function.UnaryOperator;
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

    static KerasShapes of(Rule rule, Args args, Call call) {
        if (call.truth() == null) {
            throw new Refused(rule.names().get(0) + " wants y_true");
        }
        return switch (rule.view()) {
            case ELEMENTS -> new KerasShapes(elements(rule, args, call), null);
            case AXIS -> new KerasShapes(rows(args, call), null);
            case CLASSES -> classes(rule, args, call);
            case WHOLE -> new KerasShapes(whole(rule, call), null);
        };
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

    private static Shaped rows(Args args, Call call) {
        Tensor[] pair = Broadcast.aligned(call.truth(), call.prediction());
        int[] given = call.prediction().shape();
        int[] narrow = pair[1].shape();
        int[] common = Broadcast.common("y_true", narrow, pair[0].shape());
        int axis = axis(args, common.length);
        Shaped shaped = Shaped.along(
                pair[1].broadcast(common),
                axis,
                flat -> flat.reshaped(common).summedTo(narrow).reshaped(given));
        return shaped.truth(pair[0].broadcast(common).withLast(axis).values(), shaped.outputs());
    }

    /** One label a sample; a label below 0 is no class, and costs nothing. */
    private static KerasShapes classes(Rule rule, Args args, Call call) {
        Tensor prediction = call.prediction();
        Tensor truth = call.truth();
        if (truth.rank() == prediction.rank() && truth.rank() > 0 && truth.length(-1) == 1) {
            if (rule.ours().equals("gce")) {
                return new KerasShapes(everyPair(prediction, truth), null);
            }
            truth = Broadcast.squeezed(truth);
        }
        Shaped shaped = Shaped.along(prediction, axis(args, prediction.rank()), UnaryOperator.identity());
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
        if (rule.ours().equals("gce")) {
            return new KerasShapes(shaped.truth(labels, 1), mask);
        }
        return new KerasShapes(shaped.truth(oneHot(labels, shaped.outputs()), shaped.outputs()), mask);
    }

    /** A column of labels, which Keras holds against every row: N labels and N rows make N times N losses. */
    private static Shaped everyPair(Tensor prediction, Tensor truth) {
        int[] given = prediction.shape();
        int[] pairs = Broadcast.common("y_true", prediction.shapeWithout(given.length - 1), truth.shape());
        int[] wide = Arrays.copyOf(pairs, pairs.length + 1);
        wide[pairs.length] = prediction.length(-1);
        Shaped shaped = Shaped.along(
                prediction.broadcast(wide),
                wide.length - 1,
                flat -> flat.reshaped(wide).summedTo(given));
        return shaped.truth(truth.broadcast(pairs).values(), 1);
    }

    private static double[] oneHot(double[] labels, int classes) {
        double[] rows = new double[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            int label = (int) labels[i];
            if (label >= classes) {
                throw new Refused("label " + label + " is none of " + classes + " classes");
            }
            if (label >= 0) {
                rows[i * classes + label] = 1;
            }
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
