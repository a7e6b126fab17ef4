package lossctl.catalog.categorical;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The cross-entropy of scores to which the logarithms of how frequent classes are were added.
 *
 * @param tau how much the priors count
 * @param priors how frequent each class is; null where all are alike
 */
public record LogitAdjusted(double tau, double[] priors) implements ClassLoss {
    public static final Spec SPEC = Spec.of("logit_adjusted", new LogitAdjusted(1, null))
            .summary("cross-entropy of scores adjusted by how frequent classes are")
            .aliases("logit_adjusted_loss", "logit_adjustment")
            .formula("q = softmax(x);  with priors: q = softmax(x + tau ln priors);  -ln q[truth]")
            .slope("q - onehot(truth)")
            .param("tau", 1, Interval.REAL, "how much the priors count")
            .numbers(
                    "priors", Interval.POSITIVE, "how frequent each class is, from class 0; without them all are alike")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Priors need not sum to 1: a common factor changes nothing.")
            .example(Example.row(new double[] {1}, 0, 0)
                    .with("priors", new double[] {3, 1})
                    .gives(1.3862943611198906, 0.75, -0.75))
            .source("Menon et al. 2021, arXiv:2007.07314; example: 2 ln 2")
            .build();

    /** Factors down to this, and up to one over it, have quotients in the range of doubles. */
    private static final double LEAST = 1e-150;

    @Override
    public LogitAdjusted with(Params params) {
        return new LogitAdjusted(params.number("tau"), params.numbers("priors"));
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    /** Priors stay factors: their logarithms would cost digits beside the scores. */
    private Softmax adjusted(double[] x) {
        if (priors == null) {
            return new Softmax(x);
        }
        double[] factors = ClassFactors.check("--priors", priors, x.length).clone();
        boolean far = false;
        for (int j = 0; j < factors.length; j++) {
            factors[j] = tau == 1 ? factors[j] : Elementary.pow(factors[j], tau);
            far |= !(factors[j] > LEAST && factors[j] < 1 / LEAST);
        }
        return far ? Softmax.sharp(moved(x)) : new Softmax(x, factors);
    }

    /** The same with logarithms, less that of the greatest factor, where factors or their quotients leave the range. */
    private Twofold[] moved(double[] x) {
        double top = priors[0];
        for (double prior : priors) {
            top = tau > 0 ? Math.max(top, prior) : Math.min(top, prior);
        }
        Twofold[] moved = new Twofold[x.length];
        for (int j = 0; j < x.length; j++) {
            Twofold log = Twofold.of(priors[j]).log().minus(Twofold.of(top).log());
            moved[j] = log.times(tau).plus(x[j]);
        }
        return moved;
    }

    @Override
    public double value(int label, double[] x) {
        Softmax softmax = adjusted(x);
        return softmax.isSharp() ? softmax.sharpCost(label).value() : softmax.cost(label);
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        Softmax softmax = adjusted(x);
        for (int j = 0; j < x.length; j++) {
            gradient[j] = j == label ? -softmax.rest(j) : softmax.share(j);
        }
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        Softmax softmax = adjusted(x);
        for (int j = 0; j < x.length; j++) {
            diagonal[j] = softmax.share(j) * softmax.rest(j);
        }
    }
}
