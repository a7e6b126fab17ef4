package lossctl.catalog.embedding;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The cosine of the angle between truth and prediction, with a minus sign: -1 for the same direction. */
public record Cosine() implements RowLoss {
    public static final Spec SPEC = Spec.of("cosine", new Cosine())
            .summary("negative cosine similarity of two vectors")
            .aliases("cosine_similarity", "cosine_proximity", "cosine_loss")
            .formula("- t.p / (|t| |p|)")
            .slope("(p (t.p) / |p|^2 - t) / (|t| |p|)")
            .traits(Trait.SMOOTH)
            .note("From -1 (the same direction) to 1 (the opposite one).")
            .note("A vector of zeros has no direction: refused.")
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{1, 0}, {1, 1}})
                    .gives(-0.5))
            .example(Example.row(new double[] {3, 4}, 4, -3).gives(0, -0.12, -0.16))
            .source("Keras, CosineSimilarity (first example)")
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
        return 0 - new Angle(prediction, "prediction", truth, "truth").cosine();
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
