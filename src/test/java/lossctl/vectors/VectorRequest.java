package lossctl.vectors;

import java.util.List;
import java.util.Map;
import lossctl.num.DecimalWriter;

/** A case as a request line of {@code lossctl batch}, as the README of the vectors says. */
final class VectorRequest {
    private static final List<String> FIELDS =
            List.of("id", "loss", "params", "inputs", "y_true", "y_pred", "sample_weight", "reduction", "dtype");

    private VectorRequest() {}

    static String of(VectorCase each) {
        StringBuilder line = new StringBuilder("{");
        for (String field : FIELDS) {
            if (each.has(field)) {
                member(line, field, each.fields().get(field));
            }
        }
        if (each.has("rule")) {
            RuleData rule = new RuleData(each.map("rule"));
            member(line, "y_true", rule.truth());
            double[] prediction = rule.prediction();
            int width = prediction.length / rule.rows();
            member(line, "y_pred", width == 1 ? prediction : rows(prediction, width));
        }
        member(line, "as", each.oracle().equals("mpmath") ? "math" : each.oracle());
        boolean inputs = !each.map("grad_inputs").isEmpty();
        member(
                line,
                "want",
                inputs
                        ? List.of("value", "per_sample", "gradient", "gradients")
                        : List.of("value", "per_sample", "gradient"));
        return line.append("}\n").toString();
    }

    private static double[][] rows(double[] values, int width) {
        double[][] rows = new double[values.length / width][width];
        for (int i = 0; i < values.length; i++) {
            rows[i / width][i % width] = values[i];
        }
        return rows;
    }

    private static void member(StringBuilder line, String name, Object value) {
        line.append(line.length() == 1 ? "" : ",").append('"').append(name).append("\":");
        value(line, value);
    }

    private static void value(StringBuilder line, Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "";
            line.append('{');
            for (Map.Entry<?, ?> each : map.entrySet()) {
                line.append(separator).append('"').append(each.getKey()).append("\":");
                value(line, each.getValue());
                separator = ",";
            }
            line.append('}');
        } else if (value instanceof List<?> list) {
            array(line, list.toArray());
        } else if (value instanceof Object[] rows) {
            array(line, rows);
        } else if (value instanceof double[] numbers) {
            array(line, java.util.Arrays.stream(numbers).boxed().toArray());
        } else if (value instanceof String text) {
            line.append('"').append(text).append('"');
        } else {
            line.append(value instanceof Double number ? DecimalWriter.text(number) : String.valueOf(value));
        }
    }

    private static void array(StringBuilder line, Object[] values) {
        String separator = "[";
        for (Object each : values) {
            line.append(separator);
            value(line, each);
            separator = ",";
        }
        line.append(values.length == 0 ? "[]" : "]");
    }
}
