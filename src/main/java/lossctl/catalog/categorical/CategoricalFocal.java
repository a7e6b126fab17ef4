package lossctl.catalog.categorical;

import lossctl.loss.Adjustment;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The categorical cross-entropy, faded out for samples that are already right. */
public record CategoricalFocal(Focus focus) implements TermLoss {
    public static final Spec SPEC = Spec.of("categorical_focal", new CategoricalFocal(new Focus(2, null, 0)))
            .summary("categorical cross-entropy that fades out where it is right")
            .aliases("categorical_focal_crossentropy", "categorical_focal_loss")
            .formula("a = 1;  with alpha: a = alpha;  -sum over classes of a t[j] (1 - p[j])^gamma ln p[j];"
                    + "  from logits p = softmax(x);  t = (1 - s) truth + s/k with s = label_smoothing")
            .slope("d = a t (gamma (1 - p)^(gamma - 1) ln p - (1 - p)^gamma / p);"
                    + "  d;  from logits p (d - sum of d p)")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("gamma", 2, Interval.NON_NEGATIVE, "how fast the loss fades")
            .numbers("alpha", Interval.NON_NEGATIVE, "one factor for all classes, or one a class")
            .param("label_smoothing", 0, Interval.UNIT, "share of the truth that is spread over all classes")
            .accepts(Adjustment.CLIP, Adjustment.NORMALIZE)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("No factors unless alpha is given.")
            .note("A true class of probability 0 costs Infinity.")
            .note("The truth of a row may be the index of its class.")
            .example(Example.row(new double[] {0, 1}, 0.5, 0.5).gives(0.17328679513998632, 0, -1.1931471805599454))
            .example(Example.row(new double[] {0, 1}, 0.5, 0.5)
                    .with("alpha", new double[] {1, 4})
                    .with("gamma", 0.0)
                    .gives(2.772588722239781, 0, -8))
            .example(Example.row(new double[] {0, 1}, 800, 0)
                    .with("from_logits", true)
                    .gives(800))
            .plot(0, 1)
            .source("Lin et al. 2017, doi:10.1109/ICCV.2017.324; examples: (ln 2)/4, 4 ln 2, 800")
            .build();

    @Override
    public Loss with(Params params) {
        Focus focus = new Focus(params.number("gamma"), params.numbers("alpha"), params.number("label_smoothing"));
        return params.flag("from_logits") ? new TermScores(focus) : new CategoricalFocal(focus);
    }

    @Override
    public Terms terms() {
        return focus;
    }
}
