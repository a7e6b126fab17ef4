package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** What a score lacks to the right sign: the loss of the perceptron. */
public record Perceptron() implements MarginLoss {
    public static final Spec SPEC = Spec.of("perceptron", new Perceptron())
            .summary("what the score lacks to the right sign")
            .aliases("perceptron_loss")
            .formula("a = sign x score;  max(0, -a)")
            .slope("-sign if a < 0, 0 if a > 0")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE, Trait.ZERO_AT_TRUTH)
            .note("The slope at a = 0 is -sign/2, the mean of both sides, as in optax.")
            .example(Example.of(-1, 0.5).gives(0.5, 1))
            .example(Example.of(1, 0.5).gives(0, 0))
            .plot(-3, 3, 1)
            .source("Rosenblatt 1958, doi:10.1037/h0042519; examples: by hand")
            .build();

    @Override
    public double curve(double a) {
        return Math.max(0, -a);
    }

    @Override
    public double slope(double a) {
        return a < 0 ? -1 : a == 0 ? -0.5 : 0;
    }

    @Override
    public double curvature(double a) {
        return 0;
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }
}
