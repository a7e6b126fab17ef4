package lossctl.catalog.embedding;

import java.util.Arrays;
import lossctl.loss.Samples;
import lossctl.num.Dyadic;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

/** {@link Circle} of embeddings whose dot products, or the squares of these, are past the range of doubles. */
final class ExactCircle {
    private static final Dyadic ZERO = Dyadic.of(0);
    private static final Dyadic ONE = Dyadic.of(1);
    private static final Twofold LN_2 = Twofold.of(2).log();

    /** Below it a share makes nothing of the greatest slope that embeddings can have. */
    private static final double LEAST = -9000;

    private final Samples samples;
    private final int width;
    private final Dyadic gamma;
    private final Dyadic margin;

    ExactCircle(Samples samples, double gamma, double margin) {
        this.samples = samples;
        this.gamma = Dyadic.of(gamma);
        this.margin = Dyadic.of(margin);
        width = samples.outputs();
    }

    /** The loss of one sample. */
    double value(int i) {
        Dyadic exponent = new Pairs(i).exponent();
        if (exponent == null) {
            return 0;
        }
        Twofold size = exponent.twofold();
        Twofold rest = Elementary.sharpLog1p(Powers.power(size.high() > 0 ? size.negated() : size));
        return (size.high() > 0 ? size.plus(rest) : rest).value();
    }

    /** Adds the derivative of one sample's loss, times a factor. */
    void addGradient(int i, Dyadic factor, Dyadic[] gradient) {
        Pairs pairs = new Pairs(i);
        if (pairs.exponent() == null) {
            return;
        }
        Twofold exponent = pairs.exponent().twofold();
        // the logarithm of 1 / (1 + e^-exponent)
        Twofold below = exponent.high() > 0 ? Twofold.of(0) : exponent;
        Twofold rest = Elementary.sharpLog1p(Powers.power(exponent.high() > 0 ? exponent.negated() : exponent));
        Twofold pace = below.minus(rest);
        for (int j = 0; j < samples.count(); j++) {
            if (j != i) {
                Twofold log = pairs.logShare(j).plus(pace);
                Dyadic slope = power(log).times(pairs.slope(j)).times(factor);
                for (int d = 0; d < width; d++) {
                    add(gradient, i * width + d, slope.times(Dyadic.of(samples.prediction()[j * width + d])));
                    add(gradient, j * width + d, slope.times(Dyadic.of(samples.prediction()[i * width + d])));
                }
            }
        }
    }

    private static void add(Dyadic[] gradient, int at, Dyadic slope) {
        gradient[at] = slope.signum() == 0 ? gradient[at] : gradient[at].plus(slope);
    }

    /** e^x, x not above 0, which may be far below the range of doubles. */
    private static Dyadic power(Twofold x) {
        if (!(x.high() > LEAST)) {
            return ZERO;
        }
        int exponent = (int) Math.rint(x.high() / LN_2.high());
        Twofold near = x.minus(LN_2.times(exponent)).exp();
        Dyadic power = Dyadic.of(near.high()).plus(Dyadic.of(near.low()));
        return new Dyadic(power.units(), power.exponent() + exponent);
    }

    /** One sample's similarities with all others. */
    private final class Pairs {
        private final int own;
        private final Dyadic[] similarities = new Dyadic[samples.count()];
        private final Dyadic[] terms = new Dyadic[samples.count()];

        Pairs(int own) {
            this.own = own;
            for (int j = 0; j < terms.length; j++) {
                ExactSum dot = new ExactSum();
                for (int d = 0; d < width; d++) {
                    dot.addProduct(samples.prediction()[own * width + d], samples.prediction()[j * width + d]);
                }
                similarities[j] = dot.dyadic();
                terms[j] = term(j);
            }
        }

        private boolean isSame(int j) {
            return samples.truth()[j] == samples.truth()[own];
        }

        /** a or b of the formula. */
        private Dyadic pace(int j) {
            Dyadic s = similarities[j];
            Dyadic pace = isSame(j) ? margin.plus(ONE).minus(s) : margin.plus(s);
            return pace.signum() > 0 ? pace : ZERO;
        }

        private Dyadic term(int j) {
            Dyadic s = similarities[j];
            Dyadic lack = isSame(j) ? ONE.minus(margin).minus(s) : s.minus(margin);
            return pace(j).times(lack).times(gamma);
        }

        Dyadic slope(int j) {
            Dyadic s = similarities[j];
            Dyadic slope = (isSame(j) ? s.minus(ONE) : s).times(gamma).times(Dyadic.of(2));
            return pace(j).signum() > 0 ? slope : ZERO;
        }

        /** The greatest term of those like another; null where there is none. */
        private Dyadic top(boolean same) {
            Dyadic top = null;
            for (int j = 0; j < terms.length; j++) {
                if (j != own && isSame(j) == same) {
                    top = top == null || terms[j].minus(top).signum() > 0 ? terms[j] : top;
                }
            }
            return top;
        }

        /** The logarithm of a sum of exponentials of all terms of a kind, less the greatest of them. */
        private Twofold log(boolean same, Dyadic top) {
            Twofold others = Twofold.of(-1);
            for (int j = 0; j < terms.length; j++) {
                others = j != own && isSame(j) == same
                        ? others.plus(Powers.power(terms[j].minus(top).twofold()))
                        : others;
            }
            return Elementary.sharpLog1p(others);
        }

        /** The logarithm of the product of both sums; null where one has no terms. */
        Dyadic exponent() {
            Dyadic same = top(true);
            Dyadic other = top(false);
            if (same == null || other == null) {
                return null;
            }
            Twofold rest = log(true, same).plus(log(false, other));
            return same.plus(other).plus(Dyadic.of(rest.high())).plus(Dyadic.of(rest.low()));
        }

        /** The logarithm of the part that a term is of its sum. */
        Twofold logShare(int j) {
            Dyadic top = top(isSame(j));
            return terms[j].minus(top).twofold().minus(log(isSame(j), top));
        }
    }

    /** The derivative of the mean. */
    static double[] gradient(Samples samples, double gamma, double margin) {
        ExactCircle circle = new ExactCircle(samples, gamma, margin);
        ExactSum weight = new ExactSum();
        Dyadic[] gradient = new Dyadic[samples.prediction().length];
        Arrays.fill(gradient, ZERO);
        for (int i = 0; i < samples.count(); i++) {
            weight.add(samples.weight(i));
            circle.addGradient(i, Dyadic.of(samples.weight(i)), gradient);
        }
        Dyadic all = weight.dyadic();
        return Arrays.stream(gradient).mapToDouble(slope -> slope.over(all)).toArray();
    }
}
