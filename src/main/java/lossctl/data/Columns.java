package lossctl.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns play which role, as the user said it: names, 1-based numbers, ranges {@code p0-p9}, globs {@code p*} or
 * comma-separated lists of these. Null or empty means "by the defaults".
 *
 * @param truth the truth's columns; null for the defaults
 * @param prediction the prediction's columns; null for the defaults
 * @param weight the weight's column; null for no weights
 * @param id the id's column; null for none
 * @param inputs names of the further inputs that the losses take
 * @param inputColumns the columns of each; null entries for the input's own name
 * @param keep columns carried along as text
 * @param labels class labels in index order, where the truth is given as text; null to take them from the prediction's
 *     column names; empty where none are given and {@link #mayName() texts may be classes}
 * @param classTruth whether the truth is a class, so that text labels are looked up
 * @param noTruth whether no truth is wanted
 * @param noPrediction whether no prediction is wanted: it comes from another file
 * @param named which of them are carried along as texts, before all others: names of classes, to be put in order later
 */
public record Columns(
        String truth,
        String prediction,
        String weight,
        String id,
        List<String> inputs,
        List<String> inputColumns,
        List<String> keep,
        List<String> labels,
        boolean classTruth,
        boolean noTruth,
        boolean noPrediction,
        Named named) {

    /** What is names of classes, where it is one column. */
    public enum Named {
        /** Nothing. */
        NOTHING,
        /** The truth. */
        TRUTH,
        /** The truth and the prediction. */
        BOTH
    }

    /** Columns of a source that has the predictions. */
    public Columns(
            String truth,
            String prediction,
            String weight,
            String id,
            List<String> inputs,
            List<String> inputColumns,
            List<String> keep,
            List<String> labels,
            boolean classTruth,
            boolean noTruth) {
        this(
                truth,
                prediction,
                weight,
                id,
                inputs,
                inputColumns,
                keep,
                labels,
                classTruth,
                noTruth,
                false,
                Named.NOTHING);
    }

    /**
     * Whether a text among the truths may be a class by its name. Where these are no class indices, an empty list of
     * labels says so: they could have been named, but were not.
     */
    public boolean mayName() {
        return classTruth || labels != null && labels.isEmpty();
    }

    /** The same, with a further column carried along as text. */
    public Columns keeping(String further) {
        List<String> more = new ArrayList<>(keep);
        more.add(further);
        return new Columns(
                truth,
                prediction,
                weight,
                id,
                inputs,
                inputColumns,
                more,
                labels,
                classTruth,
                noTruth,
                noPrediction,
                named);
    }

    /** The same with names of classes. */
    public Columns naming(Named what) {
        return new Columns(
                truth,
                prediction,
                weight,
                id,
                inputs,
                inputColumns,
                keep,
                labels,
                classTruth,
                noTruth,
                noPrediction,
                what);
    }

    /** Everything by the defaults. */
    public static Columns defaults() {
        return new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, false, false);
    }
}
