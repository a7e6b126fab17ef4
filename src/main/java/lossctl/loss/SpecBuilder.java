package lossctl.loss;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lossctl.num.Interval;

/**
 * Collects a {@link Spec}; {@link #build} ends it. A loss has to have {@link #summary}, {@link #formula}, {@link #slope},
 * {@link #source} and at least one {@link #example}; a metric has {@link #metric}, {@link #score} or {@link #bias} and neither
 * slope nor traits. All else is optional.
 */
public final class SpecBuilder {
    final String name;
    final Loss prototype;
    String summary = "";
    final List<Alias> aliases = new ArrayList<>();
    String formula = "";
    String slope = "";
    String prediction = "";
    final List<Param> params = new ArrayList<>();
    final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    final List<Example> examples = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    String source = "";
    boolean metric;
    Better better = Better.LOWER;
    double[] plotRange = {-3, 3};
    double[] plotTruths = {0};

    SpecBuilder(String name, Loss prototype) {
        this.name = name;
        this.prototype = prototype;
    }

    /** What it is, in one line without a full stop. */
    public SpecBuilder summary(String line) {
        summary = line;
        return this;
    }

    /** Other names that mean the same number. */
    public SpecBuilder aliases(String... names) {
        for (String alias : names) {
            aliases.add(new Alias(alias, null, null));
        }
        return this;
    }

    /** Another name, which implies the value of a parameter. */
    public SpecBuilder alias(String alias, String param, Object value) {
        aliases.add(new Alias(alias, param, value));
        return this;
    }

    /** The formula of one sample's loss, in text. */
    public SpecBuilder formula(String text) {
        formula = text;
        return this;
    }

    /** The formula of the derivative by the prediction, in text; it may use the definitions of {@link #formula}. */
    public SpecBuilder slope(String text) {
        slope = text;
        return this;
    }

    /** What predictions are called where they are what others call so: the anchor of a triplet. */
    public SpecBuilder predictionIs(String called) {
        prediction = called;
        return this;
    }

    /** A number with a default and a range; {@code Double.NaN} as default means "none". */
    public SpecBuilder param(String param, double fallback, Interval interval, String description) {
        Object value = Double.isNaN(fallback) ? null : (Object) fallback;
        params.add(new Param(param, Param.Type.NUMBER, value, interval, List.of(), description));
        return this;
    }

    /** A whole number with a default and a range. */
    public SpecBuilder integer(String param, long fallback, Interval interval, String description) {
        params.add(new Param(param, Param.Type.INTEGER, fallback, interval, List.of(), description));
        return this;
    }

    /** A flag, off unless given. */
    public SpecBuilder flag(String param, String description) {
        params.add(new Param(param, Param.Type.FLAG, Boolean.FALSE, Interval.REAL, List.of(), description));
        return this;
    }

    /** A list of numbers in a range, without a default. */
    public SpecBuilder numbers(String param, Interval interval, String description) {
        params.add(new Param(param, Param.Type.NUMBERS, null, interval, List.of(), description));
        return this;
    }

    /** One of a few words; the first is the default. */
    public SpecBuilder choice(String param, List<String> words, String description) {
        params.add(new Param(param, Param.Type.CHOICE, words.get(0), Interval.REAL, words, description));
        return this;
    }

    /** Adjustments that go before the loss and are the same for all that take them; see {@link Adjustment}. */
    public SpecBuilder accepts(Adjustment... adjustments) {
        for (Adjustment adjustment : adjustments) {
            params.add(adjustment.param());
        }
        return this;
    }

    /** Every property that it has under its default parameters: a test finds counter-examples for the others. */
    public SpecBuilder traits(Trait... all) {
        traits.addAll(List.of(all));
        return this;
    }

    /** A worked example. */
    public SpecBuilder example(Example example) {
        examples.add(example);
        return this;
    }

    /** What happens at a kink or an edge, in a sentence. */
    public SpecBuilder note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** Where it comes from: paper or framework. */
    public SpecBuilder source(String text) {
        source = text;
        return this;
    }

    /** Marks a metric of which less is better. */
    public SpecBuilder metric() {
        metric = true;
        return this;
    }

    /** Marks a metric of which more is better. */
    public SpecBuilder score() {
        metric = true;
        better = Better.HIGHER;
        return this;
    }

    /** Marks a loss of which more is better. */
    public SpecBuilder higherIsBetter() {
        better = Better.HIGHER;
        return this;
    }

    /** Marks a metric that is best at 0 and may lie on both sides of it. */
    public SpecBuilder bias() {
        metric = true;
        better = Better.NEARER_ZERO;
        return this;
    }

    /**
     * Where its curve is drawn: from the lowest to the highest prediction, at each of the truths. Without any, the truth is
     * 0, and for a row of probabilities the first of two classes is true; a loss that would be infinite there names the
     * probability of the first class instead, {@code .plot(0, 1, 0.7)}.
     */
    public SpecBuilder plot(double low, double high, double... truths) {
        plotRange = new double[] {low, high};
        plotTruths = truths.length == 0 ? new double[] {0} : truths;
        return this;
    }

    /** The finished description. */
    public Spec build() {
        return new Spec(this);
    }
}
