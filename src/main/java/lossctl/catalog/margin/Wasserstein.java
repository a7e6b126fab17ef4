package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The score of a critic times the sign of its truth: what a Wasserstein network descends. */
public record Wasserstein() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("wasserstein", new Wasserstein())
            .summary("score times truth: the critic's loss of a Wasserstein network")
            .aliases("wasserstein_loss", "critic_loss")
            .formula("truth prediction")
            .slope("truth")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ)
            .note("Truths are labels of either sign, or any factor; it has no lower bound.")
            .note("The distance of two distributions is wasserstein_1.")
            .plot(-3, 3, -1, 1)
            .example(Example.rows(new double[][] {{1}, {-1}}, new double[][] {{3}, {5}})
                    .gives(-1, 0.5, -0.5))
            .source("Arjovsky, Chintala and Bottou 2017, arXiv:1701.07875; DL4J, LossWasserstein; example: by hand")
            .build();

    @Override
    public double value(double truth, double prediction) {
        return truth * prediction;
    }

    @Override
    public double slope(double truth, double prediction) {
        return truth;
    }

    @Override
    public double curvature(double truth, double prediction) {
        return 0;
    }

    @Override
    public double farValue(double truth, double prediction) {
        double root = Math.sqrt(FAR_UNIT);
        return truth / root * (prediction / root);
    }
}
