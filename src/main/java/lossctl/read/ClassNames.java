package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Refusal;

/** The class labels that the columns of a prediction carry in their names: {@code p_setosa}, {@code p_virginica}. */
public final class ClassNames {
    private ClassNames() {}

    /**
     * The labels in these names; null where there is one column, or they are numbered from 0.
     *
     * @throws Refusal where they are numbered otherwise, so that {@code 1} could be the first class or the second
     */
    public static List<String> carried(List<String> names) {
        if (names.size() < 2) {
            return null;
        }
        List<String> labels = texts(names);
        boolean indices = true;
        boolean numbers = true;
        for (int i = 0; i < labels.size(); i++) {
            indices &= labels.get(i).equals(Integer.toString(i));
            numbers &= ColumnNames.digits(labels.get(i)) == 0;
        }
        if (indices || labels.contains("")) {
            return null;
        }
        if (numbers) {
            throw new Refusal(
                            Refusal.Code.AMBIGUOUS_COLUMN,
                            "classes " + String.join(", ", names) + ": counted from 0, or named by these numbers?")
                    .hint("--labels says which, in the order of the columns");
        }
        return labels;
    }

    /** What is left of these names without what all begin with. */
    static List<String> texts(List<String> names) {
        int common = commonPrefix(names);
        List<String> labels = new ArrayList<>();
        for (String name : names) {
            labels.add(name.substring(common));
        }
        return labels;
    }

    /** The length of what all names begin with, up to the last sign between words; a number is never cut. */
    private static int commonPrefix(List<String> names) {
        String first = names.get(0);
        int common = first.length();
        for (String name : names) {
            int i = 0;
            while (i < Math.min(common, name.length()) && name.charAt(i) == first.charAt(i)) {
                i++;
            }
            common = i;
        }
        while (common > 0 && isDigit(first.charAt(common - 1))) {
            common--;
        }
        boolean numbered = common > 0;
        for (String name : names) {
            numbered &= common < name.length() && isDigit(name.charAt(common));
        }
        while (!numbered && common > 0 && Character.isLetter(first.charAt(common - 1))) {
            common--;
        }
        return common;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
