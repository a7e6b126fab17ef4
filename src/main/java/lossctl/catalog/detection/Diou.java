package lossctl.catalog.detection;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The overlap of two boxes, and the distance of their centres. */
public record Diou() implements BoxLoss {
    public static final Spec SPEC = Spec.of("diou", new Diou())
            .summary("one minus intersection over union, plus the distance of the centres")
            .aliases("diou_loss", "distance_iou", "distance_box_iou_loss")
            .formula(AREAS + PLACES + "1 - I/U + d^2/c^2")
            .slope("-(I/U)' + (d^2/c^2)'")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note(
                    "I is the area that both cover, U the one that either does; d is the distance of the centres, c the diagonal of the box around both.")
            .note("A box is x1, y1, x2, y2 with x1 <= x2 and y1 <= y2; two empty boxes are refused.")
            .example(Example.row(new double[] {0, 0, 2, 2}, 1, 0, 3, 2).gives(0.7435897435897436))
            .example(Example.row(new double[] {0, 0, 1, 1}, 2, 0, 3, 1).gives(1.4))
            .source("Zheng et al. 2020, doi:10.1609/aaai.v34i07.6999; examples: by hand")
            .build();

    @Override
    public Term[] terms(Boxes boxes) {
        return new Term[] {boxes.apart(), boxes.distance()};
    }
}
