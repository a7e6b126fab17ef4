package lossctl.derive.formula;

import java.util.function.Consumer;

/** One number of an array: {@code p[truth]}, or {@code p[j]} where {@code j} runs, or {@code i}. */
record Item(Name array, Node index) implements Node {
    @Override
    public double[] value(Scope scope) {
        double[] all = scope.whole(array.name());
        int at =
                isRun() && scope.isRunning() ? scope.at(((Name) index).name()) : (int) Cases.single(index.value(scope));
        if (at < 0 || at >= all.length) {
            throw new Unreadable("no item " + at);
        }
        return new double[] {all[at]};
    }

    @Override
    public String text(Scope scope, int level) {
        String text = scope.show(value(scope));
        return Node.bracket(text, text.startsWith("-") ? SIGNED : WORD, level > SUM ? WORD : level);
    }

    @Override
    public void names(Consumer<String> visitor) {
        array.names(visitor);
        if (!isRun()) {
            index.names(visitor);
        }
    }

    private boolean isRun() {
        return index instanceof Name name
                && (name.name().equals("i") || name.name().equals("j"));
    }
}
