package lossctl.catalog.detection;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The overlap of two boxes, less what of the box around both is empty. */
public record Giou() implements BoxLoss {
    public static final Spec SPEC = Spec.of("giou", new Giou())
            .summary("one minus generalized intersection over union")
            .aliases("giou_loss", "generalized_iou", "generalized_box_iou_loss")
            .formula(AREAS + "C = (max(p[2], t[2]) - min(p[0], t[0])) (max(p[3], t[3]) - min(p[1], t[1]));"
                    + "  1 - I/U + (C - U)/C")
            .slope("-d(I/U) - d(U/C)")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("I is the area that both cover, U the one that either does, C that of the box around both.")
            .note("A box is x1, y1, x2, y2 with x1 <= x2 and y1 <= y2; two empty boxes are refused.")
            .example(Example.row(new double[] {0, 0, 2, 2}, 1, 0, 3, 2).gives(0.6666666666666666))
            .example(Example.row(new double[] {0, 0, 1, 1}, 2, 0, 3, 1).gives(1.3333333333333333))
            .source("Rezatofighi et al. 2019, doi:10.1109/CVPR.2019.00075; examples: by hand")
            .build();

    @Override
    public Term[] terms(Boxes boxes) {
        return new Term[] {boxes.apart(), boxes.empty()};
    }
}
