package lossctl.catalog.segmentation;

import java.math.BigDecimal;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/**
 * One minus the F score of soft counts.
 *
 * @param beta how much missed truths count more than false predictions
 */
public record FMeasureLoss(double beta) implements Overlap {
    public static final Spec SPEC = Spec.of("f_measure_loss", new FMeasureLoss(1))
            .summary("one minus the F score of probabilities")
            .aliases("soft_f1_loss")
            .formula(COUNTS + "b = beta^2;  1 - (1 + b) I / ((1 + b) I + F + b M)")
            .slope("as tversky with alpha = 1/(1 + beta^2), beta = beta^2/(1 + beta^2)")
            .param("beta", 1, Interval.POSITIVE, "how much more recall counts than precision")
            .traits(Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Over the whole batch: it is no mean of the losses of samples.")
            .note("Nothing marked at all, neither by truths nor by predictions: refused.")
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{0.5, 0.5}, {0.5, 1}})
                    .gives(0.2727272727272727))
            .plot(0, 1, 0, 1)
            .source("Pastor-Pellicer et al. 2013, doi:10.1007/978-3-642-38679-4_37; DL4J, LossFMeasure;"
                    + " example: by hand")
            .build();

    @Override
    public FMeasureLoss with(Params params) {
        return new FMeasureLoss(params.number("beta"));
    }

    /** Times 1 + beta^2, which may be past the range of doubles. */
    @Override
    public BigDecimal[] costs() {
        BigDecimal square = new BigDecimal(beta).pow(2);
        return new BigDecimal[] {BigDecimal.ONE, square, square.add(BigDecimal.ONE)};
    }
}
