package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Refusal;

/** Finds the columns of each role, by what the user said or by the names that such columns usually have. */
final class RoleFinder {
    private static final int[] NONE = {};

    private final ColumnNames names;
    private final UsualColumns usual;
    private final Columns columns;
    private final String noun;
    private final boolean named;

    RoleFinder(List<String> names, Columns columns, String noun, boolean named) {
        this.names = new ColumnNames(names, noun);
        usual = new UsualColumns(this.names, noun);
        this.columns = columns;
        this.noun = noun;
        this.named = named;
    }

    Roles roles() {
        int weight = said(columns.weight()) ? names.one(columns.weight()) : -1;
        int id = said(columns.id()) ? names.one(columns.id()) : -1;
        List<int[]> inputs = new ArrayList<>();
        for (int i = 0; i < columns.inputs().size(); i++) {
            String wanted =
                    i < columns.inputColumns().size() ? columns.inputColumns().get(i) : null;
            inputs.add(
                    said(wanted)
                            ? names.several(wanted, List.of())
                            : input(columns.inputs().get(i)));
        }
        List<Integer> keep = new ArrayList<>();
        for (String text : columns.keep()) {
            for (int column : names.several(text, List.of())) {
                keep.add(column);
            }
        }
        int[] others = others(weight, id, inputs, keep);
        int[] prediction = prediction(others);
        int[] truth = truth(prediction, others);
        refuseOverlap(truth, prediction);
        List<String> labels = columns.labels();
        if (columns.classTruth() && named) {
            if (labels == null) {
                labels = ClassNames.carried(names(prediction));
            } else {
                new Labels(labels).fitting(prediction.length);
                prediction = inOrder(prediction, labels);
            }
        }
        if (columns.named() != Columns.Named.NOTHING && truth.length == 1) {
            keep.add(0, truth[0]);
            truth = NONE;
        }
        if (columns.named() == Columns.Named.BOTH && prediction.length == 1) {
            keep.add(Math.min(1, keep.size()), prediction[0]);
            prediction = NONE;
        }
        return new Roles(truth, prediction, weight, id, inputs, keep, labels);
    }

    /**
     * One truth among several predictions is a range or a pattern too wide. The same column for both is what somebody asked
     * for, and so is one of several truths: a forecast of days ahead by those before takes {@code d2-d4} and {@code d1-d3}.
     */
    private void refuseOverlap(int[] truth, int[] prediction) {
        if (truth.length == 1 && prediction.length > 1 && UsualColumns.contains(prediction, truth[0])) {
            throw new Refusal(
                            Refusal.Code.USAGE,
                            noun + " '" + names.name(truth[0]) + "' is both the truth and the prediction")
                    .hint("--true-col and --pred-col name one each; " + names.list());
        }
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    private List<String> names(int[] selected) {
        List<String> list = new ArrayList<>(selected.length);
        for (int column : selected) {
            list.add(names.name(column));
        }
        return list;
    }

    /** The columns whose role is neither truth nor prediction. */
    private static int[] others(int weight, int id, List<int[]> inputs, List<Integer> keep) {
        List<Integer> others = new ArrayList<>(keep);
        others.add(weight);
        others.add(id);
        for (int[] input : inputs) {
            for (int column : input) {
                others.add(column);
            }
        }
        return ColumnNames.array(others);
    }

    private int[] truth(int[] prediction, int[] others) {
        if (columns.noTruth()) {
            return new int[0];
        }
        if (said(columns.truth())) {
            return names.several(columns.truth(), UsualColumns.TRUTHS);
        }
        if (!named) {
            return new int[] {0};
        }
        int[] found = usual.only(UsualColumns.TRUTHS, prediction);
        if (found == null) {
            found = usual.family("y_true_");
        }
        if (found == null && columns.noPrediction()) {
            found = only(others);
        }
        if (found == null) {
            throw none("truth", UsualColumns.TRUTHS, "--true-col");
        }
        return found;
    }

    private int[] prediction(int[] others) {
        if (columns.noPrediction()) {
            return new int[0];
        }
        if (said(columns.prediction())) {
            return names.several(columns.prediction(), UsualColumns.PREDICTIONS);
        }
        int[] truth = !columns.noTruth() && said(columns.truth())
                ? names.several(columns.truth(), UsualColumns.TRUTHS)
                : NONE;
        if (!named) {
            int[] free = free(columns.noTruth() ? NONE : truth == NONE ? new int[] {0} : truth, others);
            if (free.length == 0) {
                throw new Refusal(Refusal.Code.NO_COLUMN, "no " + noun + " is left for the prediction");
            }
            return free;
        }
        int[] found = usual.only(UsualColumns.PREDICTIONS, truth);
        if (found == null) {
            found = usual.oneOf(UsualColumns.FAMILIES, false);
        }
        if (found == null && columns.classTruth()) {
            found = usual.oneOf(UsualColumns.LABELLED, true);
        }
        if (found == null && columns.noTruth()) {
            found = only(others);
        }
        if (found == null && isWithoutTruth()) {
            throw neither();
        }
        if (found == null) {
            throw none("prediction", UsualColumns.PREDICTIONS, "--pred-col");
        }
        return found;
    }

    /** The columns without a role, in order. */
    private int[] free(int[] taken, int[] others) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < names.count(); i++) {
            if (!UsualColumns.contains(taken, i) && !UsualColumns.contains(others, i)) {
                free.add(i);
            }
        }
        return ColumnNames.array(free);
    }

    /** The one column without a role; null where there are more. */
    private int[] only(int[] others) {
        int[] free = free(NONE, others);
        return free.length == 1 ? free : null;
    }

    private int[] input(String name) {
        int column = names.find(name);
        int[] family = column >= 0 ? new int[] {column} : usual.family(name + "_");
        if (family == null) {
            throw new Refusal(Refusal.Code.NO_COLUMN, "no " + noun + " '" + name + "'; " + names.list())
                    .hint("--" + name.replace('_', '-') + "-col NAME");
        }
        return family;
    }

    /** The prediction's columns in the order of the labels, where they carry just these; else as they were. */
    private int[] inOrder(int[] prediction, List<String> labels) {
        if (prediction.length == 0) {
            return prediction;
        }
        List<String> carried = ClassNames.texts(names(prediction));
        if (carried.size() != labels.size() || !carried.containsAll(labels)) {
            return prediction;
        }
        int[] ordered = new int[prediction.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = prediction[carried.indexOf(labels.get(i))];
        }
        return ordered;
    }

    private boolean isWithoutTruth() {
        return !columns.noTruth()
                && !said(columns.truth())
                && usual.only(UsualColumns.TRUTHS, NONE) == null
                && usual.family("y_true_") == null;
    }

    /** Who has to say two columns is told so at once. */
    private Refusal neither() {
        String truths = String.join(", ", UsualColumns.TRUTHS);
        String predictions = String.join(", ", UsualColumns.PREDICTIONS);
        return new Refusal(
                        Refusal.Code.NO_COLUMN,
                        "no " + noun + " for the truth (" + truths + ") and none for the prediction (" + predictions
                                + "); " + names.list())
                .hint("--true-col NAME --pred-col NAME");
    }

    private Refusal none(String role, List<String> usual, String option) {
        return new Refusal(
                        Refusal.Code.NO_COLUMN,
                        "no " + noun + " for the " + role + " (" + String.join(", ", usual) + "); " + names.list())
                .hint(option + " NAME");
    }
}
