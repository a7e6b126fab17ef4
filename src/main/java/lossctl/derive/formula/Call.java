package lossctl.derive.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import lossctl.num.Elementary;

/** A function of one or more arguments; of one without brackets where it was written so. */
record Call(String function, List<Node> arguments, boolean bracketed) implements Node {
    private static final Set<String> FUNCTIONS = Set.of(
            "ln", "log2", "exp", "sin", "cos", "arctan", "erf", "sqrt", "sign", "cosh", "sinh", "tanh", "max", "min",
            "softmax", "sigmoid", "Gamma", "digamma", "phi", "Phi", "onehot", "dot");

    static boolean isFunction(String word) {
        return FUNCTIONS.contains(word);
    }

    @Override
    public double[] value(Scope scope) {
        if (function.equals("ln") && arguments.get(0) instanceof Call inner && inner.function.equals("Gamma")) {
            return map(inner.arguments.get(0).value(scope), Elementary::logGamma);
        }
        double[] x = arguments.get(0).value(scope);
        return switch (function) {
            case "ln" -> map(x, Elementary::log);
            case "log2" -> map(x, number -> Elementary.log(number) / Elementary.log(2));
            case "exp" -> map(x, Elementary::exp);
            case "sin" -> map(x, Elementary::sin);
            case "cos" -> map(x, Elementary::cos);
            case "arctan" -> map(x, Elementary::atan);
            case "erf" -> map(x, Elementary::erf);
            case "sqrt" -> map(x, Math::sqrt);
            case "sign" -> map(x, Math::signum);
            case "cosh" -> map(x, Elementary::cosh);
            case "sinh" -> map(x, Elementary::sinh);
            case "tanh" -> map(x, Elementary::tanh);
            case "sigmoid" -> map(x, Elementary::sigmoid);
            case "digamma" -> map(x, Elementary::digamma);
            case "phi" -> map(x, Elementary::normalPdf);
            case "Phi" -> map(x, Elementary::normalCdf);
            case "onehot" -> onehot(scope, x);
            case "max" -> fold(scope, Math::max);
            case "min" -> fold(scope, Math::min);
            case "softmax" -> softmax(x);
            case "dot" -> dot(x, arguments.get(1).value(scope));
            default -> throw new Unreadable(function);
        };
    }

    private static double[] map(double[] x, DoubleUnaryOperator operator) {
        double[] result = x.clone();
        Arrays.setAll(result, i -> operator.applyAsDouble(x[i]));
        return result;
    }

    private double[] fold(Scope scope, Operation operation) {
        double[] result = arguments.get(0).value(scope);
        for (Node argument : arguments.subList(1, arguments.size())) {
            result = Node.zip(result, argument.value(scope), operation);
        }
        return result;
    }

    private static double[] softmax(double[] x) {
        double[] result = new double[x.length];
        Elementary.softmax(x, result);
        return result;
    }

    /** A 1 at a class, of as many as there are predictions. */
    private static double[] onehot(Scope scope, double[] label) {
        double[] result = new double[(int) Cases.single(scope.whole("k"))];
        int at = (int) Cases.single(label);
        if (at < 0 || at >= result.length) {
            throw new Unreadable("no class " + at);
        }
        result[at] = 1;
        return scope.isRunning() ? new double[] {result[scope.at("j")]} : result;
    }

    private static double[] dot(double[] a, double[] b) {
        double sum = 0;
        for (double each : Node.zip(a, b, (s, t) -> s * t)) {
            sum += each;
        }
        return new double[] {sum};
    }

    @Override
    public String text(Scope scope, int level) {
        List<String> texts = new ArrayList<>();
        for (Node argument : arguments) {
            texts.add(argument.text(scope, bracketed ? SUM : WORD));
        }
        if (function.equals("dot")) {
            return Node.bracket(texts.get(0) + " . " + texts.get(1), PRODUCT, level);
        }
        String only = texts.get(0);
        if (bracketed || only.startsWith("(")) {
            return function + (bracketed ? "(" + String.join(", ", texts) + ")" : only);
        }
        return Node.bracket(function + " " + only, POWER, level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        for (Node argument : arguments) {
            argument.names(visitor);
        }
    }
}
