package lossctl.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The words that were probably meant, for "Did you mean".
 *
 * <p>Distance is the number of letters put in, left out, replaced or swapped with their neighbour (optimal string
 * alignment: Damerau 1964, doi:10.1145/363958.363994), upper and lower case taken as equal.
 */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidates nearest to {@code word}, best first, at most {@code most} of them; among equals in the given order.
     * Empty where none is near: more than a third of the letters, and more than one, would have to change.
     */
    public static List<String> of(String word, Iterable<String> candidates, int most) {
        int bound = Math.max(1, word.length() / 3);
        List<String> best = new ArrayList<>();
        for (int wanted = 0; wanted <= bound; wanted++) {
            for (String candidate : candidates) {
                if (best.size() < most && distance(word, candidate, bound) == wanted) {
                    best.add(candidate);
                }
            }
        }
        return best;
    }

    /** The sentence {@code  Did you mean 'x'?} with a space before it; empty where nothing is near. */
    public static String question(String word, Iterable<String> candidates) {
        List<String> best = of(word, candidates, 1);
        return best.isEmpty() ? "" : " Did you mean '" + best.get(0) + "'?";
    }

    /** The distance of two words; any number above {@code bound} where it is more than that. */
    static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = same(a, i - 1, b, j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
