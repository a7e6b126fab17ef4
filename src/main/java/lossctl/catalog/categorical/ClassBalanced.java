package lossctl.catalog.categorical;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The cross-entropy of scores, each class weighed by one over the number of samples that are not much like others.
 *
 * @param beta how soon more samples of a class tell nothing new
 * @param counts how many samples each class has; null where every class has one
 */
public record ClassBalanced(double beta, double[] counts) implements ClassLoss {
    public static final Spec SPEC = Spec.of("class_balanced", new ClassBalanced(0.9999, null))
            .summary("cross-entropy of scores weighed by the effective number of samples of each class")
            .aliases("class_balanced_loss", "effective_number_loss")
            .formula("w = 1;  with counts: w = (1 - beta) / (1 - beta^counts[truth]);  q = softmax(x);  -w ln q[truth]")
            .slope("w (q - onehot(truth))")
            .param("beta", 0.9999, new Interval(0, false, 1, true), "how soon more samples of a class tell nothing new")
            .numbers("counts", Interval.atLeast(1), "how many samples each class has; without them one")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Factors are not scaled to sum to the number of classes.")
            .example(Example.row(new double[] {1}, 0, 0)
                    .with("beta", 0.5)
                    .with("counts", new double[] {1, 2})
                    .gives(0.46209812037329684, 0.3333333333333333, -0.3333333333333333))
            .source("Cui et al. 2019, arXiv:1901.05555; example: 2/3 ln 2")
            .build();

    @Override
    public ClassBalanced with(Params params) {
        return new ClassBalanced(params.number("beta"), params.numbers("counts"));
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private double factor(int label, int k) {
        double count = counts == null ? 1 : ClassFactors.check("--counts", counts, k)[label];
        return beta == 0 || count == 1 ? 1 : (beta - 1) / Elementary.expm1(count * Elementary.log1p(beta - 1));
    }

    @Override
    public double value(int label, double[] x) {
        return factor(label, x.length) * new Softmax(x).cost(label);
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        Softmax softmax = new Softmax(x);
        double factor = factor(label, x.length);
        for (int j = 0; j < x.length; j++) {
            gradient[j] = factor * (j == label ? -softmax.rest(j) : softmax.share(j));
        }
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        Softmax softmax = new Softmax(x);
        double factor = factor(label, x.length);
        for (int j = 0; j < x.length; j++) {
            diagonal[j] = factor * softmax.share(j) * softmax.rest(j);
        }
    }
}
