package lossctl.catalog.detection;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** One minus the share of two boxes that is common. */
public record Iou() implements BoxLoss {
    public static final Spec SPEC = Spec.of("iou", new Iou())
            .summary("one minus intersection over union of two boxes")
            .aliases("iou_loss", "jaccard_box")
            .formula(AREAS + "1 - I/U")
            .slope("-(dI U - I dU) / U^2")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("I is the area that both cover, U the one that either does.")
            .note("A box is x1, y1, x2, y2 with x1 <= x2 and y1 <= y2; two empty boxes are refused.")
            .note("Boxes apart cost 1, however far: no gradient.")
            .example(Example.row(new double[] {0, 0, 2, 2}, 1, 0, 3, 2).gives(0.6666666666666666))
            .example(Example.row(new double[] {0, 0, 1, 1}, 2, 0, 3, 1).gives(1))
            .source("Yu et al. 2016, doi:10.1145/2964284.2967274; examples: by hand")
            .build();

    @Override
    public Term[] terms(Boxes boxes) {
        return new Term[] {boxes.apart()};
    }
}
