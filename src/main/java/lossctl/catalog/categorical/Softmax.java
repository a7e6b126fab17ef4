package lossctl.catalog.categorical;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/**
 * The probabilities that scores stand for, {@code e^x[j] / sum of e^x[i]}, with their logarithms and complements. The
 * greatest score is kept apart, so that neither a probability near 1 nor its complement loses digits.
 */
final class Softmax {
    private final double[] scores;
    private final double[] factors;
    private final double[] powers;
    private int best;
    private final double others;

    Softmax(double[] scores) {
        this(scores, null);
    }

    /** The same with a factor before each exponential; null for 1. */
    Softmax(double[] scores, double[] factors) {
        this.scores = scores;
        this.factors = factors;
        powers = new double[scores.length];
        for (int j = 1; j < scores.length; j++) {
            if (scores[j] - scores[best] + logRatio(j, best) > 0) {
                best = j;
            }
        }
        CompensatedSum rest = new CompensatedSum();
        for (int j = 0; j < scores.length; j++) {
            double factor = factors == null ? 1 : factors[j] / factors[best];
            powers[j] = factor * Elementary.expOfDifference(scores[j], scores[best]);
            rest.add(j == best ? 0 : powers[j]);
        }
        others = rest.value();
    }

    private double logRatio(int i, int j) {
        return factors == null ? 0 : Elementary.log(factors[i] / factors[j]);
    }

    /** The probability of class {@code j}. */
    double share(int j) {
        return powers[j] / (1 + others);
    }

    /** The probability of all classes but {@code j}. */
    double rest(int j) {
        return (j == best ? others : 1 + (others - powers[j])) / (1 + others);
    }

    /** The same in two doubles, as sharp as the sum of the others. */
    Twofold exactRest(int j) {
        Twofold all = Twofold.sum(1, others);
        return (j == best ? Twofold.of(others) : all.plus(-powers[j])).over(all);
    }

    /** The negative logarithm of {@link #share}. */
    double cost(int j) {
        return scores[best] - scores[j] + logRatio(best, j) + Elementary.log1p(others);
    }
}
