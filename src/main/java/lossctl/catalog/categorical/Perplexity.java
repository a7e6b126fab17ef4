package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
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
        sums.at(1).add(weight);
        if (weight == 0) {
            return;
        }
        // the exponential magnifies what a double loses of a logarithm
        Twofold cost = fromLogits
                ? Softmax.sharp(prediction).sharpCost(label)
                : Elementary.sharpLog(prediction[label]).negated();
        sums.at(0).addProduct(cost.high(), weight);
        sums.at(0).addProduct(cost.low(), weight);
    }

    @Override
    public double value(Sums sums) {
        if (sums.at(1).isZero()) {
            throw new UndefinedLoss("every weight is 0");
        }
        Twofold mean = sums.at(0).sharpOver(sums.at(1));
        return Elementary.sharpExp(mean.high(), mean.low()).value();
    }

    @Override
    public Steps steps(Samples samples) {
        double[] costs = new double[samples.count()];
        for (int i = 0; i < costs.length; i++) {
            int label = (int) samples.truth()[i];
            costs[i] = fromLogits
                    ? Softmax.sharp(samples.vector(0, i)).sharpCost(label).value()
                    : -Elementary.log(samples.vector(0, i)[label]);
        }
        return new Steps().with("costs", costs).weighing(samples.weights()).giving("exp(mean of costs[i])");
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
        Softmax softmax = Softmax.sharp(prediction);
        CompensatedSum others = new CompensatedSum();
        for (int j = 0; j < gradient.length; j++) {
            if (j != label) {
                gradient[j] = scale * softmax.share(j);
                if (softmax.share(j) < Double.MIN_NORMAL) {
                    // the perplexity may be as great as a share is small
                    Twofold log = sums.at(0).sharpOver(sums.at(1)).minus(softmax.sharpCost(j));
                    gradient[j] = Elementary.sharpExp(log.high(), log.low()).value()
                            * weight
                            / sums.at(1).value();
                }
                others.add(gradient[j]);
            }
        }
        gradient[label] = 0 - others.value();
    }
}
