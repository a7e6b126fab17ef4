package lossctl.num;

import java.util.ArrayList;
import java.util.List;

/** The known names that a mistyped one may have meant: "Did you mean". */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /**
     * The names closest to {@code word}, at most three, all at the same distance, in the order given; where none is
     * close, those that begin with the word; empty where there is none of these either. Case, {@code -}, {@code _} and
     * blanks do not count.
     */
    public static List<String> to(String word, Iterable<String> names) {
        String wanted = plain(word);
        int least = Math.max(1, wanted.length() / 3);
        List<String> nearest = new ArrayList<>();
        List<String> longer = new ArrayList<>();
        for (String name : names) {
            String known = plain(name);
            if (wanted.length() > 2 && known.startsWith(wanted)) {
                longer.add(name);
            }
            int distance = distance(wanted, known, least);
            if (distance < least) {
                least = distance;
                nearest.clear();
            }
            // nothing left of a word is no resemblance
            if (distance == least && distance < Math.max(wanted.length(), known.length())) {
                nearest.add(name);
            }
        }
        List<String> found = nearest.isEmpty() ? longer : nearest;
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** The text by which names are compared: lower case without {@code -}, {@code _} and blanks. */
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != ' ' && c != ':') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    /**
     * The number of letters to insert, drop, replace or swap with their neighbour to turn one text into the other; more
     * than {@code limit} is told as {@code limit + 1}.
     */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] rows = new int[3][b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = rows[i % 3];
            int[] above = rows[(i + 2) % 3];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], 1 + rows[(i + 1) % 3][j - 2]);
                }
            }
        }
        return Math.min(limit + 1, rows[a.length() % 3][b.length()]);
    }
}
