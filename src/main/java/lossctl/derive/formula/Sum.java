package lossctl.derive.formula;

import java.util.function.Consumer;

/** A sum, or a difference. */
record Sum(Node left, boolean minus, Node right) implements Node {
    @Override
    public double[] value(Scope scope) {
        return Node.zip(left.value(scope), right.value(scope), (a, b) -> minus ? a - b : a + b);
    }

    @Override
    public String text(Scope scope, int level) {
        String text = left.text(scope, SUM) + (minus ? " - " : " + ") + right.text(scope, PRODUCT);
        return Node.bracket(text, SUM, level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        left.names(visitor);
        right.names(visitor);
    }
}
