package lossctl.convention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lossctl.catalog.Catalog;
import lossctl.loss.BadParameter;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.num.Nearest;

/**
 * What one framework makes of one loss: its names for it, its parameters with their defaults, the loss of the catalogue
 * that it is, and how it differs. Built once as data; {@link Framework} applies it.
 */
final class Rule {
    /** Makes the loss from a call's arguments, where the catalogue's alone is not what the framework computes. */
    interface Maker {
        Loss make(Args args);
    }

    /** Makes the plan of a call whose arrays the framework sees in a way of its own. */
    interface Planner {
        Plan plan(Rule rule, Args args, Call call, Manner manner);
    }

    private final String ours;
    private final List<String> names;
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> habits = new ArrayList<>();
    private final List<String> singleHabits = new ArrayList<>();
    private final Map<String, Object> implied = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final Map<String, String> inputNames = new LinkedHashMap<>();
    private Maker maker;
    private Planner planner;
    private View view = View.ELEMENTS;
    private boolean summed;
    private boolean batched;

    private Rule(String ours, List<String> names) {
        this.ours = ours;
        this.names = names;
    }

    /** A rule for a loss of the catalogue, with the framework's own names for it. */
    static Rule of(String ours, String... names) {
        return new Rule(ours, List.of(names));
    }

    /** A parameter that both know, each by its name. */
    Rule param(String theirs, String oursToo, Object fallback) {
        settings.add(new Setting(theirs, oursToo, fallback));
        return this;
    }

    /** A parameter of the framework that the rule uses itself. */
    Rule own(String theirs, Object fallback) {
        return param(theirs, null, fallback);
    }

    /** Losses of ours beside the first for which it stands as well. */
    Rule also(String... names) {
        others.addAll(List.of(names));
        return this;
    }

    /** It stands for our loss only where this parameter of ours has this value. */
    Rule where(String ours, Object value) {
        implied.put(ours, value);
        return this;
    }

    /** Whether it stands for a loss of ours. */
    boolean standsFor(String name) {
        return ours.equals(name) || others.contains(name);
    }

    /** The parameters of ours that it wants to have some value. */
    List<String> implied() {
        return new ArrayList<>(implied.keySet());
    }

    /** The value that it wants one of them to have. */
    Object implied(String param) {
        return implied.get(param);
    }

    /** The options of ours under which it stands for the loss: {@code --from-logits}; empty where it always does. */
    String when() {
        StringBuilder when = new StringBuilder();
        for (Map.Entry<String, Object> each : implied.entrySet()) {
            if (each.getValue().equals(Boolean.TRUE)) {
                when.append(when.length() == 0 ? "--" : " --")
                        .append(each.getKey().replace('_', '-'));
            }
        }
        return when.toString();
    }

    /** Why it does not stand for our loss with these parameters; null where it does. */
    Refused mismatch(Params params, String framework) {
        for (Map.Entry<String, Object> each : implied.entrySet()) {
            String param = each.getKey();
            if (params.has(param) && !each.getValue().equals(params.get(param))) {
                return new Refused(framework + " has " + names.get(0) + " only "
                        + (each.getValue().equals(Boolean.TRUE) ? "of raw scores: --" : "without --")
                        + param.replace('_', '-'));
            }
        }
        return null;
    }

    /** What the framework computes instead of the catalogue's loss. */
    Rule made(Maker how) {
        maker = how;
        return this;
    }

    /** Further arrays of a call that the catalogue's loss does not have. */
    Rule taking(String... names) {
        inputs.addAll(List.of(names));
        return this;
    }

    /** A further array of the catalogue's loss that the framework calls by a name of its own. */
    Rule input(String theirs, String oursToo) {
        inputNames.put(theirs, oursToo);
        return this;
    }

    /** The further arrays that the framework calls by names of its own, with ours. */
    Map<String, String> inputNames() {
        return inputNames;
    }

    /** Whether a call may have a further array of this name. */
    boolean takes(String input) {
        return inputs.contains(input)
                || spec().create(spec().defaults()).inputs().stream()
                        .anyMatch(each -> each.name().equals(input));
    }

    /**
     * Holds the further arrays of a call against those that it may have.
     *
     * @throws Refused where one is not among them
     */
    void holdToInputs(Call call) {
        for (String input : call.inputs().keySet()) {
            if (!takes(input)) {
                throw new Refused(names.get(0) + " has no input '" + input + "' that is known here");
            }
        }
    }

    /** How a call becomes a plan, where samples are not simply the elements or rows of its arrays; null where they are. */
    Rule planned(Planner how) {
        planner = how;
        return this;
    }

    /** The same; null where there is nothing special. */
    Planner planner() {
        return planner;
    }

    /** What the framework makes of the catalogue's loss with its parameters. */
    Rule altered(UnaryOperator<Loss> how) {
        return made(args -> how.apply(spec().create(params(args))));
    }

    /** It takes what no row of a file holds. */
    Rule batched() {
        batched = true;
        return this;
    }

    boolean isBatched() {
        return batched;
    }

    /** Unless told otherwise losses are summed, not averaged. */
    Rule summed() {
        summed = true;
        return habit("sums the losses unless told");
    }

    boolean isSummed() {
        return summed;
    }

    /** How arrays are seen as samples. */
    Rule seen(View how) {
        view = how;
        return this;
    }

    /** A difference from mathematics, in words: {@code clips to [1e-7, 1 - 1e-7]}. */
    Rule habit(String words) {
        return habit(words, words);
    }

    /** The same where single precision, in which a constant is another number, makes it another. */
    Rule habit(String words, String single) {
        habits.add(words);
        singleHabits.add(single);
        return this;
    }

    /** The catalogue's name of the loss. */
    String ours() {
        return ours;
    }

    /** The framework's names of it, the first being the one it prints. */
    List<String> names() {
        return names;
    }

    List<Setting> settings() {
        return settings;
    }

    List<String> habits() {
        return habits;
    }

    List<String> habits(boolean float32) {
        return float32 ? singleHabits : habits;
    }

    View view() {
        return view;
    }

    /** Whether the framework calls it so; case, {@code -} and {@code _} do not matter. */
    boolean isCalled(String name) {
        String plain = Nearest.plain(name);
        for (String each : names) {
            if (Nearest.plain(each).equals(plain)) {
                return true;
            }
        }
        return false;
    }

    Spec spec() {
        Spec spec = Catalog.find(ours);
        if (spec == null) {
            throw new Refused(names.get(0) + " is not known here yet");
        }
        return spec;
    }

    /** The parameters of the catalogue's loss that the arguments stand for. */
    Params params(Args args) {
        Params params = spec().defaults();
        for (Setting setting : settings) {
            Object value = setting.ours() == null ? null : args.get(setting.name());
            if (value != null) {
                params = with(params, setting, value instanceof lossctl.num.Tensor t ? t.values() : value);
            }
        }
        return params;
    }

    /** What cannot be is refused under the framework's name. */
    private static Params with(Params params, Setting setting, Object value) {
        try {
            return params.with(setting.ours(), value);
        } catch (BadParameter refused) {
            String ours = "--" + setting.ours().replace('_', '-') + " ";
            throw new BadParameter(refused.getMessage().replace(ours, "--" + setting.name() + " "));
        }
    }

    /** The loss that the framework computes. */
    Loss loss(Args args) {
        return maker == null ? spec().create(params(args)) : maker.make(args);
    }
}
