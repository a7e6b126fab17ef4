package lossctl.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;

/** The data of a case that is too large to list: made by its rule, and held against the first and last predictions. */
final class RuleData {
    private final String truthRule;
    private final String predictionRule;
    private final int n;
    private final double[] uniform;
    private int width = 1;

    RuleData(Map<String, Object> rule) {
        truthRule = head(rule.get("y_true"));
        predictionRule = head(rule.get("y_pred"));
        n = ((Number) rule.get("n")).intValue();
        uniform = uniform(2 * n);
        double[] prediction = prediction();
        Numbers first = Numbers.of(rule.get("first"));
        assertArrayEquals(first.doubles(), Arrays.copyOf(prediction, first.size()), predictionRule);
        Numbers last = Numbers.of(rule.get("last"));
        double[] end = Arrays.copyOfRange(prediction, prediction.length - last.size(), prediction.length);
        assertArrayEquals(last.doubles(), end, predictionRule);
        assertEquals(n * width, prediction.length);
    }

    private static String head(Object rule) {
        String text = (String) rule;
        return text.contains(";") ? text.substring(0, text.indexOf(';')) : text;
    }

    /** The 64-bit congruential generator of the rules. */
    private static double[] uniform(int count) {
        double[] uniform = new double[count];
        long state = 20261120;
        for (int i = 0; i < count; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            uniform[i] = (state >>> 11) * 0x1p-53;
        }
        return uniform;
    }

    int rows() {
        return n;
    }

    double[] truth() {
        double[] truth = new double[n];
        for (int k = 0; k < n; k++) {
            truth[k] = switch (truthRule) {
                case "0" -> 0;
                case "1e8 + u_2k (double addition)" -> 1e8 + uniform[2 * k];
                case "u_2k" -> uniform[2 * k];
                case "1e6*(1 + (k mod 1000))" -> 1e6 * (1 + k % 1000);
                case "(k mod 1000) mod 2" -> k % 1000 % 2;
                case "(k mod 1000) mod 3" -> k % 1000 % 3;
                default -> throw new AssertionError("no rule: " + truthRule);
            };
        }
        return truth;
    }

    double[] prediction() {
        if (predictionRule.startsWith("[x, 0, -x]")) {
            return ramps();
        }
        double[] prediction = new double[n];
        for (int k = 0; k < n; k++) {
            prediction[k] = switch (predictionRule) {
                case "u_k" -> uniform[k];
                case "1e16 if k=0 else 1.0" -> k == 0 ? 1e16 : 1;
                case "1e8 if k=0 else 1.0" -> k == 0 ? 1e8 : 1;
                case "1.0 if k<n-1 else 1e16" -> k < n - 1 ? 1 : 1e16;
                case "0.1" -> 0.1;
                case "u_k * 2^((k mod 54) - 27)" -> uniform[k] * Math.scalb(1.0, k % 54 - 27);
                case "1e8 + u_(2k+1)" -> 1e8 + uniform[2 * k + 1];
                case "u_(2k+1)" -> uniform[2 * k + 1];
                case "2 if k < n/2 else 0.5" -> k < n / 2 ? 2 : 0.5;
                case "-40.0 + 0.08*(k mod 1000), in doubles, multiplication first" -> -40.0 + 0.08 * (k % 1000);
                default -> throw new AssertionError("no rule: " + predictionRule);
            };
        }
        return prediction;
    }

    private double[] ramps() {
        width = 3;
        double[] rows = new double[3 * n];
        for (int k = 0; k < n; k++) {
            double x = -40.0 + 0.08 * (k % 1000);
            rows[3 * k] = x;
            rows[3 * k + 2] = -x;
        }
        return rows;
    }
}
