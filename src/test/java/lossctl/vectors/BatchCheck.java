package lossctl.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossctl.batch.Batch;
import lossctl.write.CheckedOut;

/** Sends cases through {@code batch}, shapes and all, and counts those that are met. */
final class BatchCheck {
    /** Two cases list 9.7e-122 for a deviance of equal numbers: what mpmath's own precision left of 0. */
    private static final double REST_OF_ZERO = 1e-120;

    private final List<String> failures = new ArrayList<>();
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, int[]> oracles = new TreeMap<>();

    /** Holds the answer of one case to what it expects. */
    void check(VectorCase each) throws IOException {
        int before = failures.size();
        check(each, answer(VectorRequest.of(each)));
        int met = failures.size() == before ? 1 : 0;
        count(counts, each.oracle() + " " + each.loss(), met);
        count(oracles, each.oracle(), met);
        count(oracles, "all", met);
    }

    /** What was not met, a line each. */
    List<String> failures() {
        return failures;
    }

    int all() {
        return oracles.get("all")[1];
    }

    /** How many of how many were met, by oracle and by loss. */
    String table(String title) {
        StringBuilder table = new StringBuilder(title);
        append(table, oracles);
        append(table, counts);
        return table.toString();
    }

    private static void count(Map<String, int[]> counts, String name, int met) {
        int[] count = counts.computeIfAbsent(name, key -> new int[2]);
        count[0] += met;
        count[1]++;
    }

    private static void append(StringBuilder table, Map<String, int[]> counts) {
        for (Map.Entry<String, int[]> each : counts.entrySet()) {
            int[] count = each.getValue();
            table.append("\n  ")
                    .append(each.getKey())
                    .append(' ')
                    .append(count[0])
                    .append('/')
                    .append(count[1]);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answer(String request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckedOut out = CheckedOut.to((OutputStream) bytes, "<memory>");
        byte[] line = request.getBytes(StandardCharsets.UTF_8);
        new Batch(out).run(new ByteArrayInputStream(line), Batch.LONGEST);
        return (Map<String, Object>) Json.read(bytes.toString(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private void check(VectorCase each, Map<String, Object> answer) {
        if (each.has("refused")) {
            if (!answer.containsKey("error")) {
                failures.add(each.id() + ": " + answer.get("value") + ", though the framework refuses it");
            }
            return;
        }
        if (answer.containsKey("error")) {
            failures.add(each.id() + ": " + answer.get("error"));
            return;
        }
        assertEquals(each.id(), answer.get("id"));
        if (each.has("expected") || !each.has("grad")) {
            compare(each, "value", answer.get("value"), each.fields().get("expected"), false);
        }
        if (each.has("expected_per_sample")) {
            compare(each, "per_sample", answer.get("per_sample"), each.fields().get("expected_per_sample"), false);
        }
        if (each.has("grad")) {
            compare(each, "gradient", answer.get("gradient"), each.fields().get("grad"), true);
        }
        for (Map.Entry<String, Object> input : each.map("grad_inputs").entrySet()) {
            Map<String, Object> gradients = (Map<String, Object>) answer.get("gradients");
            compare(each, input.getKey(), gradients.get(input.getKey()), input.getValue(), true);
        }
    }

    private void compare(VectorCase each, String what, Object got, Object expected, boolean byGreatest) {
        if (got == null) {
            failures.add(each.id() + ": no " + what);
            return;
        }
        Numbers wanted = Numbers.of(expected);
        Numbers given = Numbers.of(got);
        if (!Arrays.equals(wanted.shape(), given.shape())) {
            failures.add(each.id() + ": " + what + " has the shape " + Arrays.toString(given.shape()) + ", not "
                    + Arrays.toString(wanted.shape()));
            return;
        }
        double relative = each.has("tol_rel") ? each.number("tol_rel") : 0;
        double absolute = each.has("tol_abs") ? each.number("tol_abs") : 0;
        double floor = each.loss().equals("tweedie_deviance") ? Math.max(REST_OF_ZERO, absolute) : absolute;
        double[] entries = given.doubles();
        double greatest = wanted.greatest();
        for (int i = 0; i < wanted.size(); i++) {
            double scale = byGreatest ? greatest : Math.abs(Numbers.number(wanted.texts()[i]));
            String wrong = Numbers.difference(entries[i], wanted.texts()[i], scale, relative, floor);
            if (wrong != null) {
                failures.add(each.id() + ": " + what + " " + i + ": " + wrong);
                return;
            }
        }
    }
}
