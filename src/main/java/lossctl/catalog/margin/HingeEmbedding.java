package lossctl.catalog.margin;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/**
 * A distance that should be small for pairs that belong together, and reach a margin for those that do not.
 *
 * @param margin the least distance of the others that costs nothing
 */
public record HingeEmbedding(double margin) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("hinge_embedding", new HingeEmbedding(1))
            .summary("distance of pairs that belong together, what others lack to a margin")
            .aliases("hinge_embedding_loss")
            .formula("prediction if truth = 1, else max(0, margin - prediction)")
            .slope("1 if truth = 1, -1 if prediction <= margin, else 0")
            .param("margin", 1, Interval.REAL, "least distance that costs nothing where the truth is -1")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ)
            .note("The slope at the margin itself is -1, as in PyTorch.")
            .example(Example.of(1, 0.5).gives(0.5, 1))
            .example(Example.of(-1, 0.25).with("margin", 2.0).gives(1.75, -1))
            .example(Example.of(-1, 3).gives(0, 0))
            .plot(-1, 3, -1, 1)
            .source("Hadsell, Chopra and LeCun 2006, doi:10.1109/CVPR.2006.100, without the squares,"
                    + " as in PyTorch, HingeEmbeddingLoss; examples: by hand")
            .build();

    @Override
    public HingeEmbedding with(Params params) {
        return new HingeEmbedding(params.number("margin"));
    }

    @Override
    public Domain truth() {
        return Domain.sign();
    }

    @Override
    public double value(double sign, double distance) {
        return sign > 0 ? distance : Math.max(0, margin - distance);
    }

    @Override
    public double slope(double sign, double distance) {
        return sign > 0 ? 1 : distance <= margin ? -1 : 0;
    }

    @Override
    public double curvature(double sign, double distance) {
        return 0;
    }

    @Override
    public double[] kinks(double sign) {
        return sign > 0 ? NO_KINKS : new double[] {margin};
    }
}
