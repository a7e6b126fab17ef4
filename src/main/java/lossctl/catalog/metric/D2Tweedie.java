package lossctl.catalog.metric;

import lossctl.catalog.likelihood.TweedieDeviance;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The share of the deviance that a model saves against the mean of the truths. */
public record D2Tweedie(double power) implements Skill {
    /** So many of the series are more than two doubles hold. */
    private static final int TERMS = 16;

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
        if (!(mean.high() > 0)) {
            throw new UndefinedLoss("the mean of the truths is not above 0: it is no rate to be held against");
        }
        double c = mean.high();
        // the best constant is no double, by which both costs are greater
        double off = mean.low() / c;
        ExactSum naive = new ExactSum();
        ExactSum saved = new ExactSum();
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            if (weight > 0) {
                add(naive, weight, truths[i] > 0 ? gain(truths[i], truths[i], c) : whole(truths[i] / c));
                add(saved, weight, gain(truths[i], predictions[i], c));
                naive.addProduct(-weight, off * off / 2);
                saved.addProduct(-weight, off * off / 2);
            }
        }
        if (naive.hasStrange()) {
            throw new UndefinedLoss("the constant costs more than any double");
        }
        return new Costs(naive.dyadic(), saved.hasStrange() ? null : saved.dyadic());
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
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            sum.addProduct(weight, truths[i]);
            all.add(weight);
        }
        return sum.sharpOver(all);
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

    /** The integral of {@code 2-q} less that of {@code 1-q}: of a small y, by its series. */
    private Twofold excess(Twofold y) {
        Twofold a = Twofold.sum(2, -power);
        Twofold b = Twofold.sum(1, -power);
        if (Math.abs(y.high()) * Math.max(1, Math.abs(power)) > 0x1p-8) {
            return integral(a, y).minus(integral(b, y));
        }
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
