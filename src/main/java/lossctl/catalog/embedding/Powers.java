package lossctl.catalog.embedding;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/**
 * A sum of exponentials of terms over a temperature, by the greatest of them, in two doubles: temperatures magnify what one
 * loses. Differences are divided and not terms, which may be past the range of doubles by then.
 */
final class Powers {
    private final Twofold temperature;
    private final Twofold top;
    /** All but the greatest, over its exponential. */
    private final Twofold others;

    /** Of those terms that count. */
    Powers(Twofold[] terms, boolean[] counts, double temperature) {
        this.temperature = Twofold.of(temperature);
        int best = -1;
        for (int j = 0; j < terms.length; j++) {
            best = counts[j] && (best < 0 || terms[j].high() > terms[best].high()) ? j : best;
        }
        top = best < 0 ? Twofold.of(Double.NEGATIVE_INFINITY) : terms[best];
        Twofold sum = Twofold.of(0);
        for (int j = 0; j < terms.length; j++) {
            sum = counts[j] && j != best ? sum.plus(power(lead(terms[j], top))) : sum;
        }
        others = sum;
    }

    private Twofold lead(Twofold term, Twofold other) {
        return term.minus(other).over(temperature);
    }

    static Twofold power(Twofold x) {
        return Elementary.sharpExp(x.high(), x.low());
    }

    boolean isEmpty() {
        return top.high() == Double.NEGATIVE_INFINITY;
    }

    /** The sum itself, 0 of none. */
    double value() {
        return isEmpty()
                ? 0
                : power(top.over(temperature)).times(others.plus(1)).value();
    }

    /** The part that a term is of the sum. */
    Twofold share(Twofold term) {
        return power(lead(term, top)).over(others.plus(1));
    }

    /** The logarithm of the sum less a term, with all digits where that is the greatest and the others are next to nothing. */
    Twofold logLess(Twofold term) {
        return lead(top, term).plus(Elementary.sharpLog1p(others));
    }
}
