package lossctl.derive.formula;

import java.util.List;
import java.util.function.Consumer;

/** Several formulas, of which the first whose condition holds is meant; the last needs none. */
record Cases(List<Case> cases) implements Node {

    /** One of them; {@code sign} is {@code <}, {@code <=}, {@code >}, {@code >=}, {@code =}, or null for "else". */
    record Case(Node node, Node left, String sign, Node right) {
        boolean holds(Scope scope) {
            if (sign == null) {
                return true;
            }
            double a = single(left.value(scope));
            double b = single(right.value(scope));
            return switch (sign) {
                case "<" -> a < b;
                case "<=" -> a <= b;
                case ">" -> a > b;
                case ">=" -> a >= b;
                default -> a == b;
            };
        }

        String condition(Scope scope, String shown) {
            return left.text(scope, SUM) + " " + shown + " " + right.text(scope, SUM);
        }
    }

    /** The one number of an array of one. */
    static double single(double[] value) {
        if (value.length != 1) {
            throw new Unreadable("a number is wanted, not " + value.length);
        }
        return value[0];
    }

    private Case chosen(Scope scope) {
        for (Case each : cases) {
            if (each.holds(scope)) {
                return each;
            }
        }
        throw new Unreadable("no case holds");
    }

    @Override
    public double[] value(Scope scope) {
        return chosen(scope).node().value(scope);
    }

    /** The condition that chose the case, to stand before its text: {@code |2.0| > 1.0}. */
    String reason(Scope scope) {
        Case chosen = chosen(scope);
        if (chosen.sign() != null) {
            return chosen.condition(scope, chosen.sign());
        }
        Case first = cases.get(0);
        return cases.size() > 2 ? "else" : first.condition(scope, opposite(first.sign()));
    }

    private static String opposite(String sign) {
        return switch (sign) {
            case "<" -> ">=";
            case "<=" -> ">";
            case ">" -> "<=";
            case ">=" -> "<";
            default -> "is not";
        };
    }

    @Override
    public String text(Scope scope, int level) {
        return chosen(scope).node().text(scope, level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        for (Case each : cases) {
            each.node().names(visitor);
            if (each.sign() != null) {
                each.left().names(visitor);
                each.right().names(visitor);
            }
        }
    }
}
