package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * Keras: a function reduces the last axis, then the losses are weighed and reduced. In double precision and on the torch
 * backend. Source: Keras 3.16, keras/src/losses, and its answers.
 */
final class Keras extends Framework {
    /** Probabilities are clipped to [1e-7, 1 - 1e-7], denominators kept above it. */
    static final double EPSILON = 1e-7;

    /** PyTorch's own label of what is ignored. */
    private static final double PASSED_OVER = -100;

    Keras() {
        this("keras", withMetrics(KerasRules.all()));
    }

    /** Keras under another name, with rules of its own. */
    Keras(String name, List<Rule> rules) {
        super(name, List.of("3.16.0", "3.16", "3", "3.15.1", "3.15"), rules);
    }

    /** A loss first where a metric has its name. */
    private static List<Rule> withMetrics(List<Rule> losses) {
        List<Rule> rules = new ArrayList<>(losses);
        rules.addAll(KerasMetrics.all());
        return rules;
    }

    /** Whether it computes on PyTorch, else on TensorFlow. */
    private boolean isTorch() {
        return name().equals("keras");
    }

    @Override
    public Plan plan(Call given, String version) {
        Rule rule = rule(given.loss());
        Call call = given.withInputs(rule::takes);
        rule.holdToInputs(call);
        Args args = new Args(rule.names().get(0), rule.settings(), call.params(), call.float32());
        if (call.truth() == null) {
            throw new Refused(rule.names().get(0) + " wants y_true");
        }
        if (rule.planner() != null) {
            return rule.planner()
                    .plan(rule, args, call, new Manner(name() + "-" + version, Manner.Averaging.WEIGHTS, 0));
        }
        return switch (rule.ours()) {
            case "dice", "tversky" -> overlap(rule, args, call, version);
            case "circle" -> circle(rule, args, call, version);
            case "ctc" -> ctc(rule, args, call, version);
            default -> samples(rule, args, call, version);
        };
    }

    private Plan samples(Rule rule, Args args, Call call, String version) {
        KerasShapes shapes = KerasShapes.of(rule, args, call, isTorch() ? PASSED_OVER : Double.NaN);
        if (isTorch() && rule.ours().equals("gce")) {
            KerasGce.holdToClasses(shapes.shaped());
        }
        if (isTorch() && shapes.mask() != null) {
            KerasReduction.holdToMask(shapes.mask().shape(), call.weight());
        }
        if (rule.ours().equals("categorical_focal")
                && args.tensor("alpha").size() > 1
                && KerasShapes.axis(args, call.prediction().rank())
                        < call.prediction().rank() - 1) {
            throw new Refused("alpha goes along the last axis, whatever 'axis' says: tell one number");
        }
        if (isOld(version)
                && rule.view() == View.AXIS
                && KerasShapes.isAcross(args, call.prediction().rank())) {
            throw new Refused(
                    "up to Keras 3.15 labels are smoothed by the length of the last axis, whatever 'axis' says");
        }
        Loss loss = rule.ours().equals("cosine") ? new KerasRows.Cosine(1, isOld(version)) : rule.loss(args);
        return plan(rule, args, loss, shapes.shaped(), shapes.mask(), call, version);
    }

    private static boolean isOld(String version) {
        return version.startsWith("3.15");
    }

    private Plan plan(Rule rule, Args args, Loss loss, Shaped shaped, Tensor mask, Call call, String version) {
        KerasReduction reduction = KerasReduction.of(shaped.shape(), mask, call.weight(), call.reduction());
        shaped.weights(reduction.counted()).losses(reduction.losses());
        Manner manner = reduction.manner(name() + "-" + version);
        boolean even = reduction.reduce() == Plan.Reduce.MEAN && reduction.weights() == null;
        if (even && rule.ours().equals("cosine")) {
            return shaped.plan(
                    new Selection(
                            rule.spec(),
                            rule.params(args),
                            new KerasRows.Cosine(1 / manner.divisor(), isOld(version)),
                            manner),
                    Plan.Reduce.MEAN);
        }
        return shaped.plan(new Selection(rule.spec(), rule.params(args), loss, manner), reduction.reduce());
    }

    private Plan ctc(Rule rule, Args args, Call call, String version) {
        return plan(rule, args, KerasCtc.loss(call), KerasCtc.shaped(call), null, call, version);
    }

    /** Samples without a loss do not count; so the loss itself has to reduce. */
    private Plan circle(Rule rule, Args args, Call call, String version) {
        Shaped shaped = KerasShapes.of(rule, args, call, Double.NaN).shaped();
        if (isTorch()) {
            KerasReduction.holdToMask(shaped.shape(), call.weight());
        }
        KerasReduction reduction = KerasReduction.of(shaped.shape(), null, call.weight(), call.reduction());
        shaped.weights(reduction.weights()).losses(reduction.losses());
        KerasCircle loss = new KerasCircle(
                args.number("gamma"),
                args.number("margin"),
                args.flag("remove_diagonal"),
                reduction.reduce() == Plan.Reduce.MEAN,
                KerasReduction.BY_WEIGHT.equals(call.reduction()),
                keys(call));
        Selection selection =
                new Selection(rule.spec(), rule.params(args), loss, reduction.manner(name() + "-" + version));
        return shaped.plan(selection, reduction.reduce());
    }

