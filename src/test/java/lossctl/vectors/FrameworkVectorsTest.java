package lossctl.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossctl.catalog.Catalog;
import lossctl.data.Refusal;
import lossctl.eval.Reduction;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.vectors.Meaning.Layout;
import org.junit.jupiter.api.Test;

/**
 * Holds mathematics to every case of the frameworks in which they mean the same. The others are counted by the habit
 * that makes their number another one: they belong to the conventions.
 */
class FrameworkVectorsTest {
    private static final String NOT_OURS = "no such loss here";

    @Test
    void mathematicsSaysWhatTheFrameworksSayUnlessAHabitIsInTheWay() throws IOException {
        List<String> failures = new ArrayList<>();
        Map<String, int[]> met = new TreeMap<>();
        Map<String, Integer> left = new TreeMap<>();
        int all = 0;
        for (VectorCase each : VectorFile.read("")) {
            if (each.oracle().equals("mpmath")) {
                continue;
            }
            all++;
            Meaning meaning = Meaning.of(each);
            String habit = meaning == null ? NOT_OURS : Habit.in(each, meaning);
            if (habit == null) {
                int[] count = met.computeIfAbsent(each.oracle() + " " + each.loss(), name -> new int[2]);
                List<String> wrong = check(each, meaning);
                count[0] += wrong.isEmpty() ? 1 : 0;
                count[1]++;
                failures.addAll(wrong);
            } else {
                left.merge(meaning == null ? habit : each.oracle().split("-")[0] + " " + habit, 1, Integer::sum);
            }
        }
        int alike = 0;
        int sum = 0;
        StringBuilder table = new StringBuilder("framework vectors met by mathematics:");
        for (Map.Entry<String, int[]> each : met.entrySet()) {
            int[] count = each.getValue();
            table.append("\n  ")
                    .append(each.getKey())
                    .append(' ')
                    .append(count[0])
                    .append('/')
                    .append(count[1]);
            alike += count[1];
        }
        table.append("\nleft to the conventions:");
        for (Map.Entry<String, Integer> each : left.entrySet()) {
            table.append("\n  ").append(each.getValue()).append(' ').append(each.getKey());
            sum += each.getValue();
        }
        System.out.println(table);
        assertEquals(List.of(), failures);
        assertEquals(738, alike, "as many as ever are held to mathematics");
        assertEquals(all, alike + sum);
    }

    private static List<String> check(VectorCase each, Meaning meaning) {
        try {
            Selection selection = selection(each, meaning);
            Answer answer = Answer.of(selection, data(each, meaning, selection), reduction(each));
            // frameworks put weights into the single values, and 0 for what they ignore
            boolean alike = !each.has("sample_weight")
                    && each.param("weight") == null
                    && each.param("ignore_index") == null
                    && each.param("ignore_class") == null;
            Expectation expectation = Expectation.of(each);
            return (alike ? expectation : expectation.ofTheWhole()).check(answer);
        } catch (Refusal | IllegalArgumentException e) {
            return List.of(each.id() + ": " + e);
        }
    }

    private static Reduction reduction(VectorCase each) {
        if (Boolean.FALSE.equals(each.param("normalize"))) {
            return Reduction.SUM;
        }
        return switch (each.reduction()) {
            case "sum" -> Reduction.SUM;
            case "none" -> Reduction.NONE;
            default -> Reduction.MEAN;
        };
    }

    private static Selection selection(VectorCase each, Meaning meaning) {
        String name = meaning.ours();
        boolean flat = each.numbers("y_true").dimensions() == 1;
        boolean flatPrediction = each.numbers("y_pred").dimensions() == 1;
        if (Boolean.FALSE.equals(each.param("squared"))) {
            name = "r" + name;
        } else if (each.loss().equals("cross_entropy") && flat) {
            name = "softmax_cross_entropy_with_integer_labels";
        } else if (each.loss().equals("log_loss") && flatPrediction) {
            name = "bce";
        }
        Spec spec = Catalog.find(name);
        Params params = spec.defaults(name);
        for (Map.Entry<String, Object> param : each.map("params").entrySet()) {
            String ours = meaning.params().getOrDefault(param.getKey(), param.getKey());
            if (params.has(ours) && !ours.equals("normalize") && !ours.equals("alpha")) {
                params = params.with(ours, value(param.getValue()));
            }
        }
        if (Boolean.TRUE.equals(each.param("apply_class_balancing"))) {
            params = params.with("alpha", each.map("params").getOrDefault("alpha", 0.25));
        }
        boolean probabilities = !params.has("from_logits") || !params.flag("from_logits");
        if (params.has("normalize") && probabilities && !name.equals("kld")) {
            params = params.with("normalize", true);
        }
        return Selection.of(spec, params);
    }

    private static Object value(Object value) {
        return value instanceof List<?> ? Numbers.of(value).doubles() : value;
    }

    private static MemoryData data(VectorCase each, Meaning meaning, Selection selection) {
        Numbers truth = each.numbers("y_true");
        Numbers prediction = each.numbers("y_pred");
        int rows = prediction.shape()[0];
        if (meaning.layout() == Layout.ELEMENTS) {
            rows = prediction.size();
        } else if (meaning.layout() == Layout.LAST_AXIS && prediction.dimensions() == 1) {
            rows = 1;
        }
        List<String> inputs = List.copyOf(each.map("inputs").keySet());
        List<double[]> vectors = new ArrayList<>();
        for (String input : inputs) {
            double[] values = Numbers.of(each.map("inputs").get(input)).doubles();
            double[] spread = new double[prediction.size()];
            for (int i = 0; i < spread.length; i++) {
                spread[i] = values[i / (spread.length / values.length)];
            }
            vectors.add(spread);
        }
        double[] weights =
                each.has("sample_weight") ? each.numbers("sample_weight").doubles() : null;
        return new MemoryData(rows, truth.doubles(), prediction.doubles(), inputs, vectors, weights);
    }
}
