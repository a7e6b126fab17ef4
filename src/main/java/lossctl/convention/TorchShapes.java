package lossctl.convention;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lossctl.num.Tensor;

/** How PyTorch sees the arrays of a call. */
final class TorchShapes {
    private TorchShapes() {}

    static Shaped of(Rule rule, Args args, Call call) {
        return switch (rule.ours()) {
            case "cce" -> crossEntropy(args, call);
            case "nll" -> nll(args, call);
            case "ctc" -> TorchCtc.shaped(args, call);
            case "gaussian_nll" -> gaussian(call);
            case "bce" -> args.has("pos_weight") ? logits(args, call) : elements(rule, args, call);
            case "multilabel_soft_margin" -> flags(args, call);
            case "multi_margin" -> margins(args, call);
            case "triplet_margin" -> triplets(call);
            case "margin_ranking" -> {
                sameRank(call, call.truth());
                call.inputs().values().forEach(input -> sameRank(call, input));
                yield elements(rule, args, call);
            }
            default -> rule.view() == View.ELEMENTS ? elements(rule, args, call) : rows(rule, call);
        };
    }

    /** Whether a weight a sample counts: not beside weights of classes, nor where rows are told otherwise. */
    static boolean weighsSamples(Rule rule) {
        return switch (rule.ours()) {
            case "cce", "nll", "ctc", "gaussian_nll", "multilabel_soft_margin", "multi_margin", "triplet_margin" ->
                false;
            default -> rule.view() == View.ELEMENTS;
        };
    }

    /**
     * A call whose weights of elements, which are an argument of the loss, are those of the samples; weights of classes
     * stay an argument.
     *
     * @throws Refused where the loss has none, or both are given
     */
    static Call weighed(Rule rule, Call call) {
        Object given = call.params().get("weight");
        if (given == null || isOfClasses(rule)) {
            return call;
        }
        String name = rule.names().get(0);
        if (rule.settings().stream().noneMatch(setting -> setting.name().equals("weight"))) {
            throw new Refused(name + " has no parameter 'weight': what each element weighs is told by sample_weight");
        }
        if (call.weight() != null) {
            throw new Refused(name + " takes 'weight' or sample_weight, not both");
        }
        Map<String, Object> others = new HashMap<>(call.params());
        others.remove("weight");
        Tensor weight = new Args(name, rule.settings(), call.params(), call.float32()).tensor("weight");
        if (!rule.ours().equals("bce")
                && !Arrays.equals(weight.shape(), call.prediction().shape())) {
            throw new Refused("Weights and input must have the same size: " + Arrays.toString(weight.shape()) + ", "
                    + Arrays.toString(call.prediction().shape()));
        }
        return new Call(
                call.loss(),
                others,
                call.truth(),
                call.prediction(),
                call.inputs(),
                weight,
                call.reduction(),
                call.texts(),
                call.float32());
    }

    private static boolean isOfClasses(Rule rule) {
        return rule.view() == View.AXIS
                || rule.ours().equals("cce")
                || rule.ours().equals("ctc");
    }

    /** Targets and inputs are repeated to one shape, as PyTorch does with a warning; binary cross-entropy does not. */
    private static Shaped elements(Rule rule, Args args, Call call) {
        int[] given = call.prediction().shape();
        int[] shape = given;
        if (call.truth() != null) {
            shape = rule.ours().equals("bce")
                    ? shares(sameShape("target", call.truth(), given)).shape()
                    : Broadcast.common("target", given, call.truth().shape());
            if (rule.ours().equals("soft_margin")) {
                // computed in place, so that a target is repeated to the input alone
                broadcast("target", call.truth(), given);
            }
        }
        Shaped shaped = Shaped.elements(call.prediction().broadcast(shape), flat -> flat.summedTo(given));
        if (call.truth() != null) {
            shaped.truth(call.truth().broadcast(shape).values(), 1);
        }
        for (Map.Entry<String, Tensor> input : call.inputs().entrySet()) {
            addElements(shaped, input.getKey(), input.getValue(), shape);
        }
        if (call.weight() != null) {
            shaped.weights(broadcast("weight", call.weight(), shape).values());
        }
        return shaped;
    }

    private static Tensor shares(Tensor target) {
        for (double share : target.values()) {
            if (share < 0 || share > 1) {
                throw new Refused("all elements of target should be between 0 and 1");
            }
        }
        return target;
    }

    private static void addElements(Shaped shaped, String name, Tensor given, int[] shape) {
        Tensor full = broadcast(name, given, shape);
        shaped.input(name, full.values(), flat -> flat.reshaped(shape).summedTo(given.shape()));
    }

