package lossctl.num;

/** Finds out what a text that is not a finite number was meant to be, for the error message. */
final class Misspelling {
    private Misspelling() {}

    static NumberVerdict verdict(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && DecimalReader.blank(text[start])) {
            start++;
        }
        while (end > start && DecimalReader.blank(text[end - 1])) {
            end--;
        }
        if (start == end) {
            return NumberVerdict.EMPTY;
        }
        if (end - start > DecimalReader.LONGEST) {
            return numberLike(text, start, end) ? NumberVerdict.TOO_LONG : NumberVerdict.NOT_A_NUMBER;
        }
        StringBuilder lower = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            byte c = text[i];
            lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c & 0xFF));
        }
        boolean negative = lower.charAt(0) == '-';
        boolean signed = negative || lower.charAt(0) == '+';
        return unsigned(signed ? lower.substring(1) : lower.toString(), negative);
    }

    private static NumberVerdict unsigned(String word, boolean negative) {
        if (word.equals("nan")) {
            return NumberVerdict.NAN;
        }
        if (word.equals("inf") || word.equals("infinity")) {
            return negative ? NumberVerdict.NEGATIVE_INFINITY : NumberVerdict.POSITIVE_INFINITY;
        }
        if (word.startsWith("0x")) {
            return hexadecimal(word) ? NumberVerdict.HEXADECIMAL : NumberVerdict.NOT_A_NUMBER;
        }
        if (isDecimal(word)) {
            return NumberVerdict.OVERFLOW;
        }
        if (word.isEmpty() || !startsLikeNumber(word)) {
            return NumberVerdict.NOT_A_NUMBER;
        }
        int last = word.length() - 1;
        String head = word.substring(0, last);
        if (word.charAt(last) == '%') {
            return isDecimal(head.stripTrailing()) ? NumberVerdict.PERCENT : NumberVerdict.NOT_A_NUMBER;
        }
        if ("dflj".indexOf(word.charAt(last)) >= 0 && isDecimal(head)) {
            return NumberVerdict.TYPE_SUFFIX;
        }
        if (word.indexOf('_') > 0 && isDecimal(word.replace("_", ""))) {
            return NumberVerdict.UNDERSCORE;
        }
        return separated(word);
    }

    private static NumberVerdict separated(String word) {
        for (String separator : new String[] {",", " ", "'"}) {
            if (grouped(word, separator.charAt(0)) && isDecimal(word.replace(separator, ""))) {
                return NumberVerdict.THOUSANDS_SEPARATOR;
            }
        }
        // 1.234,5 of the continent
        if (word.indexOf(',') >= 0 && word.indexOf(',') == word.lastIndexOf(',')) {
            String whole = word.substring(0, word.indexOf(','));
            boolean points = whole.indexOf('.') < 0 || grouped(whole, '.');
            if (points
                    && isDecimal(whole.replace(".", "")
                            + word.substring(whole.length()).replace(',', '.'))) {
                return NumberVerdict.DECIMAL_COMMA;
            }
        }
        return NumberVerdict.NOT_A_NUMBER;
    }

    /** Whether one to three digits, no zero first, stand before the first separator and three digits behind each. */
    private static boolean grouped(String word, char separator) {
        int at = word.indexOf(separator);
        if (at < 1 || at > 3 || word.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < at; i++) {
            if (!digit(word.charAt(i))) {
                return false;
            }
        }
        while (at >= 0) {
            int digits = 0;
            while (at + 1 + digits < word.length() && digit(word.charAt(at + 1 + digits))) {
                digits++;
            }
            if (digits != 3) {
                return false;
            }
            at = word.indexOf(separator, at + 1);
        }
        return true;
    }

    private static boolean startsLikeNumber(String word) {
        return digit(word.charAt(0)) || word.charAt(0) == '.' || word.charAt(0) == ',';
    }

    /** Whether the unsigned text has the shape of a number of our grammar, of whatever size. */
    private static boolean isDecimal(String word) {
        int at = 0;
        int digits = 0;
        boolean point = false;
        for (; at < word.length(); at++) {
            char c = word.charAt(at);
            if (digit(c)) {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0 || at == word.length()) {
            return digits > 0;
        }
        if (word.charAt(at++) != 'e') {
            return false;
        }
        if (at < word.length() && (word.charAt(at) == '+' || word.charAt(at) == '-')) {
            at++;
        }
        int exponent = at;
        while (at < word.length() && digit(word.charAt(at))) {
            at++;
        }
        return at > exponent && at == word.length();
    }

    private static boolean hexadecimal(String word) {
        int digits = 0;
        for (int i = 2; i < word.length(); i++) {
            char c = word.charAt(i);
            if (digit(c) || c >= 'a' && c <= 'f') {
                digits++;
            } else if (c != '.' && c != 'p' && c != '+' && c != '-' && c != 'l' && c != '_') {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean numberLike(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if (!DecimalReader.isDigit(c) && c != '.' && c != '-' && c != '+' && (c | 0x20) != 'e') {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
