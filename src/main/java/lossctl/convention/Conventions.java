package lossctl.convention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.num.Nearest;

/** The conventions by the names that {@code as} takes: {@code math}, {@code torch}, {@code torch-2.13}. */
public final class Conventions {
    /** Mathematics, which is no framework's habit. */
    public static final String MATH = "math";

    private Conventions() {}

    /** The frameworks' names, without versions. */
    public static List<String> names() {
        return List.of(
                MATH,
                "keras",
                "torch",
                "sklearn",
                "optax",
                "torchmetrics",
                "xgboost",
                "lightgbm",
                "catboost",
                "keras-tf");
    }

    /**
     * What a call comes down to under a convention.
     *
     * @throws Refused where there is no such convention, or it refuses the call
     */
    public static Plan plan(String as, Call call) {
        if (as.equals(MATH)) {
            return Mathematics.plan(call);
        }
        String name = name(as);
        Framework framework = find(name);
        String version = version(framework, as, name);
        framework.refuseUnknownInputs(call);
        framework.refuseNames(call);
        return framework.plan(call, version);
    }

    /**
     * The further arrays of a loss that a convention calls by names of its own, with ours: {@code positives} of optax.
     *
     * @throws Refused where there is no such convention, or it has no such loss
     */
    public static Map<String, String> inputNames(String as, String loss) {
        return as.equals(MATH) ? Map.of() : find(name(as)).rule(loss).inputNames();
    }

    /**
     * A loss that was chosen by our names, as a convention computes it of rows, each a sample.
     *
     * @param sum whether losses are summed or told one by one, not averaged
     * @throws Refused where there is no such convention, or it has no such loss
     */
    public static Selection selection(String as, Selection ours, boolean sum) {
        return selection(as, ours, sum, false);
    }

    /**
     * The same in a precision: in single precision a framework's constants are rounded too, so that it clips elsewhere.
     *
     * @throws Refused where there is no such convention, or it has no such loss
     */
    public static Selection selection(String as, Selection ours, boolean sum, boolean float32) {
        if (as.equals(MATH)) {
            return ours;
        }
        String name = name(as);
        Framework framework = find(name);
        return new Streamed(framework, version(framework, as, name), ours, sum, float32).selection();
    }

    /** Whether a convention has our loss at all, whatever its parameters. */
    public static boolean knows(String as, String loss) {
        if (as.equals(MATH)) {
            return true;
        }
        for (Rule rule : find(name(as)).rules()) {
            if (rule.standsFor(loss)) {
                return true;
            }
        }
        return false;
    }

    /** What a framework calls our loss where it has it and is not known to compute it; null where it has none. */
    public static String unanswered(String as, String loss) {
        return knows(as, loss) ? null : Unanswered.named(name(as), loss);
    }

    /** Why what a framework calls so is not known here. */
    public static String whyUnanswered(String as, String theirs) {
        return Unanswered.why(name(as), theirs);
    }

    /** What each framework that has our loss makes of it. */
    public static List<Meaning> meanings(String loss) {
        List<Meaning> meanings = new ArrayList<>();
        for (String as : names()) {
            if (!as.equals(MATH)) {
                for (Rule rule : find(as).rules()) {
                    if (rule.standsFor(loss)) {
                        meanings.add(new Meaning(as, rule.names().get(0), rule.when(), rule.habits()));
                    }
                }
            }
        }
        return meanings;
    }

    /**
     * The losses of frameworks that go by a name, whatever its case, as commands of ours: {@code lossctl bce --as torch}.
     * scikit-learn's scorers, which are negative losses, begin with {@code neg_}.
     */
    public static List<String> commands(String word) {
        String name = word.startsWith("neg_") ? word.substring("neg_".length()) : word;
        List<String> commands = new ArrayList<>();
        for (String as : names()) {
            if (!as.equals(MATH)) {
                Framework framework = find(as);
                for (Rule rule : framework.rules()) {
                    if (rule.isCalled(name)) {
                        commands.add(command(framework, rule));
                    }
                }
            }
        }
        return commands;
    }

