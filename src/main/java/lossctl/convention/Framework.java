package lossctl.convention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Nearest;

/** A framework: its name and version, its rules, and how it reduces. */
public abstract sealed class Framework permits Torch, Keras, Sklearn, Simple {
    private final String name;
    private final List<String> versions;
    private final List<Rule> rules;

    Framework(String name, List<String> versions, List<Rule> rules) {
        this.name = name;
        this.versions = versions;
        this.rules = rules;
    }

    /** The name without version: {@code torch}. */
    public final String name() {
        return name;
    }

    /** The name with a version; without one, for a framework whose versions are not told apart. */
    final String name(String version) {
        return version.isEmpty() ? name : name + "-" + version;
    }

    /** The version that is meant where none is said; empty where versions are not told apart. */
    final String usual() {
        return versions.isEmpty() ? "" : versions.get(0);
    }

    /** The versions whose behaviour is known, the one meant without a version first. */
    public final List<String> versions() {
        return versions;
    }

    final List<Rule> rules() {
        return rules;
    }

    /**
     * The rule for one of the framework's own names.
     *
     * @throws Refused where it has no such loss
     */
    final Rule rule(String loss) {
        for (Rule rule : rules) {
            if (rule.isCalled(loss)) {
                return rule;
            }
        }
        String refusal = refusal(loss);
        if (refusal != null) {
            throw new Refused(refusal);
        }
        List<String> near = Nearest.to(loss, names());
        throw new Refused(name + " has no loss '" + loss + "' that is known here"
                + (near.isEmpty() ? "" : ". Did you mean: " + String.join(", ", near) + "?"));
    }

    /** That one of the framework's own names has no value here, and why; null where it has one or is not known. */
    final String refusal(String loss) {
        String why = Unanswered.why(name, loss);
        return why == null ? null : name + "'s " + loss + " has no value here: " + why;
    }

    /** The framework's own names of losses, those too that have no value here. */
    final Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : rules) {
            names.addAll(rule.names());
        }
        names.addAll(Unanswered.names(name));
        return names;
    }

    /** Refuses arrays that the loss does not take: left out without a word, they would seem to have counted. */
    final void refuseUnknownInputs(Call call) {
        Rule rule = rule(call.loss());
        for (String input : call.inputs().keySet()) {
            if (!rule.takes(input)) {
                throw new Refused(rule.names().get(0) + " has no input '" + input + "' that is known here");
            }
        }
    }

    /** Refuses names of classes where the loss takes numbers: their places in an order would seem to be their values. */
    final void refuseNames(Call call) {
        Rule rule = rule(call.loss());
        for (String array : List.of("y_true", "y_pred")) {
            if (call.texts().contains(array) && !takesNames(rule, array)) {
                throw new Refused(array + " holds texts, but " + rule.names().get(0) + " takes numbers");
            }
        }
    }

    /** Whether a loss takes names of classes in one of its arrays, {@code y_true} or {@code y_pred}. */
    boolean takesNames(Rule rule, String array) {
        return false;
    }

    /**
     * What a call comes down to.
     *
     * @param version one of {@link #versions}
     * @throws Refused where the framework would refuse it, or its answer is not known
     */
    public abstract Plan plan(Call call, String version);

    /** What a mean over rows that stream by divides by. */
    abstract Manner.Averaging averaging(Rule rule, Selection ours);

    /** What rows that stream by come to where none of them weighs anything. */
    Manner.Weightless weightless(Rule rule, String version) {
        return Manner.Weightless.LEFT_TO_LOSS;
    }

    /** Whether a sum is that of all elements, not of the rows' means. */
    abstract boolean sumsElements();

    /** Whether a parameter of ours goes through to {@link #streamed} although no name of the framework's is its own. */
    boolean passes(Rule rule, String param) {
        return false;
    }

    /**
     * What the framework computes of rows.
     *
     * @param ours the loss as it was chosen by our names
     * @throws Refused where its answer is not known, or it would refuse
     */
    abstract Loss streamed(Rule rule, Args args, Selection ours, String version);
}
