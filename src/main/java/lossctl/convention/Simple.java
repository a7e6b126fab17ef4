package lossctl.convention;

import java.util.List;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;

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
        Loss loss = rule.loss(args);
        Manner manner = new Manner(name(), Manner.Averaging.WEIGHTS, 0);
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        return Mathematics.shaped(call, loss).plan(selection, Mathematics.reduce(call.reduction()));
    }

    @Override
    Manner.Averaging averaging(Rule rule, Selection ours) {
        return Manner.Averaging.WEIGHTS;
    }

    @Override
    boolean sumsElements() {
        return false;
    }

    @Override
    Loss streamed(Rule rule, Args args, Selection ours, String version) {
        return rule.loss(args);
    }
}
