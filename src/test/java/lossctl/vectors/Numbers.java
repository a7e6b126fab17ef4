package lossctl.vectors;

import java.math.BigDecimal;
import java.util.List;

/** Nested lists of numbers with their shape, row by row. Not-finite numbers and long decimals are strings. */
record Numbers(int[] shape, String[] texts) {
    static Numbers of(Object nested) {
        int dimensions = 0;
        for (Object at = nested; at instanceof List<?> list; at = list.isEmpty() ? null : list.get(0)) {
            dimensions++;
        }
        int[] shape = new int[dimensions];
        Object at = nested;
        int size = 1;
        for (int i = 0; i < dimensions; i++) {
            List<?> list = (List<?>) at;
            shape[i] = list.size();
            size *= shape[i];
            at = list.isEmpty() ? null : list.get(0);
        }
        String[] texts = new String[size];
        fill(nested, texts, 0);
        return new Numbers(shape, texts);
    }

    private static int fill(Object nested, String[] texts, int from) {
        int at = from;
        if (nested instanceof List<?> list) {
            for (Object each : list) {
                at = fill(each, texts, at);
            }
        } else {
            texts[at++] = String.valueOf(nested);
        }
        return at;
    }

    int dimensions() {
        return shape.length;
    }

    int size() {
        return texts.length;
    }

    double[] doubles() {
        double[] doubles = new double[texts.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = number(texts[i]);
        }
        return doubles;
    }

    boolean isFinite() {
        for (double each : doubles()) {
            if (!Double.isFinite(each)) {
                return false;
            }
        }
        return true;
    }

    static double number(String text) {
        return switch (text) {
            case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "NaN" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    /** The greatest finite magnitude, 0 for none. */
    double greatest() {
        double greatest = 0;
        for (double each : doubles()) {
            greatest = Double.isFinite(each) ? Math.max(greatest, Math.abs(each)) : greatest;
        }
        return greatest;
    }

    /** Why {@code got} is not the text within the tolerances; null where it is. */
    static String difference(double got, String expected, double scale, double relative, double absolute) {
        double nearest = number(expected);
        if (Double.isNaN(nearest) ? Double.isNaN(got) : got == nearest) {
            return null;
        }
        boolean close = false;
        if (Double.isFinite(got) && Double.isFinite(nearest)) {
            BigDecimal error =
                    new BigDecimal(got).subtract(new BigDecimal(expected)).abs();
            close = error.doubleValue() <= Math.max(relative * scale, absolute);
        }
        return close ? null : got + " for " + expected;
    }
}
