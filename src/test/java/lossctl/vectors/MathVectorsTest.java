package lossctl.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossctl.catalog.Catalog;
import lossctl.eval.Reduction;
import lossctl.loss.Domain;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

/** Every case of mpmath, at its tolerance: values, per-sample values, gradients; the long ones made by their rule. */
class MathVectorsTest {
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("bce_with_logits", "bce_with_logits"),
            Map.entry("cross_entropy_logits", "softmax_cross_entropy_with_integer_labels"),
            Map.entry("binary_focal_logits", "sigmoid_focal_loss"),
            Map.entry("binary_crossentropy_exact", "bce"),
            Map.entry("binary_crossentropy_clipped", "bce"),
            Map.entry("msle_log1p", "msle"),
            Map.entry("mape_exact", "mape"),
            Map.entry("kl_divergence_exact", "kld"),
            Map.entry("cosine_similarity_exact", "cosine"),
            Map.entry("poisson_nll_exact", "poisson"),
            Map.entry("poisson_nll_log_exact", "poisson_nll"));

    @Test
    void everyCaseOfMpmathIsMet() throws IOException {
        List<String> failures = new ArrayList<>();
        Map<String, int[]> counts = new TreeMap<>();
        for (VectorCase each : VectorFile.read("mpmath")) {
            int[] count = counts.computeIfAbsent(each.loss(), name -> new int[2]);
            count[1]++;
            List<String> wrong = check(each);
            count[0] += wrong.isEmpty() ? 1 : 0;
            failures.addAll(wrong);
        }
        int all = 0;
        StringBuilder table = new StringBuilder("mpmath vectors met:");
        for (Map.Entry<String, int[]> each : counts.entrySet()) {
            int[] count = each.getValue();
            table.append("\n  ")
                    .append(each.getKey())
                    .append(' ')
                    .append(count[0])
                    .append('/')
                    .append(count[1]);
            all += count[1];
        }
        System.out.println(table);
        assertEquals(List.of(), failures);
        assertEquals(289, all);
    }

    private static List<String> check(VectorCase each) {
        Selection selection = selection(each);
        MemoryData data = data(each, selection);
        Reduction reduction = Reduction.valueOf(each.reduction().toUpperCase(java.util.Locale.ROOT));
        return Expectation.of(each).check(Answer.of(selection, data, reduction));
    }

    private static Selection selection(VectorCase each) {
        String name = OURS.getOrDefault(each.loss(), each.loss());
        Spec spec = Catalog.find(name);
        Params params = spec.defaults(name);
        if (each.loss().equals("poisson_nll_log_exact")) {
            params = params.with("log_input", true);
        }
        for (Map.Entry<String, Object> param : each.map("params").entrySet()) {
            boolean clip = each.loss().equals("binary_crossentropy_clipped");
            params = params.with(clip ? "clip" : param.getKey(), param.getValue());
        }
        return Selection.of(spec, params);
    }

    private static MemoryData data(VectorCase each, Selection selection) {
        boolean oneRow = selection.loss().truth().kind() == Domain.Kind.ROW
                && !selection.spec().name().equals("gaussian_nll");
        List<String> inputs = List.copyOf(each.map("inputs").keySet());
        List<double[]> vectors = new ArrayList<>();
        for (String input : inputs) {
            vectors.add(Numbers.of(each.map("inputs").get(input)).doubles());
        }
        if (each.has("rule")) {
            RuleData rule = new RuleData(each.map("rule"));
            return new MemoryData(oneRow ? 1 : rule.rows(), rule.truth(), rule.prediction(), inputs, vectors, null);
        }
        Numbers prediction = each.numbers("y_pred");
        int rows = prediction.dimensions() == 1 && oneRow ? 1 : prediction.shape()[0];
        double[] weights =
                each.has("sample_weight") ? each.numbers("sample_weight").doubles() : null;
        return new MemoryData(rows, each.numbers("y_true").doubles(), prediction.doubles(), inputs, vectors, weights);
    }
}
