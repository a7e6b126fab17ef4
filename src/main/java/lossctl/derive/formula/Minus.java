package lossctl.derive.formula;

import java.util.function.Consumer;

/** The negative. */
record Minus(Node node) implements Node {
    @Override
    public double[] value(Scope scope) {
        return Node.zip(new double[] {0}, node.value(scope), (a, b) -> a - b);
    }

    @Override
    public String text(Scope scope, int level) {
        return Node.bracket("-" + node.text(scope, SIGNED), SIGNED, level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        node.names(visitor);
    }
}
