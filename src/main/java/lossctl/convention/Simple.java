package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/** A framework whose functions see samples as mathematics does: its rules are all there is to know. */
final class Simple extends Framework {
    /** What optax wants to be of one shape. */
    private static final List<String> CHECKED = List.of("mse", "half_mse", "perceptron");

    private final boolean weighs;

    /** {@code weighs} says whether it takes weights: a mean then divides by their sum. */
    Simple(String name, boolean weighs, List<Rule> rules) {
        super(name, List.of(), rules);
        this.weighs = weighs;
    }

    @Override
    public Plan plan(Call given, String version) {
        Rule rule = rule(given.loss());
        Call call = given.withInputs(rule::takes);
        Args args = new Args(rule.names().get(0), rule.settings(), call.params(), call.float32());
        if (call.weight() != null && !weighs) {
            throw new Refused(name() + " takes no weights");
        }
        rule.holdToInputs(call);
        Manner manner = new Manner(name(), Manner.Averaging.WEIGHTS, 0);
        Plan planned = rule.planner() == null ? null : rule.planner().plan(rule, args, call, manner);
        if (planned != null) {
            return planned;
        }
        boolean ctc = rule.ours().equals("ctc");
        Loss loss = ctc ? OptaxCtc.loss(args, call) : rule.loss(args);
        if (args.has("axis") && call.inputs().containsKey("where") && loss instanceof RowLoss row) {
            loss = row instanceof OptaxLabels ? new OptaxMasked() : new OptaxCounted(row);
        }
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        String reduction = call.reduction() == null && rule.isSummed() ? "sum" : call.reduction();
        Shaped shaped = ctc ? OptaxCtc.shaped(call) : shaped(rule, args, call, loss);
        return shaped.plan(selection, Mathematics.reduce(reduction));
    }

    private Shaped shaped(Rule rule, Args args, Call call, Loss loss) {
        if (rule.ours().equals("cox")) {
            return Mathematics.shaped(AtRisk.signed(call), loss);
        }
        if (args.has("axis")) {
            return along(args, call);
        }
        return loss instanceof PointwiseLoss && call.weight() == null && call.truth() != null
                ? elements(rule, call)
                : Mathematics.shaped(call, loss);
    }

    /** Every element is a sample; optax repeats truths and predictions to one shape where it does not check them. */
    private Shaped elements(Rule rule, Call call) {
        Tensor prediction = call.prediction();
        Tensor truth = call.truth();
        int[] given = prediction.shape();
        boolean repeats = name().equals("optax") && !CHECKED.contains(rule.ours());
        if (!repeats || Arrays.equals(given, truth.shape())) {
            if (!weighs && !Arrays.equals(given, truth.shape())) {
                throw new Refused("y_true has the shape " + Arrays.toString(truth.shape()) + ", y_pred "
                        + Arrays.toString(given));
            }
            return Shaped.elements(prediction).truth(truth.values(), 1);
        }
        int[] shape = Broadcast.common("y_true", given, truth.shape());
        return Shaped.elements(prediction.broadcast(shape), flat -> flat.summedTo(given))
                .truth(truth.broadcast(shape).values(), 1);
    }

    /** The values along the axes that are named belong to one sample. */
    private static Shaped along(Args args, Call call) {
        if (call.truth() == null) {
            throw new Refused("no 'y_true' is given");
        }
        int rank = call.prediction().rank();
        boolean rows = call.truth().rank() == rank;
        Axes axes = new Axes(args.tensor("axis"), rank, !rows);
        Tensor prediction = axes.last(call.prediction());
        Tensor truth = rows ? new Axes(args.tensor("axis"), rank).last(call.truth()) : call.truth();
        int[] shape = Arrays.copyOf(prediction.shape(), prediction.rank() - 1);
        if (rows && !Arrays.equals(truth.shape(), prediction.shape()) || !rows && truth.size() != Tensor.size(shape)) {
            throw new Refused("y_true has the shape "
                    + Arrays.toString(call.truth().shape()) + ", y_pred "
                    + Arrays.toString(call.prediction().shape()));
        }
        Shaped shaped = Shaped.along(prediction, -1, axes::back);
        Tensor where = call.inputs().get("where");
        if (where == null) {
            return shaped.truth(truth.values(), rows ? prediction.length(-1) : 1);
        }
        Tensor counted =
                where.rank() == rank ? new Axes(args.tensor("axis"), rank, !rows).last(repeated(where, call)) : where;
        if (counted.size() != prediction.size() && counted.size() != Tensor.size(shape)) {
            throw new Refused(
                    "where of shape " + Arrays.toString(where.shape()) + " does not go together with y_pred of "
                            + Arrays.toString(call.prediction().shape()));
        }
        int width = prediction.length(-1);
        return rows
                ? shaped.truth(OptaxCounted.marked(truth.values(), counted, width), width)
                : shaped.truth(OptaxMasked.marked(truth.values(), counted, width), width);
    }

    private static Tensor repeated(Tensor where, Call call) {
        Tensor full = where.broadcast(call.prediction().shape());
        return full == null ? where : full;
    }

    @Override
    Manner.Averaging averaging(Rule rule, Selection ours) {
        return rule.isSummed() ? Manner.Averaging.GIVEN : Manner.Averaging.WEIGHTS;
    }

    @Override
    boolean sumsElements() {
        return !weighs;
    }

    @Override
    boolean passes(Rule rule, String param) {
        return rule.ours().equals("ctc");
    }

    @Override
    Loss streamed(Rule rule, Args args, Selection ours, String version) {
        if (rule.ours().equals("ctc")) {
            return ours.loss();
        }
        Loss loss = rule.loss(args);
        // the door of a file knows classes by their names
        return loss instanceof OptaxLabels labels ? labels.loss() : loss;
    }
}
