package lossctl.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lossctl.num.Nearest;

/**
 * All that is known of a loss beside its mathematics: the one place from which subcommand, help, domain checks, {@code
 * list}, {@code explain}, pages, plots and tests follow.
 */
public final class Spec {
    private final SpecBuilder is;

    Spec(SpecBuilder builder) {
        is = builder;
    }

    /**
     * Starts the description of a loss.
     *
     * @param name canonical, in snake_case; the class has the same name in CamelCase
     * @param prototype the loss with its default parameters; {@link Loss#with} makes the others from it
     */
    public static SpecBuilder of(String name, Loss prototype) {
        return new SpecBuilder(name, prototype);
    }

    /** The canonical name, in snake_case. */
    public String name() {
        return is.name;
    }

    /** What it is, in one line without a full stop. */
    public String summary() {
        return is.summary;
    }

    /** Other names, those of the frameworks among them; see {@link #defaults(String)}. */
    public List<String> aliases() {
        List<String> names = new ArrayList<>();
        for (Alias alias : is.aliases) {
            names.add(alias.name());
        }
        return names;
    }

    /** The formula of one sample's loss, in text. */
    public String formula() {
        return is.formula;
    }

    /** The formula of the derivative by the prediction, in text; empty for a metric without one. */
    public String slope() {
        return is.slope;
    }

    /** What predictions are called beside that: {@code anchor}; empty for most losses. */
    public String predictionName() {
        return is.prediction;
    }

    /** The parameters, in the order in which help shows them. */
    public List<Param> params() {
        return is.params;
    }

    /** Properties that it has under its default parameters. */
    public Set<Trait> traits() {
        return is.traits;
    }

    /** Worked examples. */
    public List<Example> examples() {
        return is.examples;
    }

    /** What happens at kinks and edges: a sentence each. */
    public List<String> notes() {
        return is.notes;
    }

    /** Where it comes from: paper or framework. */
    public String source() {
        return is.source;
    }

    /** Whether it is a metric: nobody descends along its gradient. */
    public boolean isMetric() {
        return is.metric;
    }

    /** Which of two values is the better one. */
    public Better better() {
        return is.better;
    }

    /** Where its curve is drawn: the lowest and the highest prediction. */
    public double[] plotRange() {
        return is.plotRange.clone();
    }

    /** The truths at which its curve is drawn. */
    public double[] plotTruths() {
        return is.plotTruths.clone();
    }

    /** Every parameter at its default. */
    public Params defaults() {
        return Params.defaults(is.params);
    }

    /**
     * The parameters that a name stands for: {@code sigmoid_focal_loss} reads logits. The defaults for the canonical
     * name and for most others; case, {@code -} and {@code _} do not matter.
     */
    public Params defaults(String name) {
        Params params = defaults();
        String plain = Nearest.plain(name);
        for (Alias alias : is.aliases) {
            if (alias.param() != null && Nearest.plain(alias.name()).equals(plain)) {
                params = params.with(alias.param(), alias.value());
            }
        }
        return params;
    }

    /**
     * The loss with these parameters.
     *
     * @throws BadParameter where parameters do not go together
     */
    public Loss create(Params params) {
        return Adjusted.apply(is.prototype.with(params), params);
    }
}
