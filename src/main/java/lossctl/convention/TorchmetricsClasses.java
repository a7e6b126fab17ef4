package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * The arrays of torchmetrics's classification: whatever its axes, a yes or no is a sample; a class is one of the second
 * axis, and so is a label of several. What is to be ignored is left out. Source: torchmetrics 1.9,
 * functional/classification/stat_scores.py, confusion_matrix.py and precision_recall_curve.py.
 */
final class TorchmetricsClasses {
    /** What a plan is made for: a task, and the class whose number is told, or -1. */
    interface Maker {
        Loss make(TorchmetricsTask task, int only);
    }

    /** What a rule makes of a task, its arguments, and the class whose number is told, or -1. */
    interface LossOf {
        Loss of(TorchmetricsTask task, Args args, int only);
    }

    private final Rule rule;
    private final Args args;
    private final Manner manner;
    private final TorchmetricsTask task;
    private int[] shape;
    private int[] kept;
    private double[] truth;
    private double[] prediction;
    private int rows;
    private int width;
    private int truthWidth = 1;

    private TorchmetricsClasses(TorchmetricsTask task, Rule rule, Args args, Call call, Manner manner) {
        this.rule = rule;
        this.args = args;
        this.manner = manner;
        this.task = task;
        if (call.truth() == null) {
            throw new Refused(rule.names().get(0) + " wants y_true");
        }
        if (call.reduction() != null && !call.reduction().equals("mean")) {
            throw new Refused(rule.names().get(0) + " has no reduction '" + call.reduction() + "'");
        }
        switch (task) {
            case BINARY -> flags(call);
            case MULTICLASS -> classes(call);
            default -> labels(call);
        }
        check("num_classes", TorchmetricsTask.MULTICLASS);
        check("num_labels", TorchmetricsTask.MULTILABEL);
    }

    private void check(String name, TorchmetricsTask of) {
        if (task == of && args.has(name) && args.isSet(name) && width > 1 && args.integer(name) != width) {
            throw new Refused(name + " is " + args.integer(name) + ", but y_pred has " + width);
        }
    }

    /** The task that a name ends in, or that is told. */
    private static TorchmetricsTask task(TorchmetricsTask of, Args args) {
        return of == null ? TorchmetricsTask.of(args.word("task")) : of;
    }

    /** How calls of a rule become plans; the task is null where an argument tells it. */
    static Rule.Planner planner(TorchmetricsTask of, LossOf losses) {
        return (self, args, call, manner) ->
                plan(task(of, args), self, args, call, manner, (task, only) -> losses.of(task, args, only));
    }

    /** A plan of one number, or of one number a class; of as many for each row where samples stay apart. */
    private static Plan plan(TorchmetricsTask task, Rule rule, Args args, Call call, Manner manner, Maker maker) {
        String across = args.has("multidim_average") ? args.word("multidim_average") : "global";
        return switch (across) {
            case "global" -> global(task, rule, args, call, manner, maker);
            case "samplewise" -> samplewise(task, rule, args, call, manner, maker);
            default -> throw new Refused("multidim_average is to be global or samplewise, not " + across);
        };
    }

    /** Every entry of the first axis has numbers of its own. */
    private static Plan samplewise(TorchmetricsTask task, Rule rule, Args args, Call call, Manner manner, Maker maker) {
        int least = task == TorchmetricsTask.MULTILABEL ? 3 : 2;
        if (call.truth() == null || call.truth().rank() < least || call.truth().length(0) == 0) {
            throw new Refused("multidim_average samplewise wants a y_true of " + least + " axes or more");
        }
        int samples = call.truth().length(0);
        List<Part> parts = new ArrayList<>();
        boolean several = false;
        for (int i = 0; i < samples; i++) {
            Call one = new Call(
                    call.loss(),
                    call.params(),
                    call.truth().entry(i),
                    call.prediction().entry(i),
                    call.inputs(),
                    call.weight(),
                    call.reduction(),
                    call.texts(),
                    call.float32());
            Plan plan = global(task, rule, args, one, manner, maker);
            several = plan.isOverParts();
            parts.addAll(plan.parts());
        }
        double[] ones = new double[parts.size()];
        Arrays.fill(ones, 1);
        int each = parts.size() / samples;
        // of a single sample the axis is lost, unless it has classes
        boolean single = samples == 1 && task != TorchmetricsTask.MULTICLASS;
        int[] row = several ? new int[] {each} : new int[0];
        int[] shape = single ? row : several ? new int[] {samples, each} : new int[] {samples};
        int[] given = call.prediction().shape();
        return new Plan(
                parts,
                Plan.Reduce.NONE,
                ones,
                1,
                flat -> flat.reshaped(shape),
                flat -> flat.reshaped(given),
                List.of(),
                false);
    }

    private static Plan global(TorchmetricsTask task, Rule rule, Args args, Call call, Manner manner, Maker maker) {
        TorchmetricsClasses arrays = new TorchmetricsClasses(task, rule, args, call, manner);
        boolean several = task != TorchmetricsTask.BINARY
                && (args.has("average") && "none".equals(args.get("average"))
                        || args.has("multiclass_mode")
                                && "one-vs-all".equals(args.get("multiclass_mode"))
                                && task == TorchmetricsTask.MULTICLASS);
        return arrays.plan(several ? arrays.count() : 0, only -> maker.make(task, only));
    }

