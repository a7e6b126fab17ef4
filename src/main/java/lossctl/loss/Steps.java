package lossctl.loss;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The way from samples to their loss where the formula does not show it: amounts by name, such as counts, ranks and
 * sums, in the order in which they come, and how the last of them make the number.
 */
public final class Steps {
    /** No amounts: the formula says it all, or nothing short does. */
    public static final Steps NONE = new Steps();

    private final Map<String, double[]> amounts = new LinkedHashMap<>();
    private double[] weights;
    private String result = "";

    /** Tells an amount, or a row of amounts that belong together. */
    public Steps with(String name, double... values) {
        amounts.put(name, values.clone());
        return this;
    }

    /** Says what samples weigh in the sums over as many amounts; null for the same. */
    public Steps weighing(double[] weights) {
        this.weights = weights;
        return this;
    }

    /** Ends with how the number is made of the amounts, in the language of {@link SpecBuilder#formula}. */
    public Steps giving(String formula) {
        result = formula;
        return this;
    }

    /** The amounts by name, in their order. */
    public Map<String, double[]> amounts() {
        return Collections.unmodifiableMap(amounts);
    }

    /** What each sample weighs; null where all weigh the same. */
    public double[] weights() {
        return weights;
    }

    /** How the number is made of them; empty where that takes more than a line. */
    public String result() {
        return result;
    }
}
