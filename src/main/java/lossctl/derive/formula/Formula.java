package lossctl.derive.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.num.DecimalReader;

/** A formula with its parameters chosen: definitions, and the result. Only parts that hold under them are read. */
public final class Formula {
    /** What the weights of samples are called among the values: no name that a formula may hold. */
    public static final String WEIGHTS = "weight of a sample";

    private final Map<String, double[]> given;
    private final int width;
    private final boolean vectors;
    private final Map<String, Node> definitions = new LinkedHashMap<>();
    private Node result;

    private Formula(Map<String, double[]> given, int width, boolean vectors) {
        this.given = given;
        this.width = width;
        this.vectors = vectors;
    }

    /**
     * Reads a formula.
     *
     * @param given the parameters that have a value; flags as 0 and 1
     * @param width how many predictions a sample has
     * @return null where the formula is for people only
     */
    public static Formula read(String text, Map<String, double[]> given, int width) {
        Formula formula = new Formula(given, width, hasDot(text));
        try {
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) == ';') {
                    formula.readPart(new Tokens(text.substring(from, i)));
                    from = i + 1;
                }
            }
            return formula.result == null ? null : formula;
        } catch (Unreadable e) {
            return null;
        }
    }

    private static boolean hasDot(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '.'
                    && Character.isLetter(text.charAt(i - 1))
                    && Character.isLetter(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private void readPart(Tokens tokens) {
        Reader reader = new Reader(tokens, vectors);
        if (tokens.take("from")) {
            tokens.expect("logits");
            if (isOff("from_logits")) {
                return;
            }
            tokens.take(":");
        } else if (tokens.take("with")) {
            if (tokens.isDefinition()) {
                String name = define(tokens, reader);
                if (tokens.isAtEnd() || tokens.take(":") && isZero(definitions.get(name)) && result != null) {
                    return;
                }
            } else if (isOff(tokens.next())) {
                return;
            }
            tokens.take(":");
        }
        readStatement(tokens, reader);
    }

    private void readStatement(Tokens tokens, Reader reader) {
        if (tokens.isDefinition()) {
            String name = tokens.next();
            tokens.expect("=");
            Node node = reader.cases();
            if (tokens.take(":")) {
                if (isZero(new Sum(new Name(name), true, node))) {
                    readStatement(tokens, reader);
                }
                return;
            }
            definitions.put(name, node);
            readTail(tokens, reader);
            return;
        }
        Node before = result;
        result = tokens.take("times") && before != null ? new Product(before, false, reader.sum()) : reader.cases();
        if (!readTail(tokens, reader)) {
            result = before;
        }
    }

    /** What stands behind a result: further definitions, and terms or samples it holds for. */
    private boolean readTail(Tokens tokens, Reader reader) {
        while (!tokens.isAtEnd()) {
            if (tokens.take("with") || tokens.take("where")) {
                define(tokens, reader);
            } else if (tokens.take("=")) {
                reader.sum(); // Another way to write the same.
            } else if (tokens.take("for")) {
                return tokens.take("one") ? width == 1 : tokens.take("a") && tokens.take("row") && width > 1;
            } else {
                tokens.expect(",");
                boolean minus = tokens.peek().equals("-");
                if (minus || tokens.peek().equals("+")) {
                    tokens.next();
                    Node more = reader.sum();
                    tokens.expect("with");
                    result = isOff(tokens.next()) ? result : new Sum(result, minus, more);
                } else {
                    define(tokens, reader);
                }
            }
        }
        return true;
    }

    private String define(Tokens tokens, Reader reader) {
        if (!tokens.isDefinition()) {
            throw new Unreadable("a definition is wanted, not '" + tokens.peek() + "'");
        }
        String name = tokens.next();
        tokens.expect("=");
        definitions.put(name, reader.sum());
        return name;
    }

    private boolean isOff(String option) {
        double[] value = given.get(option);
        return value == null || value.length == 1 && value[0] == 0;
    }

    private boolean isZero(Node node) {
        return Cases.single(node.value(new Scope(given, definitions, false))) == 0;
    }

    /**
     * The formula with numbers put in: {@code e = 2.0 - 1.0 = 1.0;  1.0^2}.
     *
     * @param values what names stand for, parameters included
     * @param mean whether the result is the mean over a row of results
     * @return null where the formula does not go with these values
     */
    public Filled fill(Map<String, double[]> values, boolean mean, boolean float32) {
        try {
            Scope scope = new Scope(values, definitions, float32);
            Node whole = mean ? new Over("mean", false, result) : meant(result);
            double[] value = whole.value(scope);
            if (value.length > 1) {
                whole = new Over("mean", false, result);
                value = whole.value(scope);
            }
            List<String> steps = new ArrayList<>();
            addDefinitions(whole, scope, values, new ArrayList<>(), steps);
            String reason = whole instanceof Cases cases ? cases.reason(scope) + ": " : "";
            steps.add(reason);
            return Double.isNaN(value[0])
                    ? null
                    : new Filled(String.join(";  ", steps), whole.text(scope, Node.SUM), value[0]);
        } catch (Unreadable e) {
            return null;
        }
    }

    /** What a result that is but a name stands for. */
    private Node meant(Node node) {
        Node meant = node instanceof Name name ? definitions.get(name.name()) : null;
        return meant == null ? node : meant(meant);
    }

    /**
     * What the result comes to for each number of a row: a row itself, or a number that is written for the one at {@code j}.
     *
     * @return null where the formula does not go with these values
     */
    public double[] entries(Map<String, double[]> values, int count) {
        Scope scope = new Scope(values, definitions, false);
        try {
            double[] whole = result.value(scope);
            if (whole.length == count) {
                return whole;
            }
        } catch (Unreadable e) {
            // written for one place
        }
        try {
            double[] entries = new double[count];
            for (int j = 0; j < count; j++) {
                entries[j] = Cases.single(result.value(scope.running(j)));
            }
            return entries;
        } catch (Unreadable e) {
            return null;
        }
    }

    /** The definitions that a piece uses, those that they use before them; without those that change nothing. */
    private void addDefinitions(
            Node node, Scope scope, Map<String, double[]> values, List<String> seen, List<String> steps) {
        node.names(name -> {
            Node definition = definitions.get(name);
            if (definition == null || seen.contains(name)) {
                return;
            }
            seen.add(name);
            double[] value = scope.whole(name);
            if (java.util.Arrays.equals(value, values.get(name))) {
                return;
            }
            addDefinitions(definition, scope, values, seen, steps);
            String reason = definition instanceof Cases cases ? " (" + cases.reason(scope) + ")" : "";
            String text = definition.text(scope, Node.SUM);
            String shown = scope.show(value);
            steps.add(name + " = " + text + (definition instanceof Literal || text.equals(shown) ? "" : " = " + shown)
                    + reason);
        });
    }

    /**
     * A formula with numbers.
     *
     * @param before the steps up to the last
     * @param last the last step, without the value
     * @param value what they come to
     */
    public record Filled(String before, String last, double value) {
        /** All steps, with the value as it is to be shown; one that is but a number is not told twice. */
        public String text(String shown) {
            return before + (Double.isNaN(DecimalReader.read(last)) ? last + " = " + shown : shown);
        }
    }
}
