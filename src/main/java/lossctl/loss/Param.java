package lossctl.loss;

import java.util.List;
import lossctl.num.DecimalReader;
import lossctl.num.Interval;

/**
 * One parameter of a loss: its option ({@code label_smoothing}: {@code --label-smoothing}), default and range.
 *
 * @param name snake_case
 * @param type how its text is read
 * @param fallback the value where none is given: Double, Long, Boolean, String, or null for "none"
 * @param interval where numbers lie
 * @param choices the words of a {@link Type#CHOICE}
 * @param description one line for the help
 */
public record Param(
        String name, Type type, Object fallback, Interval interval, List<String> choices, String description) {

    /** The whole numbers that losses reckon with. */
    private static final Interval INTEGERS = Interval.between(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** How a parameter's text is read. */
    public enum Type {
        /** A double. */
        NUMBER,
        /** A whole number. */
        INTEGER,
        /** Present or absent; {@code true} or {@code false} in a request. */
        FLAG,
        /** Several doubles. */
        NUMBERS,
        /** One of a few words. */
        CHOICE
    }

    /** The option that sets it: {@code --label-smoothing}. */
    public String option() {
        return "--" + name.replace('_', '-');
    }

    /** What its value is called in help: {@code X}, {@code N}, {@code X,..}, its words; empty for a flag. */
    public String label() {
        return switch (type) {
            case NUMBER -> "X";
            case INTEGER -> "N";
            case FLAG -> "";
            case NUMBERS -> "X,..";
            case CHOICE -> String.join("|", choices);
        };
    }

    /**
     * Holds a value against type and range.
     *
     * @return the value in the parameter's own type
     * @throws BadParameter with the reason in one line
     */
    Object accept(Object value) {
        return switch (type) {
            case NUMBER -> inRange(toNumber(value));
            case INTEGER -> {
                double number = toNumber(value);
                boolean whole = number == Math.rint(number) && Math.abs(number) <= 1L << 53;
                if (!interval.contains(number)) {
                    throw new BadParameter(this, whole ? (Object) (long) number : value, "outside " + interval);
                }
                if (!whole) {
                    throw new BadParameter(this, value, "not a whole number");
                }
                if (!INTEGERS.contains(number)) {
                    throw new BadParameter(this, (long) number, "outside " + INTEGERS);
                }
                yield (long) number;
            }
            case FLAG -> {
                if (!(value instanceof Boolean)) {
                    String text = value instanceof String ? "a text, " : "";
                    throw new BadParameter(this, value, text + "neither true nor false");
                }
                yield value;
            }
            case NUMBERS -> {
                double[] numbers = value instanceof double[] list ? list.clone() : new double[] {toNumber(value)};
                for (double number : numbers) {
                    inRange(number);
                }
                yield numbers;
            }
            case CHOICE -> {
                if (!(value instanceof String word) || !choices.contains(word)) {
                    throw new BadParameter(this, value, "not one of " + String.join(", ", choices));
                }
                yield value;
            }
        };
    }

    private double toNumber(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        double read = value instanceof String text ? DecimalReader.read(text) : Double.NaN;
        if (!Double.isNaN(read)) {
            return read;
        }
        throw new BadParameter(this, value, "not a number");
    }

    private double inRange(double number) {
        if (!interval.contains(number)) {
            throw new BadParameter(this, number, "outside " + interval);
        }
        return number;
    }
}
