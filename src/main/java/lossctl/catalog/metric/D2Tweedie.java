package lossctl.catalog.metric;

import lossctl.catalog.likelihood.TweedieDeviance;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;
import lossctl.num.FarTwofold;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The share of the deviance that a model saves against the mean of the truths. */
public record D2Tweedie(double power) implements Skill {
    /** So many of the series are more than two doubles hold. */
    private static final int TERMS = 16;

    /** Up to here an exponential in two doubles has the digits of two. */
    private static final double GREATEST_LOG = 690;

    /** A mean below it has not the digits of two doubles. */
    private static final double LEAST = 1e-270;

    public static final Spec SPEC = Spec.of("d2_tweedie", new D2Tweedie(0))
            .summary("share of the Tweedie deviance that is saved against the mean")
            .aliases("d2_tweedie_score")
            .formula("1 - tweedie_deviance(truth, prediction) / tweedie_deviance(truth, mean truth)")
            .param("power", 0, Interval.REAL, "power of the mean that the variance is; not between 0 and 1")
            .score()
            .note("r2 at power 0. The domains are those of tweedie_deviance.")
            .note("Several outputs: the mean of each output's own.")
            .note("A constant truth gives 1 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{0.5}, {1}, {2.5}, {7}}, new double[][] {{1}, {1}, {5}, {3.5}})
                    .gives(0.2857142857142857))
            .example(Example.rows(new double[][] {{0.5}, {1}, {2.5}, {7}}, new double[][] {{1}, {1}, {5}, {3.5}})
                    .with("power", 1.0)
                    .gives(0.4879151349031141))
            .example(Example.rows(new double[][] {{0.5}, {1}, {2.5}, {7}}, new double[][] {{1}, {1}, {5}, {3.5}})
                    .with("power", 2.0)
                    .gives(0.6307842435505156))
            .source("Hastie, Tibshirani and Wainwright 2015, Statistical Learning with Sparsity, 3.7;"
                    + " examples: scikit-learn, d2_tweedie_score")
            .build();

    @Override
    public D2Tweedie with(Params params) {
        return new D2Tweedie(new TweedieDeviance(params.number("power")).power());
    }

    @Override
    public PointwiseLoss loss() {
        return new TweedieDeviance(power);
    }

    @Override
    public double constant(double[] truths, double[] weights) {
        return mean(truths, weights).value();
    }

