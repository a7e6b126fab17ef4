package lossctl.catalog.categorical;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The cross-entropy of cosines, with a margin before that of the true class.
 *
 * @param margin what the true class has to be ahead
 * @param scale what cosines are multiplied by
 */
public record CosFace(double margin, double scale) implements MovedScores {
    public static final Spec SPEC = Spec.of("cos_face", new CosFace(0.35, 64))
            .summary("cross-entropy of cosines with a margin before the true class")
            .aliases("cosface_loss", "large_margin_cosine", "am_softmax")
            .formula("q = softmax(scale (x - margin onehot(truth)));  -ln q[truth]")
            .slope("scale (q - onehot(truth))")
            .param("margin", 0.35, Interval.NON_NEGATIVE, "by how much the cosine of the true class has to be ahead")
            .param("scale", 64, Interval.POSITIVE, "what cosines are multiplied by")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Predictions are the cosines of the sample and each class.")
            .example(Example.row(new double[] {0}, 0.75, 0.5)
                    .with("margin", 0.25)
                    .with("scale", 2.0)
                    .gives(0.6931471805599453, -1, 1))
            .plot(-1, 1)
            .source("Wang et al. 2018, doi:10.1109/CVPR.2018.00552; example: ln 2")
            .build();

    @Override
    public CosFace with(Params params) {
        return new CosFace(params.number("margin"), params.number("scale"));
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.between(-1, 1));
    }

    @Override
    public Twofold moved(int label, int j, int k, double x) {
        return Twofold.sum(x, j == label ? -margin : 0);
    }

    @Override
    public double pace(int label, int j, double x) {
        return scale;
    }
}
