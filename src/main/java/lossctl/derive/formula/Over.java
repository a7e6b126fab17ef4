package lossctl.derive.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What runs over a row or over all samples: {@code sum over classes of t[j] ln p[j]}, {@code mean of e^2}. What runs
 * {@code over i} leaves {@code j} as it is.
 */
record Over(String kind, boolean inner, Node body) implements Node {
    private static final Set<String> KINDS = Set.of("sum", "mean", "max", "min", "median", "variance");
    private static final int SHOWN = 6;

    static boolean isKind(String word) {
        return KINDS.contains(word);
    }

    @Override
    public double[] value(Scope scope) {
        int length = scope.length(body);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = Cases.single(body.value(at(scope, i)));
        }
        return new double[] {reduce(values, scope.weights(length))};
    }

    private Scope at(Scope scope, int place) {
        return inner ? scope.runningInside(place) : scope.running(place);
    }

    private double reduce(double[] values, double[] weights) {
        double all = weights == null ? values.length : Arrays.stream(weights).sum();
        double sum = sum(values, weights);
        return switch (kind) {
            case "sum" -> sum;
            case "mean" -> sum / all;
            case "max" -> Arrays.stream(values).max().orElse(Double.NaN);
            case "min" -> Arrays.stream(values).min().orElse(Double.NaN);
            case "median" -> median(values, weights);
            default -> {
                double mean = sum / all;
                double[] squares =
                        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray();
                yield weights == null ? sum(squares, null) / all : Double.NaN;
            }
        };
    }

    private static double sum(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights == null ? values[i] : weights[i] == 0 ? 0 : weights[i] * values[i];
        }
        return sum;
    }

    /** The least value at which half the weight is reached; where it is exactly half, the mean with the next. */
    private static double median(double[] values, double[] weights) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double half = (weights == null ? values.length : Arrays.stream(weights).sum()) / 2;
        double reached = 0;
        for (int i = 0; i < order.length; i++) {
            reached += weights == null ? 1 : weights[order[i]];
            if (reached == half && i + 1 < order.length) {
                return (values[order[i]] + values[order[i + 1]]) / 2;
            }
            if (reached >= half) {
                return values[order[i]];
            }
        }
        return Double.NaN;
    }

    @Override
    public String text(Scope scope, int level) {
        int length = scope.length(body);
        double[] weights = scope.weights(length);
        boolean adds = kind.equals("sum") || kind.equals("mean");
        if (length == 1 && adds && weights == null) {
            return body.text(at(scope, 0), level);
        }
        String terms = terms(scope, length, weights);
        if (!adds) {
            String weighed = weights == null || !kind.equals("median") ? "" : "; weights " + scope.show(weights);
            return kind + "(" + terms + weighed + ")";
        }
        if (kind.equals("mean")) {
            return Node.bracket(
                    Node.bracket(terms, length > 1 ? SUM : PRODUCT, PRODUCT) + " / " + size(scope, weights, length),
                    PRODUCT,
                    level);
        }
        return Node.bracket(terms, length > 1 ? SUM : PRODUCT, level);
    }

    /** The first terms; of many those that add anything. */
    private String terms(Scope scope, int length, double[] weights) {
        boolean adds = kind.equals("sum") || kind.equals("mean");
        List<String> terms = new ArrayList<>();
        int passed = 0;
        for (int i = 0; i < length && terms.size() < SHOWN; i++) {
            Node term = weights == null || !adds ? body : new Product(weight(scope, weights[i]), false, body);
            Scope place = at(scope, i);
            if (adds && length > SHOWN && Cases.single(term.value(place)) == 0) {
                passed++;
            } else {
                terms.add(term.text(place, adds ? PRODUCT : SUM));
            }
        }
        int shown = terms.size();
        if (shown < length) {
            terms.add(shown + passed == length ? "0 (" + passed + " times)" : "... (" + length + " in all)");
        }
        return String.join(adds ? " + " : ", ", terms);
    }

    private static Literal weight(Scope scope, double weight) {
        return new Literal(scope.show(weight), weight);
    }

    /** The number of what was added, or the weight of all. */
    private static String size(Scope scope, double[] weights, int length) {
        if (weights == null) {
            return String.valueOf(length);
        }
        if (length > SHOWN) {
            return scope.show(Arrays.stream(weights).sum());
        }
        List<String> terms = new ArrayList<>();
        Arrays.stream(weights).forEach(weight -> terms.add(scope.show(weight)));
        return length == 1 ? terms.get(0) : "(" + String.join(" + ", terms) + ")";
    }

    @Override
    public void names(Consumer<String> visitor) {
        body.names(visitor);
    }
}