    @Override
    public Costs costs(double[] truths, double[] predictions, double[] weights) {
        if (power == 0) {
            return squares(truths, predictions, weights);
        }
        Twofold mean = mean(truths, weights);
        if (!(mean.high() >= LEAST)) {
            return far(truths, predictions, weights);
        }
        double c = mean.high();
        // the best constant is no double, by which both costs are greater
        double off = mean.low() / c;
        ExactSum naive = new ExactSum();
        ExactSum saved = new ExactSum();
        boolean isFar = false;
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            if (weight > 0) {
                isFar |= isFar(truths[i] / c) || isFar(predictions[i] / c);
                add(naive, weight, truths[i] > 0 ? gain(truths[i], truths[i], c) : whole(truths[i] / c));
                add(saved, weight, gain(truths[i], predictions[i], c));
                naive.addProduct(-weight, off * off / 2);
                saved.addProduct(-weight, off * off / 2);
            }
        }
        return isFar || naive.hasStrange() || saved.hasStrange()
                ? far(truths, predictions, weights)
                : new Costs(naive.dyadic(), saved.dyadic());
    }

    /** Whether a power of a quotient may be past the range of doubles. */
    private boolean isFar(double ratio) {
        double size = Math.abs(ratio);
        return size != 0 && !(Math.abs(Elementary.log(size)) * (2 + Math.abs(power)) < GREATEST_LOG);
    }

    /** The same of numbers of which the powers are past the range of doubles, in a unit that both costs have in common. */
    private Costs far(double[] truths, double[] predictions, double[] weights) {
        ExactSum sum = new ExactSum();
        ExactSum all = new ExactSum();
        addTo(sum, all, truths, weights);
        if (sum.signum() <= 0) {
            throw new UndefinedLoss("the mean of the truths is not above 0: it is no rate to be held against");
        }
        Dyadic total = sum.dyadic();
        Dyadic weight = all.dyadic();
        FarTwofold[] naive = new FarTwofold[truths.length];
        FarTwofold[] saved = new FarTwofold[truths.length];
        long unit = Long.MIN_VALUE;
        for (int i = 0; i < truths.length; i++) {
            if (weights == null || weights[i] > 0) {
                Dyadic t = Dyadic.of(truths[i]).times(weight);
                naive[i] = truths[i] > 0 ? farGain(t, total, t.logOver(total)) : farWhole(t, total);
                saved[i] = farGain(
                        t, total, Dyadic.of(predictions[i]).times(weight).logOver(total));
                if (Double.isNaN(saved[i].mantissa().high())
                        || Double.isInfinite(saved[i].mantissa().high())) {
                    return new Costs(Dyadic.of(1), null);
                }
                unit = naive[i].mantissa().high() == 0 ? unit : Math.max(unit, naive[i].exponent());
            }
        }
        ExactSum naiveSum = new ExactSum();
        ExactSum savedSum = new ExactSum();
        for (int i = 0; i < truths.length; i++) {
            if (naive[i] != null) {
                double each = weights == null ? 1 : weights[i];
                naive[i].addTo(naiveSum, each, unit);
                saved[i].addTo(savedSum, each, unit);
            }
        }
        if (naiveSum.hasStrange()) {
            throw new UndefinedLoss("the constant costs more than any double");
        }
        return new Costs(naiveSum.dyadic(), savedSum.hasStrange() ? null : savedSum.dyadic());
    }

    /** {@link #gain}, of {@code t}, {@code c} and {@code ln(p / c)}. */
    private FarTwofold farGain(Dyadic t, Dyadic c, Twofold y) {
        FarTwofold lower = farIntegral(Twofold.sum(1, -power), y);
        return isNear(y)
                ? FarTwofold.quotient(t.minus(c), c).times(lower).minus(FarTwofold.of(excess(y)))
                : FarTwofold.quotient(t, c).times(lower).minus(farIntegral(Twofold.sum(2, -power), y));
    }

    private static FarTwofold farIntegral(Twofold a, Twofold y) {
        if (a.high() == 0) {
            return FarTwofold.of(y);
        }
        Twofold power = y.times(a);
        FarTwofold growth = Math.abs(power.high()) < 1
                ? FarTwofold.of(power.expm1())
                : FarTwofold.exp(power).minus(FarTwofold.of(Twofold.of(1)));
        return growth.over(a);
    }

    private FarTwofold farWhole(Dyadic t, Dyadic total) {
        FarTwofold whole = FarTwofold.of(Twofold.of(1).over(Twofold.sum(2, -power)));
        return t.signum() == 0
                ? whole
                : whole.minus(FarTwofold.quotient(t, total).over(Twofold.sum(1, -power)));
    }

    private static Costs squares(double[] truths, double[] predictions, double[] weights) {
        R2 r2 = new R2();
        Sums sums = new Sums(r2.sums(1), 1);
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            r2.add(sums, new double[] {truths[i]}, new double[] {predictions[i]}, weight);
        }
        Dyadic spread = Explained.spread(sums, 0);
        return new Costs(spread, spread.minus(r2.missed(sums, 0, spread)));
    }

    private static Twofold mean(double[] truths, double[] weights) {
        ExactSum sum = new ExactSum();
        ExactSum all = new ExactSum();
        addTo(sum, all, truths, weights);
        return sum.sharpOver(all);
    }

    private static void addTo(ExactSum sum, ExactSum all, double[] truths, double[] weights) {
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            sum.addProduct(weight, truths[i]);
            all.add(weight);
        }
    }

    private static void add(ExactSum sum, double weight, Twofold value) {
        // differences of infinities: the prediction is so far off
        double high = Double.isNaN(value.high()) ? Double.NEGATIVE_INFINITY : value.high();
        sum.addProduct(weight, high);
        sum.addProduct(weight, Double.isInfinite(high) ? 1 : value.low());
    }

    /** How much less half a deviance p has than c, over {@code c^(2-q)}: the integral from c to p of {@code (t - u) / u^q}. */
    private Twofold gain(double t, double p, double c) {
        Twofold y = Twofold.logRatio(Twofold.of(p), Twofold.of(c), Twofold.sum(p, -c));
        if (!isNear(y)) {
            // of its parts none is far above the whole
            Twofold lower = integral(Twofold.sum(1, -power), y);
            return Twofold.of(t).over(Twofold.of(c)).times(lower).minus(integral(Twofold.sum(2, -power), y));
        }
        Twofold apart = Twofold.sum(t, -c).over(Twofold.of(c));
        return apart.times(integral(Twofold.sum(1, -power), y)).minus(excess(y));
    }

    /** The same of a truth not above 0, which is met best by 0. */
    private Twofold whole(double t) {
        return Twofold.of(1 / (2 - power) - (t == 0 ? 0 : t / (1 - power)));
    }

    /** {@code (e^(a y) - 1) / a}. */
    private static Twofold integral(Twofold a, Twofold y) {
        return a.high() == 0 ? y : y.times(a).expm1().over(a);
    }

    private boolean isNear(Twofold y) {
        return Math.abs(y.high()) * Math.max(1, Math.abs(power)) <= 0x1p-8;
    }

    /** The integral of {@code 2-q} less that of {@code 1-q}: of a small y, by its series. */
    private Twofold excess(Twofold y) {
        Twofold a = Twofold.sum(2, -power);
        Twofold b = Twofold.sum(1, -power);
        Twofold factor = Twofold.of(1);
        Twofold powers = b;
        Twofold term = y.times(y).scaled(-1);
        Twofold sum = term;
        for (int k = 3; k < TERMS; k++) {
            factor = factor.times(a).plus(powers);
            powers = powers.times(b);
            term = term.times(y).over(Twofold.of(k));
            sum = sum.plus(term.times(factor));
        }
        return sum;
    }
}
