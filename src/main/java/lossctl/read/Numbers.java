package lossctl.read;

import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.num.NumberVerdict;

/**
 * Texts to numbers as a policy wants it: the one meaning of a cell in arguments, CSV and the strings of JSON.
 *
 * <p>A text that stands in the policy's list is missing; else it is a number of {@link DecimalReader}'s grammar, or one
 * of the words for NaN and infinity; else it is refused. Refusals carry the text and a hint; the caller adds the place.
 * One object a thread.
 */
public final class Numbers {
    private static final int SHOWN = 12;
    /** Signs that texts for "missing" are made of, beside letters. */
    private static final String PLAIN = "./_-";
    /** More of them, which a shell would take for something else. */
    private static final String QUOTED = "?*#<>()!\\";

    /** The hint at words of truth: a number is wanted. */
    public static final String TRUTH_VALUES = "write 1 and 0";

    private final Policy policy;
    private boolean leftOut;

    /** Numbers under this policy. */
    public Numbers(Policy policy) {
        this.policy = policy;
    }

    /**
     * The number in a text.
     *
     * @return its value; NaN where the row is to be left out ({@link #leftOut()})
     * @throws Refusal where it is not a number, too large, or missing or not finite and the policy refuses that
     */
    public double of(String text) {
        String word = trimmed(text);
        if (policy.missingValues().contains(word)) {
            return missing();
        }
        leftOut = false;
        double value = DecimalReader.read(word);
        return value == value ? value : unusual(word);
    }

    /** The text without the blanks and tabs around it. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    /** A number that was found otherwise: its row is not left out. */
    double found(double value) {
        leftOut = false;
        return value;
    }

    private double unusual(String word) {
        NumberVerdict verdict = DecimalReader.verdict(word);
        switch (verdict) {
            case NAN:
                return nonFinite(Double.NaN, word);
            case POSITIVE_INFINITY:
                return nonFinite(Double.POSITIVE_INFINITY, word);
            case NEGATIVE_INFINITY:
                return nonFinite(Double.NEGATIVE_INFINITY, word);
            case OVERFLOW:
                throw overflow(word);
            case TOO_LONG:
                throw new Refusal(Refusal.Code.LIMIT, "a number too long")
                        .value(word)
                        .hint(verdict.hint());
            default:
                throw notANumber(word, verdict.hint());
        }
    }

    /** The refusal of a finite number past the range of a double. */
    public static Refusal overflow(String text) {
        return new Refusal(Refusal.Code.OVERFLOW, "too large for a double")
                .value(text)
                .hint(NumberVerdict.OVERFLOW.hint());
    }

    /** The refusal of something that is not a number; an empty hint is replaced by the general one. */
    public static Refusal notANumber(String text, String hint) {
        Refusal refusal = new Refusal(Refusal.Code.NOT_A_NUMBER, "not a number").value(text);
        if (!hint.isEmpty()) {
            return refusal.hint(hint);
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return refusal.hint(TRUTH_VALUES);
        }
        return standsForMissing(text) ? refusal.hint("--missing skip --missing-values " + quoted(text)) : refusal;
    }

    /** Short, of letters and signs that an option takes, and no damaged number: to leave that out would be wrong. */
    private static boolean standsForMissing(String text) {
        boolean number = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && PLAIN.indexOf(c) < 0 && QUOTED.indexOf(c) < 0) {
                return false;
            }
            number &= "eE.+-".indexOf(c) >= 0;
        }
        // what begins with a dash would be an option, but for the dash itself
        boolean readable = text.equals("-") || !number && !text.startsWith("-");
        return readable && !text.isEmpty() && text.length() <= SHOWN;
    }

    /** As a shell takes it for this very word. */
    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (QUOTED.indexOf(text.charAt(i)) >= 0) {
                return "'" + text + "'";
            }
        }
        return text;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /**
     * A missing value.
     *
     * @throws Refusal unless the policy skips it
     */
    public double missing() {
        if (!policy.skipMissing()) {
            throw new Refusal(Refusal.Code.MISSING_VALUE, "missing value").hint("--missing skip");
        }
        leftOut = true;
        return Double.NaN;
    }

    /**
     * NaN or an infinity that was written as {@code text}.
     *
     * @throws Refusal unless the policy skips or propagates it
     */
    public double nonFinite(double value, String text) {
        if (policy.nonFinite() == Policy.NonFinite.FAIL) {
            throw new Refusal(Refusal.Code.NOT_FINITE, "not finite").value(text).hint("--nonfinite skip, or propagate");
        }
        leftOut = policy.nonFinite() == Policy.NonFinite.SKIP;
        return value;
    }

    /** Whether the number asked for last means that its row is left out and counted. */
    public boolean leftOut() {
        return leftOut;
    }
}