    private int count() {
        String name = task == TorchmetricsTask.MULTICLASS ? "num_classes" : "num_labels";
        if (width > 1) {
            return width;
        }
        if (!args.isSet(name)) {
            throw new Refused("a number for each class wants " + name);
        }
        return args.integer(name);
    }

    private void flags(Call call) {
        sameShape(call);
        shape = call.prediction().shape();
        truth = call.truth().values();
        prediction = call.prediction().values();
        rows = truth.length;
        width = 1;
        leaveOut();
    }

    private void labels(Call call) {
        sameShape(call);
        if (call.prediction().rank() < 2) {
            throw new Refused("labels want a row a sample");
        }
        Tensor moved = call.prediction().withLast(1);
        shape = moved.shape();
        prediction = moved.values();
        truth = call.truth().withLast(1).values().clone();
        width = moved.length(-1);
        truthWidth = width;
        rows = width == 0 ? 0 : truth.length / width;
        for (int i = 0; i < truth.length; i++) {
            boolean left = args.isSet("ignore_index") && truth[i] == args.number("ignore_index");
            if (!left && truth[i] != 0 && truth[i] != 1) {
                throw new Refused("y_true holds " + truth[i] + " where 0 or 1 is wanted");
            }
            truth[i] = left ? -1 : truth[i];
        }
    }

    private void classes(Call call) {
        Tensor given = call.prediction();
        truth = call.truth().values();
        if (given.rank() == call.truth().rank() + 1) {
            Tensor moved = given.withLast(1);
            width = moved.length(-1);
            shape = moved.shape();
            prediction = moved.values();
            rows = Tensor.size(given.shapeWithout(1));
            if (!Arrays.equals(given.shapeWithout(1), call.truth().shape())) {
                throw new Refused("y_true has the shape "
                        + Arrays.toString(call.truth().shape()) + ", y_pred " + Arrays.toString(given.shape()));
            }
        } else {
            sameShape(call);
            width = 1;
            shape = given.shape();
            prediction = given.values();
            rows = prediction.length;
        }
        leaveOut();
        int classes = width > 1 ? width : args.isSet("num_classes") ? args.integer("num_classes") : Integer.MAX_VALUE;
        for (int i = 0; i < rows; i++) {
            if (!(truth[i] >= 0 && truth[i] < classes)
                    || width == 1 && !(prediction[i] >= 0 && prediction[i] < classes)) {
                throw new Refused("a label is none of the classes from 0 to " + (classes - 1));
            }
        }
    }

    private static void sameShape(Call call) {
        if (!Arrays.equals(call.truth().shape(), call.prediction().shape())) {
            throw new Refused(
                    "y_true has the shape " + Arrays.toString(call.truth().shape()) + ", y_pred "
                            + Arrays.toString(call.prediction().shape()));
        }
    }

    /** Samples of the label that is to be ignored. */
    private void leaveOut() {
        if (!args.isSet("ignore_index")) {
            return;
        }
        double ignored = args.number("ignore_index");
        double[] keptTruth = new double[truth.length];
        double[] left = new double[prediction.length];
        kept = new int[rows];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (truth[i] != ignored) {
                keptTruth[count] = truth[i];
                System.arraycopy(prediction, i * width, left, count * width, width);
                kept[count++] = i;
            }
        }
        truth = Arrays.copyOf(keptTruth, count);
        prediction = Arrays.copyOf(left, count * width);
        rows = count;
    }

    private Plan plan(int several, IntFunction<Loss> maker) {
        // our losses have no average that is a number for each class
        Params params = several == 0 ? rule.params(args) : rule.spec().defaults();
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < Math.max(1, several); c++) {
            Loss loss = maker.apply(several == 0 ? -1 : c);
            if (rows == 0 && kept != null) {
                loss = OfNothing.of((GroupLoss) loss, truthWidth, width);
            }
            Selection selection = new Selection(rule.spec(), params, loss, manner);
            parts.add(new Part(
                    selection, rows, truth, truthWidth, prediction, width, List.of(), List.of(), new int[0], null));
        }
        double[] ones = new double[parts.size()];
        Arrays.fill(ones, 1);
        Plan.Reduce reduce = several == 0 ? Plan.Reduce.MEAN : Plan.Reduce.NONE;
        return new Plan(
                parts, reduce, several == 0 ? null : ones, 1, flat -> flat, this::back, List.of(), several == 0);
    }

    /** The derivatives of one part, or those of all together, in the shape of the predictions. */
    private Tensor back(Tensor flat) {
        double[] sums = new double[Tensor.size(shape)];
        for (int i = 0; i < flat.size(); i++) {
            int row = i / width % rows;
            sums[(kept == null ? row : kept[row]) * width + i % width] += flat.values()[i];
        }
        Tensor moved = new Tensor(sums, shape);
        return task == TorchmetricsTask.BINARY || width == 1 && task == TorchmetricsTask.MULTICLASS
                ? moved
                : moved.withLastAt(1);
    }
}
