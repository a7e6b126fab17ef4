package lossctl.catalog.categorical;

import lossctl.num.CompensatedSum;
import lossctl.num.Dyadic;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/**
 * The probabilities that scores stand for, {@code e^x[j] / sum of e^x[i]}, with their logarithms and complements. The
 * greatest score is kept apart, so that neither a probability near 1 nor its complement loses digits.
 */
public final class Softmax {
    /** How much greater the terms of a difference may be than itself before more digits of them are asked for. */
    private static final double CANCELS = 4;

    /** Complements below it have not all digits of a double, or would lose them in a multiple. */
    private static final double LEAST = 0x1p-960;

    private static final int LIFT = 600;
    private static final Twofold LN_2 = new Twofold(0.6931471805599453, 2.3190468138462996e-17);

    private final double[] scores;
    /** What the scores are more than doubles hold; null for nothing. */
    private final double[] rests;

    private final double[] factors;
    private final double[] powers;
    private int best;
    private final double others;
    private Twofold[] sharp;
    private Twofold sharpOthers;

    /** Of these scores, which are not copied. */
    public Softmax(double[] scores) {
        this(scores, null, null, false);
    }

    /** The same with a factor before each exponential; null for 1. */
    Softmax(double[] scores, double[] factors) {
        this(scores, null, factors, false);
    }

    /** The same with all digits of two doubles, for powers and sums that would magnify the error of one. */
    public static Softmax sharp(double[] scores) {
        return new Softmax(scores, null, null, true);
    }

    /** The same of scores in two doubles. */
    static Softmax sharp(Twofold[] scores) {
        double[] highs = new double[scores.length];
        double[] rests = new double[scores.length];
        for (int j = 0; j < scores.length; j++) {
            highs[j] = scores[j].high();
            rests[j] = scores[j].low();
        }
        return new Softmax(highs, rests, null, true);
    }

    private Softmax(double[] scores, double[] rests, double[] factors, boolean isSharp) {
        this.scores = scores;
        this.rests = rests;
        this.factors = factors;
        powers = new double[scores.length];
        for (int j = 1; j < scores.length; j++) {
            if (rests == null
                    ? scores[j] - scores[best] + logRatio(j, best) > 0
                    : lead(j, best).high() > 0) {
                best = j;
            }
        }
        if (isSharp) {
            sharpen();
            for (int j = 0; j < scores.length; j++) {
                powers[j] = sharp[j].high();
            }
            others = sharpOthers.high();
            return;
        }
        CompensatedSum rest = new CompensatedSum();
        for (int j = 0; j < scores.length; j++) {
            powers[j] = Elementary.expOfDifference(scores[j], scores[best]);
            if (factors != null) {
                powers[j] = powers[j] > Double.MIN_NORMAL ? factors[j] / factors[best] * powers[j] : far(j);
            }
            rest.add(j == best ? 0 : powers[j]);
        }
        others = rest.value();
    }

    /** The same of an exponential that has less digits than a double has room for. */
    private double far(int j) {
        Twofold ratio = Twofold.of(factors[j]).over(Twofold.of(factors[best]));
        Twofold power = Twofold.sum(scores[j], -scores[best]).plus(ratio.log());
        return Elementary.sharpExp(power.high(), power.low()).value();
    }

    /** Exponentials in two doubles, of scores without factors. */
    private void sharpen() {
        sharp = new Twofold[scores.length];
        sharpOthers = Twofold.of(0);
        for (int j = 0; j < sharp.length; j++) {
            Twofold difference = lead(j, best);
            sharp[j] = Elementary.sharpExp(difference.high(), difference.low());
            sharpOthers = j == best ? sharpOthers : sharpOthers.plus(sharp[j]);
        }
    }

    /** By how much the score of {@code j} is greater. */
    private Twofold lead(int j, int other) {
        Twofold difference = Twofold.sum(scores[j], -scores[other]);
        return rests == null ? difference : difference.plus(Twofold.sum(rests[j], -rests[other]));
    }

    private double logRatio(int i, int j) {
        return factors == null ? 0 : Elementary.log(factors[i] / factors[j]);
    }

    /** The probability of class {@code j}. */
    public double share(int j) {
        return powers[j] / (1 + others);
    }

    /** The probability of all classes but {@code j}. */
    public double rest(int j) {
        return (j == best ? others : 1 + (others - powers[j])) / (1 + others);
    }

    /** The same in two doubles, as sharp as the sum of the others. */
    Twofold exactRest(int j) {
        if (sharp != null) {
            return sharpRest(j);
        }
        Twofold all = Twofold.sum(1, others);
        return (j == best ? Twofold.of(others) : all.plus(-powers[j])).over(all);
    }

    /** {@link #share} of a sharp softmax. */
    Twofold sharpShare(int j) {
        return sharp[j].over(sharpOthers.plus(1));
    }

    private Twofold sharpRest(int j) {
        Twofold all = sharpOthers.plus(1);
        return (j == best ? sharpOthers : all.minus(sharp[j])).over(all);
    }

    /** {@code share(j) others - rest(j) own}, without factors, with the digits that are left where both are nearly the same. */
    public double pull(int j, Twofold others, Twofold own) {
        double up = share(j) * others.high();
        double down = rest(j) * own.high();
        if (Math.abs(up - down) * CANCELS >= Math.abs(up)) {
            return up - down;
        }
        if (sharp == null) {
            sharpen();
        }
        return sharpShare(j).times(others).minus(sharpRest(j).times(own)).value();
    }

    /**
     * By what power of two the complement of class {@code j} has to be multiplied for all digits of a double; 0 if it has
     * them.
     */
    int lift(int j) {
        return j == best && others < LEAST && others > 0 ? LIFT : 0;
    }

    /** The complement of class {@code j} times this power of two. */
    double liftedRest(int j) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < scores.length; i++) {
            if (i != j) {
                Twofold difference = Twofold.sum(scores[i], -scores[j]);
                // e^x 2^k, whose exponent no double can hold to the last digit
                Twofold lifted = difference.plus(LN_2.times(LIFT));
                sum.add(Elementary.sharpExp(lifted.high(), lifted.low()).value());
            }
        }
        return sum.value();
    }

    /** The same of plain scores, with their exact difference. */
    public Dyadic exactCost(int j) {
        Twofold rest = Elementary.sharpLog1p(sharpOthers);
        return Dyadic.of(scores[best])
                .minus(Dyadic.of(scores[j]))
                .plus(Dyadic.of(rest.high()))
                .plus(Dyadic.of(rest.low()));
    }

    /** Whether exponentials have the digits of two doubles. */
    boolean isSharp() {
        return sharp != null;
    }

    /** {@link #cost} in two doubles, of a sharp softmax. */
    public Twofold sharpCost(int j) {
        return Elementary.sharpLog1p(sharpOthers).plus(lead(best, j));
    }

    /** A quarter of {@link #cost}, without factors: a number where that is past the range of doubles. */
    public double quarterCost(int j) {
        Twofold difference = Twofold.sum(scores[best] / 4, -scores[j] / 4);
        return difference.high() + (difference.low() + Elementary.log1p(others) / 4);
    }

    /** The negative logarithm of {@link #share}. */
    double cost(int j) {
        if (factors == null || j == best) {
            Twofold difference = Twofold.sum(scores[best], -scores[j]);
            return difference.high() + (difference.low() + Elementary.log1p(others));
        }
        Twofold ratio = Twofold.of(factors[best]).over(Twofold.of(factors[j]));
        return Twofold.sum(scores[best], -scores[j])
                .plus(ratio.log())
                .plus(Elementary.log1p(others))
                .value();
    }
}
