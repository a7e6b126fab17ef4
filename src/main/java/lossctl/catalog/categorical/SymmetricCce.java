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
 * The cross-entropy with its reverse added, which bears wrong labels.
 *
 * @param alpha the factor of the cross-entropy
 * @param beta the factor of the reverse cross-entropy
 * @param floor what -ln 0 counts as in the reverse cross-entropy
 */
public record SymmetricCce(double alpha, double beta, double floor) implements TermLoss, Terms {
    public static final Spec SPEC = Spec.of("symmetric_cce", new SymmetricCce(0.1, 1, 4))
            .summary("symmetric cross-entropy, for labels of which some are wrong")
            .aliases("symmetric_cross_entropy", "sce", "symmetric_cce_loss")
            .formula("sum over classes of t[j] (-alpha ln p[j] + beta floor (1 - p[j]));  from logits p = softmax(x)")
            .slope(
                    "-t[j] (alpha/p[j] + beta floor);  from logits -t[j] S[j] + p[j] sum of t[i] S[i], S = alpha + beta floor p")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("alpha", 0.1, Interval.NON_NEGATIVE, "factor of the cross-entropy")
            .param("beta", 1, Interval.NON_NEGATIVE, "factor of the reverse cross-entropy")
            .param("floor", 4, Interval.NON_NEGATIVE, "what -ln 0 counts as in the reverse cross-entropy")
            .accepts(Adjustment.CLIP, Adjustment.NORMALIZE)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("The reverse cross-entropy -sum of p[j] ln t[j] of a one-hot truth is floor (1 - p[truth]).")
            .note("The truth of a row may be the index of its class.")
            .example(Example.row(new double[] {0, 1}, 0.5, 0.5)
                    .with("alpha", 1.0)
                    .gives(2.6931471805599454, 0, -6))
            .plot(0, 1)
            .source("Wang et al. 2019, doi:10.1109/ICCV.2019.00041; example: 2 + ln 2")
            .build();

    @Override
    public Loss with(Params params) {
        SymmetricCce terms = new SymmetricCce(params.number("alpha"), params.number("beta"), params.number("floor"));
        return params.flag("from_logits") ? new TermScores(terms) : terms;
    }

    @Override
    public Terms terms() {
        return this;
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            double pull = alpha == 0 ? 0 : Elementary.productOver(truth[j], alpha, p[j]);
            gradient[j] = truth[j] == 0 ? 0 : -pull - truth[j] * beta * floor;
        }
    }

    @Override
    public double factor(double[] truth, int j) {
        return truth[j];
    }

    @Override
    public double cost(Twofold rest, double entropy) {
        return rest.times(beta * floor).plus(alpha == 0 ? 0 : alpha * entropy).value();
    }

    @Override
    public double pace() {
        return alpha;
    }

    @Override
    public boolean isSteep() {
        return false;
    }

    @Override
    public double tail() {
        return alpha + beta * floor;
    }

    @Override
    public Twofold slope(Twofold share, Twofold rest, Twofold entropy) {
        return share.times(-beta * floor).plus(-alpha);
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = truth[j] == 0 || alpha == 0 ? 0 : alpha * truth[j] / p[j] / p[j];
        }
    }

    @Override
    public double bend(double share, double rest, double entropy) {
        return -beta * floor * share;
    }
}