    /** References, which the function takes and the class does not hand on; null where there are none. */
    private static KerasCircle.Keys keys(Call call) {
        if (call.inputs().isEmpty()) {
            return null;
        }
        Tensor labels = call.inputs().get("ref_labels");
        Tensor embeddings = call.inputs().get("ref_embeddings");
        int width = call.prediction().length(-1);
        if (labels == null
                || embeddings == null
                || embeddings.rank() != 2
                || embeddings.length(1) != width
                || labels.size() != embeddings.length(0)) {
            throw new Refused("circle takes ref_labels of shape (M) and ref_embeddings of shape (M, " + width + ")");
        }
        return new KerasCircle.Keys(labels.values(), embeddings.values());
    }

    /** One value for the whole batch, or one for what the axes leave. */
    private Plan overlap(Rule rule, Args args, Call call, String version) {
        Tensor[] pair = Broadcast.aligned(call.truth(), call.prediction());
        if (!Arrays.equals(pair[0].shape(), pair[1].shape())) {
            throw new Refused("y_true and y_pred differ in shape");
        }
        Axes axes = new Axes(args.tensor("axis"), pair[1].rank());
        Tensor truth = axes.last(pair[0]);
        Tensor prediction = axes.last(pair[1]);
        int[] shape = Arrays.copyOf(prediction.shape(), prediction.rank() - 1);
        int[] given = call.prediction().shape();
        KerasReduction reduction = KerasReduction.of(shape, null, call.weight(), call.reduction());
        Selection selection = new Selection(
                rule.spec(), rule.params(args), overlap(rule, args, version), reduction.manner(name() + "-" + version));
        int width = prediction.length(-1);
        List<Part> parts = new ArrayList<>();
        double[] weights = new double[Tensor.size(shape)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = reduction.weights() == null ? 1 : reduction.weights()[i];
            double[] t = Arrays.copyOfRange(truth.values(), i * width, (i + 1) * width);
            double[] p = Arrays.copyOfRange(prediction.values(), i * width, (i + 1) * width);
            parts.add(new Part(selection, width, t, 1, p, 1, List.of(), List.of(), new int[0], null));
        }
        UnaryOperator<Tensor> back =
                flat -> axes.back(flat.reshaped(prediction.shape())).reshaped(given);
        return new Plan(
                parts, reduction.reduce(), weights, reduction.divisor(), reduction.losses(), back, List.of(), true);
    }

    /** Up to 3.15 alpha and beta were taken for one another. */
    private static Loss overlap(Rule rule, Args args, String version) {
        Loss loss = rule.loss(args);
        return isOld(version) && loss instanceof KerasOverlap overlap
                ? new KerasOverlap(overlap.beta(), overlap.alpha(), overlap.eps())
                : loss;
    }

    @Override
    Manner.Averaging averaging(Rule rule, Selection ours) {
        return rule.planner() == null ? Manner.Averaging.COUNT : Manner.Averaging.WEIGHTS;
    }

    @Override
    boolean sumsElements() {
        return false;
    }

    @Override
    boolean passes(Rule rule, String param) {
        return rule.ours().equals("ctc") || rule.ours().equals("binary_focal") && param.equals("alpha");
    }

    @Override
    Loss streamed(Rule rule, Args args, Selection ours, String version) {
        Loss loss = rule.ours().equals("tversky") ? overlap(rule, args, version) : ofRows(rule, args, ours);
        boolean signs = loss.truth().kind() == Domain.Kind.SIGN;
        return loss instanceof PointwiseLoss pointwise && !signs ? new Elements(pointwise, true) : loss;
    }

    private Loss ofRows(Rule rule, Args args, Selection ours) {
        Params params = ours.params();
        return switch (rule.ours()) {
            case "ctc", "hinge", "squared_hinge" -> ours.loss();
            case "sparse_cce" -> isTorch() || params.isSet("ignore_index") ? sparse(args, ours) : rule.loss(args);
            case "binary_focal" ->
                isTorch()
                        ? KerasProbability.binaryFocal(args, params.number("alpha"))
                        : KerasTf.binaryFocal(args, params.number("alpha"));
            case "gce" -> new KerasGce(args.number("q"), ours.loss().truth());
            case "circle" -> new KerasCircle(args.number("gamma"), args.number("margin"), true, true, false, null);
            default -> rule.loss(args);
        };
    }

    /** Indices stay indices, so that one of them may be ignored. */
    private Loss sparse(Args args, Selection ours) {
        Params params = ours.params();
        if (!isTorch()) {
            throw new Refused("--ignore-index is known through batch alone");
        }
        return params.flag("from_logits")
                ? new OpenRow(ours.spec().create(params))
                : KerasProbability.clipped(ours.spec(), params, args);
    }
}