    /** The names that frameworks give to losses, those too that have no value here; not LightGBM's word for no metric. */
    public static Set<String> spellings() {
        Set<String> spellings = new LinkedHashSet<>();
        for (String as : names()) {
            if (!as.equals(MATH)) {
                spellings.addAll(find(as).names());
            }
        }
        spellings.remove("none");
        return spellings;
    }

    /** Why the losses that frameworks call so have no value here, a line each. */
    public static List<String> refusals(String word) {
        List<String> refusals = new ArrayList<>();
        for (String as : names()) {
            String refusal = as.equals(MATH) ? null : find(as).refusal(word);
            if (refusal != null) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    /**
     * Where an earlier rule answers for the loss of ours, or rows do not hold what it takes, a framework's own name is known
     * to {@code batch} alone.
     */
    private static String command(Framework framework, Rule rule) {
        String as = framework.name();
        Params params = rule.spec().defaults();
        for (String implied : rule.implied()) {
            params = params.has(implied) ? params.with(implied, rule.implied(implied)) : params;
        }
        for (Rule other : framework.rules()) {
            if (other.standsFor(rule.ours()) && other.mismatch(params, as) == null) {
                if (other == rule && !rule.isBatched()) {
                    break;
                }
                return "lossctl batch with {\"as\":\"" + as + "\",\"loss\":\""
                        + rule.names().get(0) + "\",...}";
            }
        }
        String when = rule.when().isEmpty() ? "" : " " + rule.when();
        return "lossctl " + rule.ours() + when + " --as " + as;
    }

    /** How a convention differs from mathematics for this loss in a precision, a rule each, in words. */
    public static List<String> habits(String as, Selection ours, boolean float32) {
        Framework framework = find(name(as));
        return new Streamed(framework, framework.usual(), ours, false, float32)
                .rule()
                .habits(float32);
    }

    /** What the convention calls this loss. */
    public static String theirName(String as, Selection ours) {
        Framework framework = find(name(as));
        return new Streamed(framework, framework.usual(), ours, false, false)
                .rule()
                .names()
                .get(0);
    }

    /** A convention without its version. */
    private static String name(String as) {
        int dash = as.lastIndexOf('-');
        return isVersioned(as) ? as.substring(0, dash) : as;
    }

    private static boolean isVersioned(String as) {
        int dash = as.lastIndexOf('-');
        return dash > 0 && dash + 1 < as.length() && Character.isDigit(as.charAt(dash + 1));
    }

    private static String version(Framework framework, String as, String name) {
        if (!isVersioned(as)) {
            return framework.usual();
        }
        String version = as.substring(as.lastIndexOf('-') + 1);
        if (!framework.versions().contains(version)) {
            throw new Refused(
                    framework.versions().isEmpty()
                            ? name + " is known without a version alone"
                            : "of " + name + " are known: " + name + "-"
                                    + String.join(", " + name + "-", framework.versions()));
        }
        return version;
    }

    /** The framework of this name. */
    static Framework find(String name) {
        return switch (name) {
            case "torch" -> new Torch();
            case "keras" -> new Keras();
            case "sklearn" -> new Sklearn();
            case "optax" -> new Simple("optax", false, OptaxRules.all());
            case "torchmetrics" -> new Simple("torchmetrics", false, TorchmetricsRules.all());
            case "xgboost" -> new Simple("xgboost", true, XgboostRules.all());
            case "lightgbm" -> new Simple("lightgbm", true, LightgbmRules.all());
            case "catboost" -> new Simple("catboost", true, CatboostRules.all());
            case "keras-tf" -> new Keras("keras-tf", KerasTf.rules());
            default -> {
                List<String> near = Nearest.to(name, names());
                throw new Refused("unknown convention '" + name + "'"
                        + (near.isEmpty()
                                ? "; there are: " + String.join(", ", names())
                                : ". Did you mean: " + String.join(", ", near) + "?"));
            }
        };
    }
}
