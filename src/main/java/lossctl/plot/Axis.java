package lossctl.plot;

import java.util.List;

/**
 * One axis of a chart: numbers, or names in a row.
 *
 * @param label what it shows, with its unit; may be empty
 * @param low the lowest number shown; NaN where it follows from the layers
 * @param high the highest number shown; NaN where it follows from the layers
 * @param names what stands at 0, 1, 2 ...; empty for an axis of numbers. On a vertical axis the first name is on top
 * @param whole whether only whole numbers get a tick: epochs, counts
 */
public record Axis(String label, double low, double high, List<String> names, boolean whole) {

    /** Numbers, as far as the layers reach. */
    public static Axis of(String label) {
        return new Axis(label, Double.NaN, Double.NaN, List.of(), false);
    }

    /** Numbers from {@code low} to {@code high}; either may be NaN, and then follows from the layers. */
    public static Axis of(String label, double low, double high) {
        return new Axis(label, low, high, List.of(), false);
    }

    /** Names, each in the middle of a slot one wide. */
    public static Axis of(String label, List<String> names) {
        return new Axis(label, -0.5, Math.max(1, names.size()) - 0.5, List.copyOf(names), true);
    }

    /** The same with ticks at whole numbers only. */
    public Axis wholes() {
        return new Axis(label, low, high, names, true);
    }

    boolean isNamed() {
        return !names.isEmpty();
    }
}
