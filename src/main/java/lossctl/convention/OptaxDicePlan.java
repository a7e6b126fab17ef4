package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * Dice losses of optax: the first axis is that of images, the last that of classes, those between are of pixels. The
 * reduction of {@code dice_loss} is its own, over classes, so that {@code value} has a number an image; the others have none.
 * Source: optax/losses/_segmentation.py.
 */
final class OptaxDicePlan {
    private final Rule rule;
    private final Args args;
    private final Manner manner;
    private final Tensor truth;
    private final Tensor prediction;
    private final int[] given;
    private final int classes;

    private OptaxDicePlan(Rule rule, Args args, Call call, Manner manner, Tensor truth, Tensor prediction) {
        this.rule = rule;
        this.args = args;
        this.manner = manner;
        this.truth = truth;
        this.prediction = prediction;
        given = call.prediction().shape();
        if (!Arrays.equals(truth.shape(), prediction.shape())) {
            throw new Refused("y_true has the shape " + Arrays.toString(truth.shape()) + ", y_pred "
                    + Arrays.toString(prediction.shape()));
        }
        if (prediction.rank() == 0) {
            throw new Refused("an image has an axis of classes at least");
        }
        classes = prediction.length(-1);
    }

    static Plan ofImages(Rule rule, Args args, Call call, Manner manner) {
        Tensor truth = truth(call);
        Tensor prediction = call.prediction();
        Tensor widerPrediction = prediction.rank() == truth.rank() - 1 ? widened(prediction) : prediction;
        Tensor wider = truth.rank() == widerPrediction.rank() - 1 ? widened(truth) : truth;
        return new OptaxDicePlan(rule, args, call, manner, wider, widerPrediction)
                .images(
                        args.number("alpha"),
                        args.number("beta"),
                        args.flag("apply_softmax"),
                        call.reduction(),
                        Plan.Reduce.NONE);
    }

    static Plan ofBinary(Rule rule, Args args, Call call, Manner manner) {
        Tensor truth = truth(call);
        Tensor prediction = call.prediction();
        boolean widen = prediction.rank() == truth.rank() && (prediction.rank() == 0 || prediction.length(-1) != 1);
        Tensor widerPrediction = widen || prediction.rank() == truth.rank() - 1 ? widened(prediction) : prediction;
        Tensor wider = widen || truth.rank() == widerPrediction.rank() - 1 ? widened(truth) : truth;
        return new OptaxDicePlan(rule, args, call, manner, wider, widerPrediction)
                .images(0.5, 0.5, args.flag("apply_sigmoid"), null, Mathematics.reduce(call.reduction()));
    }

    /** All images as one number; how often classes are true counts over all of them. */
    static Plan ofAll(Rule rule, Args args, Call call, Manner manner) {
        if (call.reduction() != null && !call.reduction().equals("mean")) {
            throw new Refused("multiclass_generalized_dice_loss has no reduction '" + call.reduction() + "'");
        }
        return new OptaxDicePlan(rule, args, call, manner, truth(call), call.prediction()).together();
    }

    private static Tensor truth(Call call) {
        if (call.truth() == null) {
            throw new Refused("no 'y_true' is given");
        }
        return call.truth();
    }

    private static Tensor widened(Tensor array) {
        int[] shape = Arrays.copyOf(array.shape(), array.rank() + 1);
        shape[array.rank()] = 1;
        return array.reshaped(shape);
    }

    private int count() {
        return prediction.rank() == 1 ? 1 : prediction.length(0);
    }

    /** The shape without pixels and classes. */
    private int[] batch() {
        return prediction.rank() == 1 ? new int[0] : new int[] {prediction.length(0)};
    }

    private int behind() {
        return args.has("ignore_background") && args.flag("ignore_background") && classes > 1 ? 1 : 0;
    }

