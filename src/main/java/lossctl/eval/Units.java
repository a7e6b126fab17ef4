package lossctl.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** The parts of every unit in memory, in the order of the source; samples of one cluster are one unit. */
final class Units {
    private final int width;
    private final Map<String, Integer> clusters;
    private double[][] parts = new double[4][];
    private int size;

    /** No units; {@code clustered} says that units have names, and the same name is the same unit. */
    Units(int width, boolean clustered) {
        this.width = width;
        clusters = clustered ? new HashMap<>() : null;
    }

    void add(String cluster, double[] sample) {
        if (clusters == null) {
            push(sample.clone());
            return;
        }
        Integer unit = clusters.putIfAbsent(cluster, size);
        if (unit == null) {
            push(sample.clone());
        } else {
            for (int i = 0; i < width; i++) {
                parts[unit][i] += sample[i];
            }
        }
    }

    private void push(double[] unit) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, 2 * size);
        }
        parts[size++] = unit;
    }

    /** Adds the units of a further source behind these. */
    void append(Units other) {
        String[] names = other.names();
        for (int i = 0; i < other.size; i++) {
            add(names[i], other.parts[i]);
        }
    }

    int size() {
        return size;
    }

    double[] unit(int i) {
        return parts[i];
    }

    /** One part of every unit. */
    double[] column(int part) {
        double[] column = new double[size];
        for (int i = 0; i < size; i++) {
            column[i] = parts[i][part];
        }
        return column;
    }

    Moments moments(boolean mean) {
        Moments moments = new Moments(mean, width);
        for (int i = 0; i < size; i++) {
            moments.add(parts[i]);
        }
        return moments;
    }

    void save(StateWriter out) {
        String[] names = names();
        out.integer(size);
        for (int i = 0; i < size; i++) {
            out.text(names[i]);
            out.numbers(parts[i], width);
        }
    }

    void load(StateReader in) {
        int count = in.count(1);
        for (int i = 0; i < count; i++) {
            String name = in.text();
            double[] unit = in.numbers();
            if (unit.length != width || (name == null) != (clusters == null)) {
                throw StateReader.broken();
            }
            add(name, unit);
        }
    }

    /** The names of all units; nulls where they have none. */
    private String[] names() {
        String[] names = new String[size];
        if (clusters != null) {
            clusters.forEach((name, unit) -> names[unit] = name);
        }
        return names;
    }
}
