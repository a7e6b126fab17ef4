package lossctl.derive.formula;

import java.util.function.Consumer;

/** A number as it was written. */
record Literal(String written, double number) implements Node {
    @Override
    public double[] value(Scope scope) {
        return new double[] {number};
    }

    @Override
    public String text(Scope scope, int level) {
        return written;
    }

    @Override
    public void names(Consumer<String> visitor) {
        // A number has no name.
    }
}
