package lossctl.loss;

import java.util.List;
import lossctl.num.Interval;

/** What may be done to samples before a loss sees them: the same for all losses that take it. */
public enum Adjustment {
    /** Probabilities below eps or above 1 - eps are moved there; no gradient outside. */
    CLIP(new Param(
            "clip",
            Param.Type.NUMBER,
            null,
            new Interval(0, true, 0.5, true),
            List.of(),
            "move probabilities into [EPS, 1 - EPS]; no gradient outside")),
    /** Rows of probabilities are divided by their sum. */
    NORMALIZE(new Param(
            "normalize",
            Param.Type.FLAG,
            Boolean.FALSE,
            Interval.REAL,
            List.of(),
            "divide every row of probabilities by its sum")),
    /** Samples of one class do not count. */
    IGNORE_INDEX(new Param(
            "ignore_index", Param.Type.INTEGER, null, Interval.REAL, List.of(), "samples of this class do not count")),
    /** A weight a class. */
    CLASS_WEIGHTS(new Param(
            "class_weights",
            Param.Type.NUMBERS,
            null,
            Interval.NON_NEGATIVE,
            List.of(),
            "a weight a class, from class 0; they multiply the samples' weights"));

    private final Param param;

    Adjustment(Param param) {
        this.param = param;
    }

    /** The parameter that asks for it. */
    public Param param() {
        return param;
    }

    /** Whether this very parameter is on a list; one of the same name that a loss has for itself is not. */
    public boolean isAmong(List<Param> params) {
        for (Param each : params) {
            // the same object: comparing records in full costs 20 ms where it is done for the first time
            if (each == param) {
                return true;
            }
        }
        return false;
    }
}
