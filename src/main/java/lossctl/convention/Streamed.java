package lossctl.convention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * A loss that was chosen by our names, as a framework computes it: for rows that stream by, each a sample of one or more
 * outputs.
 */
final class Streamed {
    private final Framework framework;
    private final String version;
    private final Selection ours;
    private final boolean sum;
    private final boolean float32;

    Streamed(Framework framework, String version, Selection ours, boolean sum, boolean float32) {
        this.framework = framework;
        this.version = version;
        this.ours = ours;
        this.sum = sum;
        this.float32 = float32;
    }

    /** The loss with the framework's habits. */
    Selection selection() {
        Rule rule = rule();
        Args args = args(rule);
        Loss loss = framework.streamed(rule, args, ours, version);
        if (sum && framework.sumsElements() && loss instanceof PointwiseLoss pointwise) {
            loss = new Elements(pointwise, false);
        }
        Manner manner = new Manner(
                framework.name(version), framework.averaging(rule, ours), 1, framework.weightless(rule, version));
        return new Selection(ours.spec(), ours.params(), loss, manner);
    }

    /** The rule that stands for this loss with these parameters. */
    Rule rule() {
        String name = ours.spec().name();
        Refused wrong = null;
        Rule first = null;
        for (Rule rule : framework.rules()) {
            if (rule.standsFor(name)) {
                wrong = rule.mismatch(ours.params(), framework.name());
                if (wrong == null && lacked(rule) == null) {
                    return rule;
                }
                first = wrong == null && first == null ? rule : first;
            }
        }
        if (first != null) {
            return first;
        }
        throw wrong != null ? wrong : new Refused(framework.name() + " has no " + name + " that is known here");
    }

    /** Our parameters by the framework's names; one that differs from its default and that it lacks is refused. */
    private Args args(Rule rule) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (Setting setting : rule.settings()) {
            String name = setting.ours();
            if (name == null || !ours.params().has(name)) {
                continue;
            }
            Object value = ours.params().get(name);
            boolean usual = isDefault(name);
            if (value != null && !usual) {
                given.put(setting.name(), value instanceof double[] list ? Tensor.list(list) : value);
            }
        }
        Param lacked = lacked(rule);
        if (lacked != null) {
            throw new Refused(framework.name() + " has no counterpart of " + lacked.option());
        }
        return new Args(rule.names().get(0), rule.settings(), given, float32);
    }

    /** One of our parameters that differs from its default and that the rule lacks; null where there is none. */
    private Param lacked(Rule rule) {
        List<String> known = new ArrayList<>(rule.implied());
        for (Setting setting : rule.settings()) {
            known.add(setting.ours());
        }
        for (Param param : ours.params().list()) {
            if (!known.contains(param.name()) && !framework.passes(rule, param.name()) && !isDefault(param.name())) {
                return param;
            }
        }
        return null;
    }

    private boolean isDefault(String name) {
        Params usual = ours.spec().defaults();
        Object value = ours.params().get(name);
        return value == null ? usual.get(name) == null : value.equals(usual.get(name));
    }
}
