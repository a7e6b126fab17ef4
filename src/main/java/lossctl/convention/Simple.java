package lossctl.convention;

import java.util.List;
import java.util.Map;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/** A framework whose functions see samples as mathematics does: its rules are all there is to know. */
final class Simple extends Framework {
    private final boolean weighs;

    /** {@code weighs} says whether it takes weights: a mean then divides by their sum. */
    Simple(String name, boolean weighs, List<Rule> rules) {
        super(name, List.of(), rules);
        this.weighs = weighs;
    }

    @Override
    public Plan plan(Call call, String version) {
        Rule rule = rule(call.loss());
        Args args = new Args(rule.names().get(0), rule.settings(), call.params(), call.float32());
        if (call.weight() != null && !weighs) {
            throw new Refused(name() + " takes no weights");
        }
        boolean ctc = rule.ours().equals("ctc");
        Loss loss = ctc ? OptaxCtc.loss(args, call) : rule.loss(args);
        Manner manner = new Manner(name(), Manner.Averaging.WEIGHTS, 0);
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        String reduction = call.reduction() == null && rule.isSummed() ? "sum" : call.reduction();
        Shaped shaped =
                ctc ? OptaxCtc.shaped(call) : Mathematics.shaped(rule.ours().equals("cox") ? signed(call) : call, loss);
        return shaped.plan(selection, Mathematics.reduce(reduction));
    }

    /** A time below 0 is one at which nothing had happened yet, unless events are told. */
    private static Call signed(Call call) {
        if (call.truth() == null || call.inputs().containsKey("event")) {
            return call;
        }
        double[] times = call.truth().values().clone();
        double[] events = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            events[i] = times[i] > 0 ? 1 : 0;
            times[i] = Math.abs(times[i]);
        }
        int[] shape = call.truth().shape();
        return new Call(
                call.loss(),
                call.params(),
                new Tensor(times, shape),
                call.prediction(),
                Map.of("event", new Tensor(events, shape)),
                call.weight(),
                call.reduction(),
                call.float32());
    }

    @Override
    Manner.Averaging averaging(Rule rule, Selection ours) {
        return rule.isSummed() ? Manner.Averaging.GIVEN : Manner.Averaging.WEIGHTS;
    }

    @Override
    boolean sumsElements() {
        return false;
    }

    @Override
    boolean passes(Rule rule, String param) {
        return rule.ours().equals("ctc");
    }

    @Override
    Loss streamed(Rule rule, Args args, Selection ours, String version) {
        return rule.ours().equals("ctc") ? ours.loss() : rule.loss(args);
    }
}
