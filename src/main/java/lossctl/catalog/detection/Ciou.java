package lossctl.catalog.detection;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The overlap of two boxes, the distance of their centres, and the difference of their shapes. */
public record Ciou() implements BoxLoss {
    public static final Spec SPEC = Spec.of("ciou", new Ciou())
            .summary("one minus intersection over union, plus distance of centres and difference of shapes")
            .aliases("ciou_loss", "complete_iou", "complete_box_iou_loss")
            .formula(AREAS + PLACES
                    + "v = (2/pi (arctan((t[2] - t[0]) / (t[3] - t[1])) - arctan((p[2] - p[0]) / (p[3] - p[1]))))^2;"
                    + "  s = 0 if v = 0, else v^2 / (1 - I/U + v);  1 - I/U + d^2/c^2 + s")
            .slope("that of diou plus s'")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note(
                    "I is the area that both cover, U the one that either does; d is the distance of the centres, c the diagonal of the box around both, s the shapes.")
            .note("A box is x1, y1, x2, y2 with x1 <= x2 and y1 <= y2; two empty boxes are refused.")
            .note("The slope goes through the weight v / (1 - I/U + v) as well; torchvision holds it fixed.")
            .example(Example.row(new double[] {0, 0, 2, 2}, 1, 0, 3, 2).gives(0.7435897435897436))
            .example(Example.row(new double[] {0, 0, 1, 1}, 2, 0, 3, 1).gives(1.4))
            .source("Zheng et al. 2020, doi:10.1609/aaai.v34i07.6999; examples: by hand")
            .build();

    @Override
    public Term[] terms(Boxes boxes) {
        return new Term[] {boxes.apart(), boxes.distance(), boxes.unlike()};
    }
}
