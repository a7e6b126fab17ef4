package lossctl.catalog.categorical;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The cross-entropy of cosines, with a margin in the angle to the true class.
 *
 * @param margin what is added to the angle to the true class, in radians
 * @param scale what cosines are multiplied by
 */
public record ArcFace(double margin, double scale) implements MovedScores {
    public static final Spec SPEC = Spec.of("arc_face", new ArcFace(0.5, 64))
            .summary("cross-entropy of cosines with a margin in the angle to the true class")
            .aliases("arcface_loss", "additive_angular_margin")
            .formula("c = x + onehot(truth) (x cos(margin) - sqrt(1 - x^2) sin(margin) - x);"
                    + "  q = softmax(scale c);  -ln q[truth]")
            .slope("scale (q - onehot(truth))"
                    + " (1 + onehot(truth) (cos(margin) + x sin(margin) / sqrt(1 - x^2) - 1))")
            .param("margin", 0.5, Interval.NON_NEGATIVE, "what is added to the angle, in radians")
            .param("scale", 64, Interval.POSITIVE, "what cosines are multiplied by")
            .traits(Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("The angle to the true class becomes arccos(x[truth]) + margin, of which c has the cosine.")
            .note("At a cosine of -1 or 1 of the true class the slope is infinite.")
            .example(Example.row(new double[] {0}, 1, 0.5)
                    .with("margin", 1.0471975511965976)
                    .with("scale", 2.0)
                    .gives(0.6931471805599453))
            .plot(-1, 1)
            .source("Deng et al. 2019, doi:10.1109/CVPR.2019.00482; example: ln 2, as cos(pi/3) = 1/2")
            .build();

    @Override
    public ArcFace with(Params params) {
        return new ArcFace(params.number("margin"), params.number("scale"));
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.between(-1, 1));
    }

    @Override
    public Twofold moved(int label, int j, int k, double x) {
        if (j != label) {
            return Twofold.of(x);
        }
        Twofold turn = Twofold.of(margin);
        return turn.cos().times(x).minus(turn.sin().times(sine(x)));
    }

    private static Twofold sine(double x) {
        return Math.abs(x) == 1
                ? Twofold.of(0)
                : Twofold.sum(1, -x).times(Twofold.sum(1, x)).root();
    }

    @Override
    public double pace(int label, int j, double x) {
        if (j != label || margin == 0) {
            return scale;
        }
        double sine = Math.sqrt((1 - x) * (1 + x));
        return scale * (Elementary.cos(margin) + x * Elementary.sin(margin) / sine);
    }

    @Override
    public double turn(int label, int j, double x) {
        double square = (1 - x) * (1 + x);
        return j == label && margin > 0 ? scale * Elementary.sin(margin) / (square * Math.sqrt(square)) : 0;
    }
}
