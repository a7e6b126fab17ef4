package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The exponential of the mean cross-entropy: among how many equal choices a forecast hesitates.
 *
 * @param fromLogits whether predictions are raw scores
 */
public record Perplexity(boolean fromLogits) implements SummaryLoss {
    public static final Spec SPEC = Spec.of("perplexity", new Perplexity(false))
            .summary("exponential of the mean cross-entropy of class indices")
            .aliases("ppl")
            .formula("exp(mean over samples of -ln p[truth]);  from logits p = softmax(x)")
            .slope(
                    "-perplexity / n / p[truth] at the true class;  from logits perplexity/n (softmax(x) - onehot(truth))")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("A true class of probability 0 makes it Infinity.")
            .example(Example.rows(new double[][] {{0}, {1}}, new double[][] {{0.5, 0.5}, {0.875, 0.125}})
                    .gives(4, -4, 0, 0, -16))
            .example(Example.rows(new double[][] {{0}, {1}}, new double[][] {{7, 7}, {3, 3}})
                    .with("from_logits", true)
                    .gives(2, -0.5, 0.5, 0.5, -0.5))
            .source("Jelinek et al. 1977, doi:10.1121/1.2016299; examples: by hand")
            .build();

    @Override
    public Loss with(Params params) {
        return new Perplexity(params.flag("from_logits"));
    }

    @Override
    public Domain truth() {
        return Domain.label();
    }

    @Override
    public Domain prediction() {
        return fromLogits ? Domain.row(Interval.REAL) : Domain.probabilities();
    }

    @Override
    public int sums(int outputs) {
        return 2;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        int label = (int) truth[0];
        double cost = fromLogits
                ? Elementary.logSumExpMinus(prediction, prediction.length, label)
                : -Elementary.log(prediction[label]);
        if (weight == 0) {
            cost = 0;
        } else if (!fromLogits && cost > 0 && cost <= Double.MAX_VALUE) {
            // the exponential magnifies what a double loses of a logarithm
            Twofold sharp = Elementary.sharpLog(prediction[label]);
            cost = -sharp.high();
            sums.at(0).addProduct(-sharp.low(), weight);
        }
        sums.at(0).addProduct(cost, weight);
        sums.at(1).add(weight);
    }

    @Override
    public double value(Sums sums) {
        if (sums.at(1).isZero()) {
            throw new UndefinedLoss("every weight is 0");
        }
        Twofold mean = mean(sums);
        return Elementary.sharpExp(mean.high(), mean.low()).value();
    }

    private static Twofold mean(Sums sums) {
        double mean = sums.at(0).over(sums.at(1));
        if (Double.isInfinite(mean)) {
            return Twofold.of(mean);
        }
        ExactSum rest = sums.at(0).copy();
        double weight = sums.at(1).value();
        rest.addProduct(-mean, weight);
        ExactSum lost = sums.at(1).copy();
        lost.add(-weight);
        rest.addProduct(-mean, lost.value());
        return new Twofold(mean, rest.value() / weight);
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        int label = (int) truth[0];
        double scale = value(sums) * weight / sums.at(1).value();
        Arrays.fill(gradient, 0);
        if (!fromLogits) {
            gradient[label] = scale == 0 ? 0 : -scale / prediction[label];
            return;
        }
        Softmax softmax = new Softmax(prediction);
        for (int j = 0; j < gradient.length; j++) {
            double share = j == label ? -softmax.rest(j) : softmax.share(j);
            // the perplexity may be as great as a share is small
            gradient[j] = j != label && share < Double.MIN_NORMAL
                    ? Elementary.exp(mean(sums).high() - softmax.cost(j))
                            * weight
                            / sums.at(1).value()
                    : scale * share;
        }
    }
}
