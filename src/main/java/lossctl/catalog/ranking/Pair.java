package lossctl.catalog.ranking;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** The logistic loss of two scores, from their difference with all its digits. */
final class Pair {
    private Pair() {}

    /** ln(1 + e^(worse - better)). */
    static double cost(double better, double worse) {
        double lead = worse - better;
        return lead > 0
                ? lead + Elementary.log1p(Elementary.expOfDifference(better, worse))
                : Elementary.log1p(Elementary.expOfDifference(worse, better));
    }

    /** Its derivative by the worse score, 1 / (1 + e^(better - worse)). */
    static double slope(double better, double worse) {
        if (worse > better) {
            return 1 / (1 + Elementary.expOfDifference(better, worse));
        }
        double odds = Elementary.expOfDifference(worse, better);
        return odds / (1 + odds);
    }

    /** Its second derivative by either score. */
    static double bend(double better, double worse) {
        return slope(better, worse) * slope(worse, better);
    }

    /**
     * Adds the slope to one sum and takes it from another, each in two parts of which the greater is 1/2 or 1: slopes of
     * many pairs may cancel.
     */
    static void addSlope(double better, double worse, CompensatedSum to, CompensatedSum from) {
        double lead = worse - better;
        boolean close = Math.abs(lead) < 1;
        double whole = close ? 0.5 : lead > 0 ? 1 : 0;
        double rest = close ? Elementary.tanh(lead / 2) / 2 : lead > 0 ? -slope(worse, better) : slope(better, worse);
        to.add(whole);
        to.add(rest);
        from.add(-whole);
        from.add(-rest);
    }
}
