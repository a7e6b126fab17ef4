package lossctl.catalog.embedding;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** A sum of exponentials by the greatest of them, in two doubles: temperatures magnify what one loses. */
final class Powers {
    private final Twofold top;
    /** All but the greatest, over its exponential. */
    private final Twofold others;

    /** Of those terms that count. */
    Powers(Twofold[] terms, boolean[] counts) {
        int best = -1;
        for (int j = 0; j < terms.length; j++) {
            best = counts[j] && (best < 0 || terms[j].high() > terms[best].high()) ? j : best;
        }
        top = best < 0 ? Twofold.of(Double.NEGATIVE_INFINITY) : terms[best];
        Twofold sum = Twofold.of(0);
        for (int j = 0; j < terms.length; j++) {
            sum = counts[j] && j != best ? sum.plus(power(terms[j].minus(top))) : sum;
        }
        others = sum;
    }

    static Twofold power(Twofold x) {
        return Elementary.sharpExp(x.high(), x.low());
    }

    boolean isEmpty() {
        return top.high() == Double.NEGATIVE_INFINITY;
    }

    /** The sum itself, 0 of none. */
    double value() {
        return isEmpty() ? 0 : power(top).times(others.plus(1)).value();
    }

    /** The part that a term is of the sum. */
    Twofold share(Twofold term) {
        return power(term.minus(top)).over(others.plus(1));
    }

    /** The logarithm of the sum less a term, with all digits where that is the greatest and the others are next to nothing. */
    Twofold logLess(Twofold term) {
        return top.minus(term).plus(Elementary.sharpLog1p(others));
    }
}
