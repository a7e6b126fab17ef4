package lossctl.catalog.detection;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The overlap of two boxes, the distance of their centres, and the difference of their shapes. */
public record Ciou() implements BoxLoss {
    public static final Spec SPEC = Spec.of("ciou", new Ciou())
            .summary("one minus intersection over union, plus distance of centres and difference of shapes")
            .aliases("ciou_loss", "complete_iou", "complete_box_iou_loss")
            .formula(
                    "1 - I/U + d^2/c^2 + v^2 / (1 - I/U + v), v = (2/pi (arctan(w/h of truth) - arctan(w/h of prediction)))^2")
            .slope("that of diou plus d(v^2 / (1 - I/U + v))")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
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
