package lossctl.vectors;

import java.util.Map;

/** A case of {@code vectors.jsonl.gz}; what its fields mean is told there in the README of the vectors. */
record VectorCase(Map<String, Object> fields) {
    String text(String name) {
        return (String) fields.get(name);
    }

    String id() {
        return text("id");
    }

    String oracle() {
        return text("oracle");
    }

    String loss() {
        return text("loss");
    }

    String reduction() {
        return text("reduction");
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    Object param(String name) {
        return map("params").get(name);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String name) {
        Object map = fields.get(name);
        return map == null ? Map.of() : (Map<String, Object>) map;
    }

    Numbers numbers(String name) {
        return fields.get(name) == null ? null : Numbers.of(fields.get(name));
    }

    double number(String name) {
        return ((Number) fields.get(name)).doubleValue();
    }
}
