package lossctl.eval;

import java.util.TreeSet;
import lossctl.data.Omissions;
import lossctl.data.Policy;
import lossctl.loss.Manner;
import lossctl.loss.Param;
import lossctl.loss.Selection;
import lossctl.num.DecimalWriter;

/** The line that makes a number reproducible: {@code mse|reduction:mean|weights:none|missing:fail|as:math|...}. */
public final class Signature {
    /** The version of lossctl, the last part of every signature. */
    public static final String VERSION = "1.0.0";

    private Signature() {}

    /**
     * The signature of one loss. The denominator of a mean is in it: {@code weights:none} divides by the number of
     * samples, {@code weights:sum(w)} by the sum of their weights. So is which rows are left out, where it is not as
     * usual: {@code missing:skip|missing_values:-,?|nonfinite:skip|bad_rows:skip}.
     */
    public static String of(Selection loss, Evaluation evaluation, boolean weighted, Omissions omissions) {
        StringBuilder text = new StringBuilder(loss.spec().name());
        for (Param param : loss.params().list()) {
            Object value = loss.params().get(param.name());
            if (value != null && !Boolean.FALSE.equals(value)) {
                text.append('|').append(param.name()).append(':').append(text(value));
            }
        }
        text.append("|reduction:")
                .append(evaluation.reduction().word())
                .append(weighted ? "|weights:" + divisor(loss) : "|weights:none")
                .append(omissions.policy().skipMissing() ? "|missing:skip" : "|missing:fail");
        appendUnusual(omissions, evaluation.unchecked(), text);
        return text.append("|as:")
                .append(loss.manner().as())
                .append("|dtype:")
                .append(evaluation.float32() ? "float32" : "float64")
                .append("|v:")
                .append(VERSION)
                .toString();
    }

    private static void appendUnusual(Omissions omissions, boolean unchecked, StringBuilder text) {
        Policy policy = omissions.policy();
        if (omissions.ofMissing()) {
            TreeSet<String> words = new TreeSet<>(policy.missingValues());
            if (!words.equals(new TreeSet<>(Policy.STRICT.missingValues()))) {
                words.remove(""); // always among them
                text.append("|missing_values:").append(escaped(String.join(",", words)));
            }
        }
        switch (policy.nonFinite()) {
            case SKIP -> text.append("|nonfinite:skip");
            case PROPAGATE -> text.append("|nonfinite:propagate");
            default -> {}
        }
        if (omissions.badRows()) {
            text.append("|bad_rows:skip");
        }
        if (unchecked && omissions.any()) {
            text.append("|unchecked:true"); // what is not read leaves no row out
        }
    }

    /** A text that cannot be taken for further parts. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|");
    }

    private static String divisor(Selection loss) {
        return loss.manner().averaging() == Manner.Averaging.WEIGHTS ? "sum(w)" : "n";
    }

    /** A value of a parameter: numbers as their shortest text, lists by slashes. */
    static String text(Object value) {
        if (value instanceof Double number) {
            return DecimalWriter.text(number);
        }
        if (value instanceof double[] list) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < list.length; i++) {
                text.append(i == 0 ? "" : "/").append(DecimalWriter.text(list[i]));
            }
            return text.toString();
        }
        return value.toString();
    }
}
