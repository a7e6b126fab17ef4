package lossctl.derive.formula;

import java.util.Arrays;

/** A piece of a formula. Values are arrays: of one number, or of one a class or a sample. */
sealed interface Node permits Literal, Name, Item, Sum, Product, Power, Minus, Size, Call, Over, Cases {
    /** How tightly a text holds together, from sums to single words. */
    int SUM = 1;

    int PRODUCT = 2;
    int SIGNED = 3;
    int POWER = 4;
    int WORD = 5;

    /** Its value. */
    double[] value(Scope scope);

    /** Itself with numbers for names, in brackets where it holds less tightly than {@code level}. */
    String text(Scope scope, int level);

    /** Calls {@code visitor} with every name in it. */
    void names(java.util.function.Consumer<String> visitor);

    /** An operation on two numbers. */
    interface Operation {
        double apply(double a, double b);
    }

    /** Number by number; a single number goes with each of the others. */
    static double[] zip(double[] a, double[] b, Operation operation) {
        if (a.length != b.length && a.length != 1 && b.length != 1) {
            throw new Unreadable("widths " + a.length + " and " + b.length);
        }
        double[] result = new double[Math.max(a.length, b.length)];
        Arrays.setAll(result, i -> operation.apply(a[i % a.length], b[i % b.length]));
        return result;
    }

    static String bracket(String text, int has, int wanted) {
        return has < wanted ? "(" + text + ")" : text;
    }
}
