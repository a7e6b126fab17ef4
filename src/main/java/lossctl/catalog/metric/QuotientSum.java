package lossctl.catalog.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import lossctl.num.Dyadic;

/** A sum of exact quotients, carried to so many digits that quotients of both signs may cancel, and rounded once. */
final class QuotientSum {
    private static final MathContext DIGITS = new MathContext(100);

    private BigDecimal total = BigDecimal.ZERO;

    /** Adds the quotient; the denominator is not 0. */
    void add(Dyadic above, Dyadic below) {
        total = total.add(above.over(below, DIGITS));
    }

    /** Adds the quotient's square root; neither is below 0, and the denominator not 0. */
    void addRoot(Dyadic above, Dyadic below) {
        total = total.add(above.over(below, DIGITS).sqrt(DIGITS));
    }

    /** The sum over a number other than 0. */
    double over(Dyadic divisor) {
        return share(divisor).doubleValue();
    }

    /** The square root of that. */
    double rootOver(Dyadic divisor) {
        return share(divisor).sqrt(DIGITS).doubleValue();
    }

    private BigDecimal share(Dyadic divisor) {
        return total.divide(divisor.over(Dyadic.of(1), DIGITS), DIGITS);
    }
}
