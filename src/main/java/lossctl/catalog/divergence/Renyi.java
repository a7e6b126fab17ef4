package lossctl.catalog.divergence;

import lossctl.loss.BadParameter;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The divergence of Renyi, of a chosen order.
 *
 * @param alpha the order
 */
public record Renyi(double alpha) implements RowLoss {
    public static final Spec SPEC = Spec.of("renyi", new Renyi(2))
            .summary("Renyi divergence of the prediction from the truth")
            .aliases("renyi_divergence")
            .formula("ln(sum over j of t[j]^alpha p[j]^(1 - alpha)) / (alpha - 1)")
            .slope("-(t[j] / p[j])^alpha / sum of t[i]^alpha p[i]^(1 - alpha)")
            .param("alpha", 2, Interval.POSITIVE, "the order; not 1, which is kld")
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
        CompensatedSum excess = new CompensatedSum();
        excess.add(-1);
        for (int j = 0; j < p.length; j++) {
            excess.add(Powers.bent(truth[j], p[j], alpha));
            excess.addProduct(alpha, truth[j]);
            excess.addProduct(1 - alpha, p[j]);
        }
        double log = excess.value() <= Double.MAX_VALUE
                ? Elementary.log1p(Math.max(-1, excess.value()))
                : Elementary.logSumExp(logs(truth, p), 0, p.length);
        return 0 + log / (alpha - 1);
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        double[] pulls = pulls(truth, p);
        for (int j = 0; j < p.length; j++) {
            gradient[j] = -pulls[j];
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        double[] pulls = pulls(truth, p);
        for (int j = 0; j < p.length; j++) {
            double others = 0;
            for (int i = 0; i < p.length; i++) {
                others += i == j || p[i] == 0 ? 0 : p[i] * pulls[i];
            }
            // two parts that are not negative
            diagonal[j] = pulls[j] == 0 ? 0 : pulls[j] * pulls[j] + alpha * others * (pulls[j] / p[j]);
        }
    }

    /** What each term t^alpha p^(1 - alpha) is of their sum, for a unit of the prediction. */
    private double[] pulls(double[] truth, double[] p) {
        double[] pulls = new double[p.length];
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            pulls[j] = Powers.ratio(truth[j], p[j], alpha);
            sum += p[j] == 0 ? 0 : p[j] * pulls[j];
        }
        boolean beyond = !(sum <= Double.MAX_VALUE);
        if (beyond) {
            Elementary.softmax(logs(truth, p), pulls);
        }
        for (int j = 0; j < p.length; j++) {
            pulls[j] = p[j] == 0 ? truth[j] == 0 ? 0 : Double.POSITIVE_INFINITY : pulls[j] / (beyond ? p[j] : sum);
        }
        return pulls;
    }

    /** The logarithms of the terms, which may be beyond all doubles. */
    private double[] logs(double[] truth, double[] p) {
        double[] logs = new double[p.length];
        for (int j = 0; j < p.length; j++) {
            logs[j] = truth[j] == 0
                    ? Double.NEGATIVE_INFINITY
                    : alpha * Elementary.log(truth[j]) + (1 - alpha) * Elementary.log(p[j]);
        }
        return logs;
    }
}
