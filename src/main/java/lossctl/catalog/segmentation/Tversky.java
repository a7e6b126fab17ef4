package lossctl.catalog.segmentation;

import java.math.BigDecimal;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/**
 * One minus the Tversky index: an overlap in which false and missed count apart.
 *
 * @param alpha what a false prediction costs
 * @param beta what a missed truth costs
 */
public record Tversky(double alpha, double beta) implements Overlap {
    public static final Spec SPEC = Spec.of("tversky", new Tversky(0.5, 0.5))
            .summary("one minus the Tversky overlap: false and missed count apart")
            .aliases("tversky_loss")
            .formula(COUNTS + "1 - I / (I + alpha F + beta M)")
            .slope("(I (alpha (1 - t) - beta t) - (alpha F + beta M) t) / (I + alpha F + beta M)^2")
            .param("alpha", 0.5, Interval.NON_NEGATIVE, "what a false prediction costs")
            .param("beta", 0.5, Interval.NON_NEGATIVE, "what a missed truth costs")
            .traits(Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Over the whole batch: it is no mean of the losses of samples.")
            .note("alpha = beta = 0.5 is dice, alpha = beta = 1 one minus the Jaccard index.")
            .note("Nothing marked at all, neither by truths nor by predictions: refused.")
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{0.5, 0.5}, {0.5, 1}})
                    .gives(0.2727272727272727))
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{0.5, 0.5}, {0.5, 1}})
                    .with("alpha", 0.25)
                    .with("beta", 1.0)
                    .gives(0.36))
            .plot(0, 1, 0, 1)
            .source("Salehi, Erdogmus and Gholipour 2017, doi:10.1007/978-3-319-67389-9_44; examples: by hand")
            .build();

    @Override
    public Tversky with(Params params) {
        return new Tversky(params.number("alpha"), params.number("beta"));
    }

    @Override
    public BigDecimal[] costs() {
        return new BigDecimal[] {new BigDecimal(alpha), new BigDecimal(beta), BigDecimal.ONE};
    }
}
