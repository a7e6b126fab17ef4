package lossctl.derive.formula;

import java.util.Set;
import java.util.function.Consumer;

/** A name: of an array, a parameter, or a definition. */
record Name(String name) implements Node {
    /** Numbers of samples or classes, and places. */
    private static final Set<String> COUNTS = Set.of("k", "n", "i", "j");

    @Override
    public double[] value(Scope scope) {
        return scope.value(name);
    }

    @Override
    public String text(Scope scope, int level) {
        if (scope.isConstant(name)) {
            return name;
        }
        boolean count = COUNTS.contains(name);
        String text = count ? Long.toString((long) value(scope)[0]) : scope.show(value(scope));
        return Node.bracket(text, text.startsWith("-") ? SIGNED : WORD, level > SUM ? WORD : level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        visitor.accept(name);
    }
}
