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
            .plot(0, 1)
            .source("Renyi 1961, On measures of entropy and information; examples: ln 2, 2 ln 2")
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
        return 0 + Elementary.log1p(Math.max(-1, excess.value())) / (alpha - 1);
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            double ratio = Powers.ratio(truth[j], p[j], alpha);
            gradient[j] = -ratio;
            sum += Double.isInfinite(ratio)
                    ? Elementary.pow(truth[j], alpha) * Elementary.pow(p[j], 1 - alpha)
                    : p[j] * ratio;
        }
        for (int j = 0; j < p.length; j++) {
            gradient[j] = gradient[j] == 0 || Double.isInfinite(gradient[j]) ? gradient[j] : gradient[j] / sum;
        }
    }
}