    private static Shaped logits(Args args, Call call) {
        int[] shape = call.prediction().shape();
        Shaped shaped = Shaped.elements(call.prediction());
        shaped.truth(sameShape("target", call.truth(), shape).values(), 1);
        if (call.weight() != null) {
            shaped.weights(broadcast("weight", call.weight(), shape).values());
        }
        Tensor positive = args.tensor("pos_weight");
        if (positive != null) {
            addElements(shaped, "pos_weight", positive, shape);
        }
        return shaped;
    }

    /** A sample a row; further arrays have a row a sample as well. */
    private static Shaped rows(Rule rule, Call call) {
        Tensor prediction = call.prediction();
        Tensor truth = call.truth();
        Shaped shaped = prediction.rank() == 1 && call.inputs().isEmpty()
                ? Shaped.whole(prediction)
                : Shaped.along(prediction, -1);
        if (rule.ours().equals("multilabel_margin")) {
            sameShape("target", truth, prediction.shape());
        }
        if (truth != null) {
            shaped.truth(truth.values(), shaped.rows() == 0 ? 0 : truth.size() / shaped.rows());
        }
        for (Map.Entry<String, Tensor> input : call.inputs().entrySet()) {
            int[] shape = input.getValue().shape();
            shaped.input(input.getKey(), input.getValue().values(), flat -> flat.reshaped(shape));
        }
        return shaped;
    }

    /** Flags of classes; what each element weighs is multiplied before the mean over classes. */
    private static Shaped flags(Args args, Call call) {
        Tensor prediction = call.prediction();
        Shaped shaped = prediction.rank() == 1 ? Shaped.whole(prediction) : Shaped.along(prediction, -1);
        shaped.truth(broadcast("target", call.truth(), prediction.shape()).values(), shaped.outputs());
        if (args.isSet("weight")) {
            Tensor weight = args.tensor("weight");
            int[] shape = prediction.shape();
            shaped.input(
                    "weight",
                    broadcast("weight", weight, shape).values(),
                    flat -> flat.reshaped(shape).summedTo(weight.shape()));
        }
        return shaped;
    }

    /** Labels of rows, each of which weighs as much as its class. */
    private static Shaped margins(Args args, Call call) {
        Tensor prediction = call.prediction();
        Tensor truth = call.truth();
        Shaped shaped = prediction.rank() == 1 ? Shaped.whole(prediction) : Shaped.along(prediction, -1);
        shaped.truth(truth.values(), shaped.rows() == 0 ? 0 : truth.size() / shaped.rows());
        double[] weights = classWeights(args.tensor("weight"), shaped.outputs());
        double[] each = new double[truth.size()];
        for (int i = 0; i < each.length; i++) {
            int label = (int) truth.values()[i];
            each[i] = label == truth.values()[i] && label >= 0 && label < weights.length ? weights[label] : 1;
        }
        return shaped.weights(each)
                .losses(flat -> SklearnTold.weighed(flat, each).reshaped(truth.shape()));
    }

    /** Vectors of as many axes, repeated to one shape. */
    private static Shaped triplets(Call call) {
        Tensor anchor = call.prediction();
        int[] given = anchor.shape();
        int[] shape = given;
        for (Map.Entry<String, Tensor> input : call.inputs().entrySet()) {
            sameRank(call, input.getValue());
            shape = Broadcast.common(input.getKey(), shape, input.getValue().shape());
        }
        int[] common = shape;
        Shaped shaped = Shaped.along(anchor.broadcast(common), -1, flat -> flat.summedTo(given));
        for (Map.Entry<String, Tensor> input : call.inputs().entrySet()) {
            addElements(shaped, input.getKey(), input.getValue(), common);
        }
        return shaped;
    }

    private static Shaped gaussian(Call call) {
        int[] shape = call.prediction().shape();
        Tensor var = call.inputs().get("var");
        if (var == null) {
            throw new Refused("gaussian_nll_loss wants the input 'var'");
        }
        Tensor given = var;
        if (var.rank() == shape.length - 1) {
            int[] wide = Arrays.copyOf(var.shape(), shape.length);
            wide[shape.length - 1] = 1;
            given = var.reshaped(wide);
        }
        int[] wide = given.shape();
        Shaped shaped = Shaped.elements(call.prediction());
        shaped.truth(broadcast("target", call.truth(), shape).values(), 1);
        return shaped.input(
                "var",
                broadcast("var", given, shape).values(),
                flat -> flat.reshaped(shape).summedTo(wide).reshaped(var.shape()));
    }

