package lossctl.catalog.embedding;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** One minus the cosine of the angle between truth and prediction: 0 for the same direction. */
public record CosineDistance() implements RowLoss {
    public static final Spec SPEC = Spec.of("cosine_distance", new CosineDistance())
            .summary("one minus the cosine similarity of two vectors")
            .aliases("cosine_dist", "cosine_distance_loss")
            .formula("1 - t.p / (|t| |p|)")
            .slope("(p (t.p) / |p|^2 - t) / (|t| |p|)")
            .traits(Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("From 0 (the same direction) to 2 (the opposite one).")
            .note("A vector of zeros has no direction: refused.")
            .example(Example.row(new double[] {3, 4}, 4, -3).gives(1, -0.12, -0.16))
            .example(Example.row(new double[] {1, 0}, 3, 4).gives(0.4))
            .source("optax, cosine_distance; examples by hand")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        return new Angle(prediction, "prediction", truth, "truth").distance();
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        new Angle(prediction, "prediction", truth, "truth").slope(-1, gradient);
    }

    @Override
    public void hessian(double[] truth, double[] prediction, double[] diagonal) {
        new Angle(prediction, "prediction", truth, "truth").bend(-1, diagonal);
    }
}
