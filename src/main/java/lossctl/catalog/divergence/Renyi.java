package lossctl.catalog.divergence;

import lossctl.loss.BadParameter;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The divergence of Renyi, of a chosen order.
 *
 * @param alpha the order
 */
public record Renyi(double alpha) implements RowLoss {
    /** Times a greater order, logarithms would be past the range of doubles; none of those gives anything else. */
    private static final Interval ORDERS = new Interval(0, true, 1e300, false);

    public static final Spec SPEC = Spec.of("renyi", new Renyi(2))
            .summary("Renyi divergence of the prediction from the truth")
            .aliases("renyi_divergence")
            .formula("ln(sum over j of t[j]^alpha p[j]^(1 - alpha)) / (alpha - 1)")
            .slope("-(t[j] / p[j])^alpha / sum of t[i]^alpha p[i]^(1 - alpha)")
            .param("alpha", 2, ORDERS, "the order; not 1, which is kld")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE, Trait.PROPER)
            .note("From order 1 on, a prediction of 0 for what is possible costs Infinity.")
            .example(Example.row(new double[] {1, 0}, 0.5, 0.5).gives(0.6931471805599453, -2, 0))
            .example(Example.row(new double[] {1, 0}, 0.25, 0.75)
                    .with("alpha", 0.5)
                    .gives(1.3862943611198906, -4, 0))
            .example(Example.row(new double[] {1, 0}, 1e-160, 1).gives(368.41361487904734, -1e160, 0))
            .plot(0, 1)
            .source("Renyi 1961, On measures of entropy and information; examples: ln 2, 2 ln 2, 160 ln 10")
            .build();

    /** How little the sum differs from 1 where the difference is summed up, which is 0 for equal rows. */
    private static final double NEAR = 0.25;

    @Override
    public Renyi with(Params params) {
        double alpha = params.number("alpha");
        if (alpha == 1) {
            throw new BadParameter("--alpha 1 is kld");
        }
        return new Renyi(alpha);
    }

    @Override
    public Domain truth() {
        return Domain.probabilities();
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public double value(double[] truth, double[] p) {
        ExactSum excess = new ExactSum();
        excess.add(-1);
        for (int j = 0; j < p.length; j++) {
            if (truth[j] > 2 * p[j] || p[j] > 2 * truth[j]) {
                Twofold log = term(truth[j], p[j]);
                Twofold term = Elementary.sharpExp(log.high(), log.low());
                excess.add(term.high());
                excess.add(term.low());
            } else if (truth[j] > 0) {
                excess.add(Powers.bent(truth[j], p[j], alpha).value());
                excess.add(p[j]);
                excess.addProduct(alpha, truth[j]);
                excess.addProduct(-alpha, p[j]);
            }
        }
        double near = excess.value();
        return Math.abs(near) < NEAR
                ? 0 + Elementary.log1p(near) / (alpha - 1)
                : 0 + new Terms(truth, p).log().over(Twofold.sum(alpha, -1)).value();
    }

    /** The logarithm of a term of the sum. */
    private Twofold term(double t, double p) {
        if (t == 0 || p == 0) {
            return Twofold.of(t == 0 || alpha < 1 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        Twofold log = Twofold.of(p).log();
        return Twofold.of(t).log().minus(log).times(alpha).plus(log);
    }

    /** The terms of the sum by their logarithms: they may be past the range of doubles. */
    private final class Terms {
        private final Twofold[] logs;
        private Twofold top = Twofold.of(Double.NEGATIVE_INFINITY);

        Terms(double[] truth, double[] p) {
            logs = new Twofold[p.length];
            for (int j = 0; j < p.length; j++) {
                logs[j] = term(truth[j], p[j]);
                top = logs[j].high() > top.high() ? logs[j] : top;
            }
        }

        /** The logarithm of their sum. */
        Twofold log() {
            if (Double.isInfinite(top.high())) {
                return top;
            }
            Twofold sum = Twofold.of(0);
            for (Twofold log : logs) {
                Twofold lead = log.minus(top);
                sum = log.high() == Double.NEGATIVE_INFINITY
                        ? sum
                        : sum.plus(Elementary.sharpExp(lead.high(), lead.low()));
            }
            return sum.log().plus(top);
        }
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        Terms terms = new Terms(truth, p);
        Twofold all = terms.log();
        for (int j = 0; j < p.length; j++) {
            Twofold share = terms.logs[j];
            if (Double.isInfinite(share.high()) || Double.isInfinite(all.high())) {
                gradient[j] = truth[j] == 0 ? 0 : p[j] == 0 ? Double.NEGATIVE_INFINITY : -0.0;
            } else {
                Twofold slope = share.minus(Twofold.of(p[j]).log()).minus(all);
                gradient[j] = -Elementary.sharpExp(slope.high(), slope.low()).value();
            }
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        double[] slopes = new double[p.length];
        gradient(truth, p, slopes);
        Terms terms = new Terms(truth, p);
        Twofold all = terms.log();
        for (int j = 0; j < p.length; j++) {
            double others = 0;
            for (int i = 0; i < p.length; i++) {
                others += i == j ? 0 : share(terms.logs[i].minus(all));
            }
            // two parts that are not negative
            double both = (p[j] == 0 ? 0 : share(terms.logs[j].minus(all))) + alpha * others;
            Twofold part = terms.logs[j].minus(all).minus(Twofold.of(p[j]).log().times(2));
            diagonal[j] = slopes[j] == 0
                    ? 0
                    : p[j] == 0 ? Double.POSITIVE_INFINITY : share(part.plus(Elementary.sharpLog(both)));
        }
    }

    private static double share(Twofold log) {
        return Double.isNaN(log.high())
                ? 0
                : Elementary.sharpExp(log.high(), log.low()).value();
    }
}