    /**
     * Targets as what each class counts: {@code w[y]} for an index, smoothed and weighed. The mean divides by the sum of
     * the targets' weights; by the number of samples where targets are probabilities.
     */
    private static Shaped crossEntropy(Args args, Call call) {
        Tensor prediction = call.prediction();
        int axis = prediction.rank() == 1 ? 0 : 1;
        Shaped shaped = Shaped.along(prediction, axis, slopes -> CodedCrossEntropy.lost(prediction, axis, slopes));
        int classes = shaped.outputs();
        double[] weights = classWeights(args.tensor("weight"), classes);
        double smoothing = Math.max(0, args.number("label_smoothing"));
        if (smoothing > 1) {
            throw new Refused("label_smoothing must be between 0.0 and 1.0. Got: " + smoothing);
        }
        if (call.truth().rank() == prediction.rank()) {
            if (args.integer("ignore_index") >= 0) {
                throw new Refused("ignore_index is not supported for probabilities as targets");
            }
            double[] truth = call.truth().withLast(axis).values().clone();
            for (int i = 0; i < truth.length; i++) {
                truth[i] = counted(((1 - smoothing) * truth[i] + smoothing / classes) * weights[i % classes]);
            }
            return shaped.truth(truth, classes).divisor(shaped.rows());
        }
        if (call.truth().size() != shaped.rows()) {
            throw new Refused("Expected input batch_size (" + shaped.rows() + ") to match target batch_size ("
                    + call.truth().size() + ")");
        }
        int ignored = args.integer("ignore_index");
        double[] truth = new double[shaped.rows() * classes];
        double[] counted = new double[shaped.rows()];
        double divisor = 0;
        for (int row = 0; row < counted.length; row++) {
            int label = label(call.truth().values()[row], classes, ignored);
            counted[row] = label == ignored ? Double.NaN : 1;
            if (label != ignored) {
                divisor += weights[label];
                for (int c = 0; c < classes; c++) {
                    truth[row * classes + c] = smoothing == 0 ? 0 : counted(smoothing / classes * weights[c]);
                }
                double own = truth[row * classes + label] + (1 - smoothing) * weights[label];
                truth[row * classes + label] = counted(own);
            }
        }
        // the unsmoothed part is 0 / 0, whatever the smoothing adds
        boolean isWeightless = divisor == 0 && smoothing > 0;
        return shaped.truth(truth, classes)
                .divisor(isWeightless ? Double.NaN : divisor)
                .weights(counted);
    }

    private static double counted(double share) {
        return share == 0 ? CodedCrossEntropy.TIMES_ZERO : share;
    }

    private static Shaped nll(Args args, Call call) {
        Tensor prediction = call.prediction();
        Shaped shaped = Shaped.along(prediction, prediction.rank() == 1 ? 0 : 1);
        double[] weights = classWeights(args.tensor("weight"), shaped.outputs());
        int ignored = args.integer("ignore_index");
        double[] truth = call.truth().values().clone();
        double[] counted = new double[truth.length];
        for (int row = 0; row < truth.length; row++) {
            int label = label(truth[row], shaped.outputs(), ignored);
            counted[row] = label == ignored ? Double.NaN : weights[label];
            truth[row] = label == ignored ? 0 : label;
        }
        return shaped.truth(truth, 1).weights(counted);
    }

    private static int label(double value, int classes, int ignored) {
        int label = (int) value;
        if (label != value || (label != ignored && (label < 0 || label >= classes))) {
            throw new Refused("Target " + value + " is out of bounds: there are " + classes + " classes");
        }
        return label;
    }

    static double[] classWeights(Tensor given, int classes) {
        double[] weights = new double[classes];
        Arrays.fill(weights, 1);
        if (given != null) {
            if (given.size() != classes) {
                throw new Refused("weight has " + given.size() + " values, but there are " + classes + " classes");
            }
            return given.values();
        }
        return weights;
    }

    private static void sameRank(Call call, Tensor other) {
        if (other != null && other.rank() != call.prediction().rank()) {
            throw new Refused(call.loss() + " takes arrays of as many axes, not "
                    + Arrays.toString(call.prediction().shape()) + " and " + Arrays.toString(other.shape()));
        }
    }

    private static Tensor sameShape(String what, Tensor given, int[] shape) {
        if (!Arrays.equals(given.shape(), shape)) {
            throw new Refused("the " + what + " has the shape " + Arrays.toString(given.shape()) + ", the input "
                    + Arrays.toString(shape));
        }
        return given;
    }

    private static Tensor broadcast(String what, Tensor given, int[] shape) {
        Tensor full = given.broadcast(shape);
        if (full == null) {
            throw new Refused("the " + what + " of shape " + Arrays.toString(given.shape())
                    + " does not go together with an input of shape " + Arrays.toString(shape));
        }
        return full;
    }
}
