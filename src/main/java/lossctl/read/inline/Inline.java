package lossctl.read.inline;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Labels;

/**
 * Values on the command line.
 *
 * <p>{@code 1,0} are two values, {@code 0.1,0.9;0.8,0.2} two rows; a JSON or Python list does as well, with blanks
 * anywhere. Without rows, a list is one value a sample, or the one row of a loss over rows. Other lists without rows
 * beside rows of predictions are one value a row (a class index, a weight).
 *
 * <pre>{@code
 * Dataset data = Inline.of("1,0", "0.2,0.8;0.7,0.3").rows(Inline.Truth.LABEL).policy(policy).dataset();
 * }</pre>
 */
public final class Inline {
    /** What a loss over rows takes as the truth of a row. */
    public enum Truth {
        /** As many values as the prediction has. */
        ROW,
        /** Any number of values, the same for every row: the places of a sequence, the components of a vector. */
        ANY,
        /** One value: a class index, a sign, a time. */
        VALUE
    }

    private final String truth;
    private final String prediction;
    private String weights;
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Boolean> inputRows = new ArrayList<>();
    private boolean rows;
    private boolean singles;
    private Truth rowTruth = Truth.VALUE;
    private List<String> labels;
    private boolean named;
    private Policy policy = Policy.STRICT;

    private Inline(String truth, String prediction) {
        this.truth = truth;
        this.prediction = prediction;
    }

    /** The texts of {@code --true} (null for losses that take none) and {@code --pred}. */
    public static Inline of(String truth, String prediction) {
        return new Inline(truth, prediction);
    }

    /** The text of {@code --weights}; null for none. */
    public Inline weights(String text) {
        weights = text;
        return this;
    }

    /**
     * A further input.
     *
     * @param name its name, {@code var}; the option is {@code --var}
     * @param row whether a list without rows holds the values of one sample, where the loss is over rows
     */
    public Inline input(String name, String text, boolean row) {
        names.add(name);
        texts.add(text);
        inputRows.add(row);
        return this;
    }

    /** The loss is over rows: a prediction without rows is one row. */
    public Inline rows(Truth kind) {
        rows = true;
        rowTruth = kind;
        return this;
    }

    /** One prediction a sample does as well: a list of them is one row only beside a single truth. */
    public Inline orSingles() {
        singles = true;
        return this;
    }

    /** Whether a text among the truths may be a class by its name, though no labels are given. */
    public Inline named(boolean may) {
        named = may;
        return this;
    }

    /** Class labels in index order: the truth is looked up among them. Null for none. */
    public Inline labels(List<String> names) {
        labels = names;
        return this;
    }

    /** What to do with missing and non-finite values; {@link Policy#STRICT} unless said. */
    public Inline policy(Policy wanted) {
        policy = wanted;
        return this;
    }

    /**
     * The rows, in memory, repeatable, under an empty name.
     *
     * @throws Refusal where a text cannot be read or lengths do not go together
     */
    public Dataset dataset() {
        InlineList truths = truth == null ? null : truths();
        InlineList predictions = predictions();
        boolean paired = singles && !(truths != null && truths.isFlat() && truths.size() == 1);
        boolean oneRow = rows && !paired && predictions.isFlat() && predictions.size() > 0;
        int samples = predictions.isFlat() && !oneRow ? predictions.size() : predictions.rows();
        InlineRows found = new InlineRows(samples, oneRow);
        found.prediction(predictions);
        if (labels != null) {
            new Labels(labels).fitting(oneRow ? predictions.size() : predictions.isFlat() ? 1 : predictions.width());
        }
        if (truths != null) {
            found.truth(truths, rows ? rowTruth : Truth.VALUE);
        }
        if (weights != null) {
            found.weights(list("--weights", weights, null));
        }
        for (int i = 0; i < names.size(); i++) {
            found.input(names.get(i), list(option(names.get(i)), texts.get(i), null), rows && inputRows.get(i));
        }
        return found.dataset();
    }

    private InlineList truths() {
        try {
            return list("--true", truth, labels == null ? null : new Labels(labels));
        } catch (Refusal refusal) {
            throw named ? Labels.hinting(refusal) : refusal;
        }
    }

    /** Numbers, or one class by its name for each sample. */
    private InlineList predictions() {
        try {
            return list("--pred", prediction, null);
        } catch (Refusal refusal) {
            Labels words = labels == null || rows && !singles ? null : new Labels(labels).ofPrediction(1);
            if (refusal.code() != Refusal.Code.NOT_A_NUMBER || words == null) {
                boolean unnamed = labels != null && labels.isEmpty() && (!rows || singles);
                throw unnamed ? Labels.hinting(refusal) : refusal;
            }
            InlineList named = list("--pred", prediction, words);
            if (!named.isFlat()) {
                throw refusal;
            }
            return named;
        }
    }

    private InlineList list(String option, String text, Labels words) {
        return new InlineList(option, text, policy, words);
    }

    private static String option(String name) {
        return "--" + name.replace('_', '-');
    }
}
