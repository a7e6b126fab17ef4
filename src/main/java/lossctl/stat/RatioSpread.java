package lossctl.stat;

import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/**
 * The ratio of two sums over independent units, sum a / sum b, and how far it may be off. A mean is one with b = 1, a
 * weighted mean one with a = w l and b = w; a unit may be a whole cluster of samples, a and b being sums over it, and the
 * standard error is then robust against whatever goes on within clusters.
 *
 * <p>Exact sums: the standard error depends on the units alone, not on their order, and is correctly rounded also where
 * the mean is large against the spread. Its square is n/(n-1) sum (a - m b)^2 / (sum b)^2, m being the ratio (Cochran 1977,
 * Sampling Techniques, 2.11; White's HC1).
 */
public final class RatioSpread {
    private final ExactSum a;
    private final ExactSum b;
    private final ExactSum aa;
    private final ExactSum ab;
    private final ExactSum bb;
    private long n;

    /** A spread of no units. */
    public RatioSpread() {
        this(false);
    }

    /** The same; {@code compact} where there are very many of them. */
    public RatioSpread(boolean compact) {
        a = sum(compact);
        b = sum(compact);
        aa = sum(compact);
        ab = sum(compact);
        bb = sum(compact);
    }

    private static ExactSum sum(boolean compact) {
        return compact ? ExactSum.compact() : new ExactSum();
    }

    /** Adds a unit that counts once: its number, and 1. */
    public void add(double number) {
        add(number, 1);
    }

    /** Adds a unit. */
    public void add(double above, double below) {
        a.add(above);
        b.add(below);
        aa.addProduct(above, above);
        ab.addProduct(above, below);
        bb.addProduct(below, below);
        n++;
    }

    /** Adds all units of another. */
    public void merge(RatioSpread other) {
        a.merge(other.a);
        b.merge(other.b);
        aa.merge(other.aa);
        ab.merge(other.ab);
        bb.merge(other.bb);
        n += other.n;
    }

    /** How many units there are. */
    public long n() {
        return n;
    }

    /** Degrees of freedom: a unit less than there are. */
    public double freedom() {
        return n - 1.0;
    }

    /** The ratio; NaN for no units. */
    public double ratio() {
        return a.over(b);
    }

    /** The standard error of the ratio; NaN for fewer than two units, or where a number was not finite. */
    public double standardError() {
        if (n < 2 || a.hasStrange() || aa.hasStrange() || bb.hasStrange() || b.isZero()) {
            return Double.NaN;
        }
        Dyadic sumA = a.dyadic();
        Dyadic sumB = b.dyadic();
        Dyadic squareB = sumB.times(sumB);
        Dyadic spread = squareB.times(aa.dyadic())
                .minus(sumA.times(sumB).times(ab.dyadic()).times(Dyadic.of(2)))
                .plus(sumA.times(sumA).times(bb.dyadic()));
        if (spread.signum() <= 0) {
            return 0;
        }
        return spread.times(Dyadic.of(n)).rootOver(squareB.times(squareB).times(Dyadic.of(n - 1)));
    }

    /** The t interval of the ratio. */
    public Bounds interval(double level) {
        return Bounds.t(ratio(), standardError(), freedom(), level);
    }

    /**
     * The two-sided p-value of the ratio being 0, by Student's t; 1 where every unit is 0, NaN for fewer than two.
     */
    public double p() {
        double error = standardError();
        double ratio = ratio();
        return ratio == 0 && error == 0 ? 1 : StudentT.bothTails(ratio / error, freedom());
    }

    /** Takes the sums down. */
    public void save(StateWriter out) {
        out.integer(n);
        for (ExactSum sum : new ExactSum[] {a, b, aa, ab, bb}) {
            out.sum(sum);
        }
    }

    /** Adds what was taken down of other units. */
    public void load(StateReader in) {
        n += in.integer();
        for (ExactSum sum : new ExactSum[] {a, b, aa, ab, bb}) {
            in.addSumTo(sum);
        }
    }
}
