package lossctl.num;

/** What a text that should be a finite number turned out to be. */
public enum NumberVerdict {
    /** A finite number; {@link DecimalReader#read} gives its value. */
    FINITE(""),
    /** A decimal number past the range of a double, like {@code 1e400}. */
    OVERFLOW("the largest double is 1.7976931348623157e+308"),
    /** The word {@code nan}, in any case, with or without a sign. */
    NAN(""),
    /** The word {@code inf} or {@code infinity}, in any case, perhaps with a plus. */
    POSITIVE_INFINITY(""),
    /** The word {@code -inf} or {@code -infinity}, in any case. */
    NEGATIVE_INFINITY(""),
    /** Nothing, or only blanks. */
    EMPTY(""),
    /** Like {@code 0x1F}. */
    HEXADECIMAL("write it in decimal"),
    /** A number with a letter of Java, C or Python behind it, like {@code 1f}, {@code 2.0d}, {@code 10L}. */
    TYPE_SUFFIX("leave out the letter behind the number"),
    /** Digits grouped by underscores, like {@code 1_000}. */
    UNDERSCORE("write the digits without underscores"),
    /** Digits grouped by commas, blanks or apostrophes, like {@code 1,234.5}. */
    THOUSANDS_SEPARATOR("write the digits without separators"),
    /** A comma where the point should be, like {@code 0,5}. */
    DECIMAL_COMMA("write a decimal point instead of the comma"),
    /** A percentage, like {@code 12%}. */
    PERCENT("write 0.12 instead of 12%"),
    /** Longer than {@value DecimalReader#LONGEST} characters. */
    TOO_LONG("at most 1024 characters are read as a number"),
    /** Anything else. */
    NOT_A_NUMBER("");

    private final String hint;

    NumberVerdict(String hint) {
        this.hint = hint;
    }

    /** What to do about it in a few words; empty where there is nothing more to say. */
    public String hint() {
        return hint;
    }
}
