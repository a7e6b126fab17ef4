package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;

/** Whether a score has the wrong sign. */
public record ZeroOneMargin() implements MarginLoss {
    public static final Spec SPEC = Spec.of("zero_one_margin", new ZeroOneMargin())
            .summary("share of scores that have the wrong sign")
            .aliases("zero_one_margin_loss")
            .formula("a = sign x score;  1 if a < 0, else 0")
            .metric()
            .note("A score of 0 is not wrong.")
            .example(Example.rows(new double[][] {{1}, {-1}, {1}}, new double[][] {{-2}, {-3}, {0}})
                    .gives(0.3333333333333333))
            .plot(-3, 3, 1)
            .source("LossFunctions.jl, ZeroOneLoss; example: by hand")
            .build();

    @Override
    public double curve(double a) {
        return a < 0 ? 1 : 0;
    }

    @Override
    public double slope(double a) {
        return Double.NaN;
    }

    @Override
    public double slope(double sign, double score) {
        return Double.NaN;
    }
}
