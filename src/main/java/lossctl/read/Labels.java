package lossctl.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.num.NumberVerdict;

/**
 * Class labels, each standing for its index.
 *
 * <p>Where no label is itself a number, an index may stand in its place; where one is, every truth must be a label, or
 * {@code 1} could mean two classes. Immutable.
 */
public final class Labels {
    private static final int SHOWN = 10;

    /** Classes that are often called so, the first of index 0. */
    private static final String[][] PAIRS = {
        {"no", "yes"}, {"false", "true"}, {"n", "y"}, {"f", "t"}, {"neg", "pos"}, {"negative", "positive"}
    };

    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();
    private final boolean numeric;

    /** Labels in index order; none where classes are known by their indices alone. */
    public Labels(List<String> names) {
        this.names = List.copyOf(names);
        boolean number = false;
        for (int i = 0; i < names.size(); i++) {
            indices.putIfAbsent(names.get(i), i);
            number |= DecimalReader.verdict(names.get(i)) == NumberVerdict.FINITE;
        }
        numeric = number;
    }

    /** Labels that may be unknown: null for none. */
    public static Labels of(List<String> names) {
        return new Labels(names == null ? List.of() : names);
    }

    /**
     * The index that a text stands for.
     *
     * @param numbers reads what is no label: a missing value, an index
     * @throws Refusal where it is neither a label nor what {@code numbers} takes
     */
    public double index(String text, Numbers numbers) {
        String word = Numbers.trimmed(text);
        Integer index = indices.get(word);
        if (index != null) {
            return numbers.found(index);
        }
        double value;
        try {
            value = numbers.of(word);
        } catch (Refusal refusal) {
            throw refusal.code() == Refusal.Code.NOT_A_NUMBER ? unknown(word) : refusal;
        }
        if (numeric && !numbers.leftOut()) {
            throw unknown(word);
        }
        return value;
    }

    /** Whether a label is itself a number, so that a number may not stand for an index. */
    public boolean isNumeric() {
        return numeric;
    }

    /**
     * The labels for a prediction of so many values: a single one may be a class by its name. Null where it is a number:
     * where there are several values, no labels, or labels that are numbers themselves.
     */
    public Labels ofPrediction(int width) {
        return width == 1 && !numeric && !names.isEmpty() ? this : null;
    }

    /**
     * Holds the number of labels against that of a sample's predictions, where these are one a class.
     *
     * @throws Refusal without a place, where they differ
     */
    public Labels fitting(int predictions) {
        if (predictions > 1 && !names.isEmpty() && names.size() != predictions) {
            throw new Refusal(
                            Refusal.Code.SHAPE,
                            names.size() + " class labels, but " + predictions + " predictions a sample")
                    .hint("--labels names a class for each prediction");
        }
        return this;
    }

    /** The same refusal of a text that is no number, hinting at names of classes where it may be one. */
    public static Refusal hinting(Refusal refusal) {
        String hint = refusal.hint();
        boolean word = refusal.code() == Refusal.Code.NOT_A_NUMBER
                && (hint == null || hint.startsWith("--missing ") || hint.equals(Numbers.TRUTH_VALUES));
        return word && refusal.value() != null ? refusal.hint(hint(refusal.value())) : refusal;
    }

    /** How to name classes of which one is called so; the other one, too, where that is clear. */
    private static String hint(String word) {
        for (String[] pair : PAIRS) {
            boolean first = pair[0].equalsIgnoreCase(word);
            if (first || pair[1].equalsIgnoreCase(word)) {
                return "--labels " + like(word, pair[0]) + "," + like(word, pair[1]) + " names them in index order";
            }
        }
        return "--labels A,B,.. names the classes in index order";
    }

    /** A text with capitals where a word has them: all, the first, none. */
    private static String like(String word, String text) {
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
            return text.toUpperCase(Locale.ROOT);
        }
        String first = text.substring(0, 1);
        return (Character.isUpperCase(word.charAt(0)) ? first.toUpperCase(Locale.ROOT) : first) + text.substring(1);
    }

    private Refusal unknown(String word) {
        if (names.isEmpty()) {
            return new Refusal(Refusal.Code.UNKNOWN_LABEL, "not a class index")
                    .value(word)
                    .hint(hint(word));
        }
        StringBuilder hint = new StringBuilder("labels: ");
        for (int i = 0; i < Math.min(names.size(), SHOWN); i++) {
            hint.append(i == 0 ? "" : ", ").append(names.get(i));
        }
        return new Refusal(Refusal.Code.UNKNOWN_LABEL, "no such label")
                .value(word)
                .hint(hint.append(names.size() > SHOWN ? " ..." : "").toString());
    }
}
