package lossctl.derive.formula;

import java.util.function.Consumer;
import lossctl.num.Elementary;

/** {@code |x|}: the absolute value of a number; the length of a vector where a scalar product stands beside it. */
record Size(Node node, boolean ofVector) implements Node {
    @Override
    public double[] value(Scope scope) {
        double[] value = node.value(scope);
        if (ofVector) {
            return new double[] {Elementary.norm2(value)};
        }
        return Node.zip(value, value, (a, b) -> Math.abs(a));
    }

    @Override
    public String text(Scope scope, int level) {
        return "|" + node.text(scope, SUM) + "|";
    }

    @Override
    public void names(Consumer<String> visitor) {
        node.names(visitor);
    }
}
