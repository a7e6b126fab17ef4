package lossctl.derive.formula;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lossctl.num.DecimalWriter;

/** What names stand for: arrays given, constants, and definitions, which are computed when asked for. */
final class Scope {
    private static final int SHOWN = 6;
    private static final Map<String, Double> CONSTANTS = Map.of("e", Math.E, "pi", Math.PI);

    private final Map<String, double[]> values;
    private final Map<String, Node> definitions;
    private final Map<String, double[]> computed;
    private final boolean float32;
    private final int at;
    /** The place of {@code i}, which is that of {@code j} unless it runs inside. */
    private final int inner;

    Scope(Map<String, double[]> values, Map<String, Node> definitions, boolean float32) {
        this(values, definitions, new HashMap<>(), float32, -1, -1);
    }

    private Scope(
            Map<String, double[]> values,
            Map<String, Node> definitions,
            Map<String, double[]> computed,
            boolean float32,
            int at,
            int inner) {
        this.values = values;
        this.definitions = definitions;
        this.computed = computed;
        this.float32 = float32;
        this.at = at;
        this.inner = inner;
    }

    /** The same at one place of the arrays that are run over. */
    Scope running(int place) {
        return new Scope(values, definitions, computed, float32, place, place);
    }

    /** The same where {@code i} runs, and {@code j} only if nothing else does. */
    Scope runningInside(int place) {
        return new Scope(values, definitions, computed, float32, isRunning() ? at : place, place);
    }

    /** The weights of so many samples that are run over; null where they are none or weigh the same. */
    double[] weights(int length) {
        double[] weights = values.get(Formula.WEIGHTS);
        return weights == null || weights.length != length ? null : weights;
    }

    boolean isRunning() {
        return at >= 0;
    }

    /** The place of {@code j}, or of {@code i}. */
    int at(String index) {
        return index.equals("i") ? inner : at;
    }

    /** Euler's number or pi, unless the name means something else here. */
    boolean isConstant(String name) {
        return CONSTANTS.containsKey(name) && !values.containsKey(name) && !definitions.containsKey(name);
    }

    /** The number of a name at the place that is run over, an index itself; all of its numbers where nothing runs. */
    double[] value(String name) {
        if (isRunning() && isIndex(name) && !values.containsKey(name)) {
            return new double[] {at(name)};
        }
        double[] all = whole(name);
        return isRunning() && all.length > 1 ? new double[] {all[at]} : all;
    }

    /** All numbers of a name. A definition goes before an array: {@code p = softmax(x)}. */
    double[] whole(String name) {
        double[] known = computed.get(name);
        if (known != null) {
            return known;
        }
        Node definition = definitions.get(name);
        double[] value = values.get(name);
        if (definition != null) {
            Map<String, Node> others = new LinkedHashMap<>(definitions);
            others.remove(name);
            value = definition.value(new Scope(values, others, new HashMap<>(), float32, -1, -1));
        } else if (value == null && CONSTANTS.containsKey(name)) {
            value = new double[] {CONSTANTS.get(name)};
        }
        if (value == null) {
            throw new Unreadable("no '" + name + "' here");
        }
        computed.put(name, value);
        return value;
    }

    private static boolean isIndex(String name) {
        return name.equals("i") || name.equals("j");
    }

    /** How many places there are to run over for a piece of a formula. */
    int length(Node node) {
        int[] length = {1};
        node.names(name -> length[0] = Math.max(length[0], isIndex(name) ? 1 : whole(name).length));
        return length[0];
    }

    /** A number, or numbers in square brackets. */
    String show(double[] numbers) {
        if (numbers.length == 1) {
            return show(numbers[0]);
        }
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(numbers.length, SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(show(numbers[i]));
        }
        return text.append(numbers.length > SHOWN ? ", ... (" + numbers.length + ")]" : "]")
                .toString();
    }

    String show(double number) {
        return float32 && (float) number == number ? DecimalWriter.text((float) number) : DecimalWriter.text(number);
    }
}
