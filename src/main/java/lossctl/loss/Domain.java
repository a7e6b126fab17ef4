package lossctl.loss;

import lossctl.num.Interval;

/**
 * What the values in one place of a loss may be. The evaluation refuses everything else before a loss sees it.
 *
 * @param kind how the values are read
 * @param interval where each value lies
 * @param meaning what the values of a row are meant to be (one that is not gives a warning)
 * @param whole whether each value is a whole number
 * @param open whether Infinity may stand for a bound that is none
 * @param ignored the class index whose samples do not count; meaningful for {@link Kind#LABEL}, {@link #NOTHING} if none
 */
public record Domain(Kind kind, Interval interval, Meaning meaning, boolean whole, boolean open, int ignored) {

    /** The value of {@link #ignored} that ignores nothing. */
    public static final int NOTHING = Integer.MIN_VALUE;

    /**
     * How values are read. A truth of kind NUMBER, FLAG or SIGN has as many values as the prediction, each for itself;
     * only a {@link RowLoss} or {@link TupleLoss} takes one such value for its whole row.
     */
    public enum Kind {
        /** No values at all. */
        NONE,
        /** Numbers, each by itself. */
        NUMBER,
        /** 0 or 1, each by itself. */
        FLAG,
        /** -1 or +1, or 0 or 1 read as such: one kind per data set. */
        SIGN,
        /** One class index of {@code k}, from 0. */
        LABEL,
        /** The {@code k} values of a row, which belong together. */
        ROW,
        /** Class indices, as many places as given; -1 for a place that is not used. */
        LABELS,
        /** Numbers, as many as given: the components of one truth. */
        VECTOR,
        /** One whole number that says to which group of samples this one belongs. */
        GROUP
    }

    /** What the values of a row are meant to be. */
    public enum Meaning {
        /** Numbers of any kind. */
        NUMBERS,
        /** Probabilities that sum to 1, but for 1e-3. */
        SHARES,
        /** Logarithms of probabilities: none is above 0. */
        LOGARITHMS
    }

    /** No values. */
    public static Domain none() {
        return new Domain(Kind.NONE, Interval.REAL, Meaning.NUMBERS, false, false, NOTHING);
    }

    /** Numbers in an interval, each by itself. */
    public static Domain number(Interval interval) {
        return new Domain(Kind.NUMBER, interval, Meaning.NUMBERS, false, false, NOTHING);
    }

    /** 0 or 1. */
    public static Domain flag() {
        return new Domain(Kind.FLAG, Interval.UNIT, Meaning.NUMBERS, false, false, NOTHING);
    }

    /** -1 or +1, or 0 or 1 read as such. */
    public static Domain sign() {
        return new Domain(Kind.SIGN, Interval.REAL, Meaning.NUMBERS, false, false, NOTHING);
    }

    /** A class index from 0 to {@code k - 1}. */
    public static Domain label() {
        return new Domain(Kind.LABEL, Interval.NON_NEGATIVE, Meaning.NUMBERS, false, false, NOTHING);
    }

    /** A row of {@code k} values in an interval. */
    public static Domain row(Interval interval) {
        return new Domain(Kind.ROW, interval, Meaning.NUMBERS, false, false, NOTHING);
    }

    /** A row of logarithms of probabilities. */
    public static Domain logarithms() {
        return new Domain(Kind.ROW, Interval.REAL, Meaning.LOGARITHMS, false, false, NOTHING);
    }

    /** A row of {@code k} probabilities that sum to 1. */
    public static Domain probabilities() {
        return new Domain(Kind.ROW, Interval.UNIT, Meaning.SHARES, false, false, NOTHING);
    }

    /** Class indices below {@code classes}, as many places as given; -1 for a place that is not used. */
    public static Domain labels(double classes) {
        return new Domain(Kind.LABELS, new Interval(-1, false, classes, true), Meaning.NUMBERS, true, false, NOTHING);
    }

    /** Numbers in an interval, as many as given. */
    public static Domain vector(Interval interval) {
        return new Domain(Kind.VECTOR, interval, Meaning.NUMBERS, false, false, NOTHING);
    }

    /** One whole number, not negative: the group of a sample. */
    public static Domain group() {
        return new Domain(Kind.GROUP, Interval.NON_NEGATIVE, Meaning.NUMBERS, true, false, NOTHING);
    }

    /** This domain, whole numbers only. */
    public Domain wholes() {
        return new Domain(kind, interval, meaning, true, open, ignored);
    }

    /** This domain of bounds, where Infinity may stand for none. */
    public Domain orNone() {
        return new Domain(kind, interval, meaning, whole, true, ignored);
    }

    /** This domain of labels, with one index whose samples do not count. */
    public Domain ignoring(int label) {
        return new Domain(kind, interval, meaning, whole, open, label);
    }

    /** Whether the values of a row are meant to sum to 1. */
    public boolean sumsToOne() {
        return meaning == Meaning.SHARES;
    }

    /** Whether the values are probabilities: each in [0, 1]. */
    public boolean isProbability() {
        // Asked at every start: the first equals of a record would load what makes one.
        boolean unit = interval.low() == 0 && interval.high() == 1 && !interval.lowOpen() && !interval.highOpen();
        return unit && (kind == Kind.NUMBER || kind == Kind.ROW);
    }

    /** Whether each truth is a class by an index too: a row of 0 and one 1, a 1 or a 0. */
    public boolean isIndexed() {
        return kind == Kind.ROW || kind == Kind.FLAG || kind == Kind.SIGN || isProbability();
    }

    /** In words, for help and messages: {@code a number in (0, inf)}. */
    public String describe() {
        String numbers = whole ? "whole number" : "number";
        return switch (kind) {
            case NONE -> "nothing";
            case NUMBER -> interval.equals(Interval.REAL) ? "any " + numbers : "a " + numbers + " in " + interval;
            case FLAG -> "0 or 1";
            case SIGN -> "-1 or +1 (0 and 1 are read as such)";
            case LABEL -> "a class index 0..k-1";
            case ROW ->
                switch (meaning) {
                    case SHARES -> "k probabilities that sum to 1";
                    case LOGARITHMS -> "k logarithms of probabilities";
                    case NUMBERS -> "k " + numbers + (interval.equals(Interval.REAL) ? "s" : "s in " + interval);
                };
            case VECTOR -> "one or more numbers" + (interval.equals(Interval.REAL) ? "" : " in " + interval);
            case LABELS -> "class indices from 0; -1 for a place not used";
            case GROUP -> "a whole number, the same for all samples of a group";
        };
    }
}
