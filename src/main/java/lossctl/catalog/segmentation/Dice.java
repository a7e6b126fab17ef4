package lossctl.catalog.segmentation;

import java.math.BigDecimal;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** One minus the Dice coefficient: twice what truths and predictions share, over the sum of both. */
public record Dice() implements Overlap {
    public static final Spec SPEC = Spec.of("dice", new Dice())
            .summary("one minus the Dice overlap of truths and predictions")
            .aliases("dice_loss", "dice_coeff_loss", "binary_dice_loss")
            .formula("I = sum of t p;  S = sum of t + sum of p;  1 - 2 I / S")
            .slope("-2 t / S + 2 I / S^2")
            .traits(Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Over the whole batch: it is no mean of the losses of samples.")
            .note("Nothing marked at all, neither by truths nor by predictions: refused.")
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{0.5, 0.5}, {0.5, 1}})
                    .gives(0.2727272727272727))
            .example(Example.rows(new double[][] {{1}, {1}}, new double[][] {{0}, {0}})
                    .gives(1, -1, -1))
            .plot(0, 1, 0, 1)
            .source("Milletari, Navab and Ahmadi 2016, doi:10.1109/3DV.2016.79; examples: by hand")
            .build();

    @Override
    public BigDecimal[] costs() {
        return new BigDecimal[] {BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(2)};
    }
}
