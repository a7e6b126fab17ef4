package lossctl.derive.formula;

import java.util.function.Consumer;
import lossctl.num.Elementary;

/** A power. */
record Power(Node base, Node exponent) implements Node {
    @Override
    public double[] value(Scope scope) {
        return Node.zip(base.value(scope), exponent.value(scope), Elementary::pow);
    }

    @Override
    public String text(Scope scope, int level) {
        boolean minus = exponent instanceof Minus;
        String text = base.text(scope, WORD) + "^" + exponent.text(scope, minus ? SIGNED : WORD);
        return Node.bracket(text, POWER, level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        base.names(visitor);
        exponent.names(visitor);
    }
}
