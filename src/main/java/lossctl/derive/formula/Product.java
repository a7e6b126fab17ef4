package lossctl.derive.formula;

import java.util.function.Consumer;

/** A product or a quotient. A factor of 0 makes 0 of anything: {@code 0 ln 0 = 0}. */
record Product(Node left, boolean over, Node right) implements Node {
    @Override
    public double[] value(Scope scope) {
        return Node.zip(left.value(scope), right.value(scope), (a, b) -> {
            if (over) {
                return a / b;
            }
            return a == 0 || b == 0 ? 0 : a * b;
        });
    }

    @Override
    public String text(Scope scope, int level) {
        String first = left.text(scope, PRODUCT);
        String second = right.text(scope, over ? SIGNED : POWER);
        char c = second.charAt(0);
        boolean digit = c >= '0' && c <= '9' || c == '-' || c == '[' || c == '.';
        String text = first + (over ? " / " : digit ? " * " : " ") + second;
        return Node.bracket(text, PRODUCT, level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        left.names(visitor);
        right.names(visitor);
    }
}
