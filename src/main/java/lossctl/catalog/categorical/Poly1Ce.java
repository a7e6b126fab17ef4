package lossctl.catalog.categorical;

import lossctl.loss.Adjustment;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The cross-entropy with its first power of the missing probability reweighed.
 *
 * @param epsilon what is added to the weight 1 of the first power
 */
public record Poly1Ce(double epsilon) implements TermLoss, Terms {
    public static final Spec SPEC = Spec.of("poly1_ce", new Poly1Ce(2))
            .summary("cross-entropy plus epsilon times the probability that is missing")
            .aliases("poly_loss", "poly_loss_cross_entropy", "poly1_cross_entropy")
            .formula("sum over classes of t[j] (-ln p[j] + epsilon (1 - p[j]));  from logits p = softmax(x)")
            .slope(
                    "-t[j] (1/p[j] + epsilon);  from logits -t[j] (1 + epsilon p[j]) + p[j] sum of t[i] (1 + epsilon p[i])")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("epsilon", 2, Interval.atLeast(-1), "what is added to the weight 1 of the first power of 1 - p")
            .accepts(Adjustment.CLIP, Adjustment.NORMALIZE)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("A true class of probability 0 costs Infinity.")
            .note("The truth of a row may be the index of its class.")
            .example(Example.row(new double[] {0, 1}, 0.5, 0.5).gives(1.6931471805599454, 0, -4))
            .example(Example.row(new double[] {0, 1}, 3, 3)
                    .with("from_logits", true)
                    .gives(1.6931471805599454, 1, -1))
            .plot(0, 1)
            .source("Leng et al. 2022, arXiv:2204.12511; examples: 1 + ln 2")
            .build();

    @Override
    public Loss with(Params params) {
        Poly1Ce terms = new Poly1Ce(params.number("epsilon"));
        return params.flag("from_logits") ? new TermScores(terms) : terms;
    }

    @Override
    public Terms terms() {
        return this;
    }

    @Override
    public double factor(double[] truth, int j) {
        return truth[j];
    }

    @Override
    public double cost(Twofold rest, double entropy) {
        double r = rest.high();
        if (epsilon >= 0 || r > 0.9) {
            return rest.times(epsilon).plus(entropy).value();
        }
        // entropy - rest cancels where little is missing
        if (r > 1e-3) {
            return rest.times(epsilon).minus(rest.negated().plus(1).log()).value();
        }
        return rest.low() * (r / (1 - r)) - Elementary.log1pMinus(-r) + (1 + epsilon) * r;
    }

    @Override
    public double pace() {
        return 1;
    }

    @Override
    public boolean isSteep() {
        return epsilon < 0;
    }

    @Override
    public double tail() {
        return 1 + epsilon;
    }

    @Override
    public Twofold slope(Twofold share, Twofold rest, Twofold entropy) {
        return epsilon < 0
                ? rest.times(epsilon).minus(Twofold.sum(1, epsilon))
                : share.times(-epsilon).plus(-1);
    }

    @Override
    public double bend(double share, double rest, double entropy) {
        return -epsilon * share;
    }
}
