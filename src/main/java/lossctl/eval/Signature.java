package lossctl.eval;

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
     * samples, {@code weights:sum(w)} by the sum of their weights.
     */
    public static String of(Selection loss, Evaluation evaluation, boolean weighted, boolean skipMissing) {
        StringBuilder text = new StringBuilder(loss.spec().name());
        for (Param param : loss.params().list()) {
            Object value = loss.params().get(param.name());
            if (value != null && !Boolean.FALSE.equals(value)) {
                text.append('|').append(param.name()).append(':').append(text(value));
            }
        }
        return text.append("|reduction:")
                .append(evaluation.reduction().word())
                .append(weighted ? "|weights:" + divisor(loss) : "|weights:none")
                .append(skipMissing ? "|missing:skip" : "|missing:fail")
                .append("|as:")
                .append(loss.manner().as())
                .append("|dtype:")
                .append(evaluation.float32() ? "float32" : "float64")
                .append("|v:")
                .append(VERSION)
                .toString();
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
