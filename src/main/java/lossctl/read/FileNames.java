package lossctl.read;

/** The numbers in the names of files. */
public final class FileNames {
    private FileNames() {}

    /** Compares texts with the numbers in them by value. */
    static int compare(String a, String b) {
        int i = 0;
        int k = 0;
        while (i < a.length() && k < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(k))) {
                int endA = endOfNumber(a, i);
                int endB = endOfNumber(b, k);
                int order = compareNumbers(a.substring(i, endA), b.substring(k, endB));
                if (order != 0) {
                    return order;
                }
                i = endA;
                k = endB;
            } else if (a.charAt(i) != b.charAt(k)) {
                return Character.compare(a.charAt(i), b.charAt(k));
            } else {
                i++;
                k++;
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - k);
        return order != 0 ? order : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String a, String b) {
        String x = withoutZeros(a);
        String y = withoutZeros(b);
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    /**
     * The last number in a file's name, without leading zeros: {@code 7} of {@code runs/3/epoch_07.csv}; null where there
     * is none. The ending is not looked at.
     */
    public static String number(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.', 1);
        int end = dot < 0 ? name.length() : dot;
        while (end > 0 && !isDigit(name.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && isDigit(name.charAt(from - 1))) {
            from--;
        }
        return from == end ? null : withoutZeros(name.substring(from, end));
    }
}
