package lossctl.catalog.embedding;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.TupleLoss;
import lossctl.num.Interval;

/**
 * Two vectors that should point the same way, or should not.
 *
 * @param margin the greatest cosine that costs nothing between vectors that should not agree
 */
public record CosineEmbedding(double margin) implements TupleLoss {
    public static final Spec SPEC = Spec.of("cosine_embedding", new CosineEmbedding(0))
            .summary("cosine distance of pairs that belong together, cosine above a margin of those that do not")
            .aliases("cosine_embedding_loss")
            .formula("c = prediction.input2 / (|prediction| |input2|);"
                    + "  1 - c if truth = 1, else max(0, c - margin)")
            .slope("d = (input2 - c |input2| prediction / |prediction|) / (|prediction| |input2|);"
                    + "  -d if truth = 1, d if c > margin, else 0 prediction")
            .predictionIs("input1")
            .param("margin", 0, Interval.between(-1, 1), "greatest cosine that costs nothing where the truth is -1")
            .traits(Trait.NON_NEGATIVE)
            .note("At c = margin the slope is that of c, as in PyTorch.")
            .note("A vector of zeros has no direction: refused.")
            .example(Example.row(new double[] {1}, 4, -3)
                    .input("input2", new double[] {3, 4})
                    .gives(1, -0.12, -0.16))
            .example(Example.row(new double[] {-1}, 3, 4)
                    .input("input2", new double[] {4, 3})
                    .with("margin", 0.5)
                    .gives(0.46))
            .source("Hadsell, Chopra and LeCun 2006, doi:10.1109/CVPR.2006.100, with the cosine for the distance,"
                    + " as in PyTorch, CosineEmbeddingLoss; examples: by hand")
            .build();

    @Override
    public CosineEmbedding with(Params params) {
        return new CosineEmbedding(params.number("margin"));
    }

    @Override
    public Domain truth() {
        return Domain.sign();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(
                "input2", Domain.row(Interval.REAL), Input.Width.AS_PREDICTION, "the second vector of each pair"));
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        Angle angle = angle(vectors, 0);
        return truth[0] > 0 ? angle.distance() : Math.max(0, angle.above(margin));
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        for (int v = 0; v < 2; v++) {
            Angle angle = angle(vectors, v);
            if (counts(truth, angle)) {
                angle.slope(-truth[0], gradients[v]);
            } else {
                Arrays.fill(gradients[v], 0);
            }
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        Angle angle = angle(vectors, 0);
        if (counts(truth, angle)) {
            angle.bend(-truth[0], diagonal);
        } else {
            Arrays.fill(diagonal, 0);
        }
    }

    private boolean counts(double[] truth, Angle angle) {
        return truth[0] > 0 || angle.cosine() >= margin;
    }

    private static Angle angle(double[][] vectors, int first) {
        String name = first == 0 ? "first vector" : "second vector";
        String other = first == 0 ? "second vector" : "first vector";
        return new Angle(vectors[first], name, vectors[1 - first], other);
    }
}