    /** {@code reduction} is over classes, {@code overImages} over images. */
    private Plan images(double alpha, double beta, boolean scored, String reduction, Plan.Reduce overImages) {
        double[] weights = OptaxDice.weights(args.has("class_weights") ? args.tensor("class_weights") : null);
        if (weights.length > 0 && weights.length != classes) {
            throw new Refused("class_weights has " + weights.length + " values for " + classes + " classes");
        }
        if (!scored) {
            holdToDistributions();
        }
        Plan.Reduce reduce = Mathematics.reduce(reduction);
        int counted = classes - behind();
        int each = reduce == Plan.Reduce.NONE ? counted : 1;
        double divisor = reduce == Plan.Reduce.MEAN ? counted : 1;
        List<Part> parts = new ArrayList<>();
        for (int image = 0; image < count(); image++) {
            for (int c = 0; c < each; c++) {
                int first = behind() + c;
                int last = reduce == Plan.Reduce.NONE ? first + 1 : classes;
                OptaxDice loss =
                        new OptaxDice(alpha, beta, args.number("smooth"), scored, weights, first, last, divisor);
                parts.add(part(image, loss));
            }
        }
        boolean apart = reduce == Plan.Reduce.NONE && args.has("class_weights");
        int[] shape = apart ? with(batch(), counted) : batch();
        return plan(parts, overImages, each, shape);
    }

    private static int[] with(int[] shape, int last) {
        int[] longer = Arrays.copyOf(shape, shape.length + 1);
        longer[shape.length] = last;
        return longer;
    }

    /** Every part has the gradient of a whole image; {@code each} of them belong to one. */
    private Plan plan(List<Part> parts, Plan.Reduce reduce, int each, int[] shape) {
        double[] ones = new double[parts.size()];
        Arrays.fill(ones, 1);
        int size = count() == 0 ? 0 : prediction.size() / count();
        UnaryOperator<Tensor> back = flat -> {
            double[] sums = new double[count() * size];
            for (int i = 0; i < flat.size(); i++) {
                sums[i / (each * size) * size + i % size] += flat.values()[i];
            }
            return new Tensor(sums, given);
        };
        return new Plan(parts, reduce, ones, parts.size(), flat -> flat.reshaped(shape), back, List.of(), true);
    }

    private Plan together() {
        double[] weights = new double[classes];
        double all = 0;
        for (int i = 0; i < truth.size(); i++) {
            weights[i % classes] += truth.values()[i];
        }
        for (int c = 0; c < classes; c++) {
            weights[c] = 1 / (weights[c] * weights[c] + 1e-7);
            all += weights[c];
        }
        for (int c = 0; c < classes; c++) {
            weights[c] = weights[c] / all * classes;
        }
        boolean scored = args.flag("apply_softmax");
        if (!scored) {
            holdToDistributions();
        }
        List<Part> parts = new ArrayList<>();
        for (int image = 0; image < count(); image++) {
            OptaxDice loss = new OptaxDice(0.5, 0.5, args.number("smooth"), scored, weights, behind(), classes, 0);
            parts.add(part(image, loss));
        }
        Plan plan = plan(parts, Plan.Reduce.MEAN, 1, new int[] {parts.size()});
        return new Plan(
                plan.parts(),
                plan.reduction(),
                plan.partWeights(),
                plan.divisor(),
                plan.losses(),
                plan.gradient(),
                List.of(),
                false);
    }

    private void holdToDistributions() {
        for (int from = 0; from < prediction.size(); from += classes) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += prediction.values()[from + c];
            }
            if (!(Math.abs(sum - 1) <= 1e-8 + 1e-5)) {
                throw new Refused("without a softmax the predictions of a pixel are to sum to 1, not " + sum);
            }
        }
    }

    private Part part(int image, OptaxDice loss) {
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        int size = prediction.size() / count();
        double[] t = Arrays.copyOfRange(truth.values(), image * size, (image + 1) * size);
        double[] p = Arrays.copyOfRange(prediction.values(), image * size, (image + 1) * size);
        return new Part(selection, size / classes, t, classes, p, classes, List.of(), List.of(), new int[0], null);
    }
}
