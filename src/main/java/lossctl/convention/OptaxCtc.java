package lossctl.convention;

import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Spec;
import lossctl.loss.TupleLoss;
import lossctl.num.Tensor;

/**
 * CTC as optax takes it: raw scores by sequence, step and class, and flags of the steps and labels that only pad. Source:
 * optax/losses/_classification.py.
 */
final class OptaxCtc {
    private OptaxCtc() {}

    static Loss loss(Args args, Call call) {
        if (call.prediction().rank() != 3
                || call.truth() == null
                || call.truth().rank() != 2) {
            throw new Refused(
                    "ctc_loss takes labels of shape (B, N) as y_true and logits of shape (B, T, K) as y_pred");
        }
        Spec spec = Catalog.find("ctc");
        int classes = call.prediction().length(-1);
        Loss exact = spec.create(spec.defaults()
                .with("classes", classes)
                .with("blank", args.integer("blank_id"))
                .with("from_logits", true));
        return new OptaxCtcPaths((TupleLoss) exact, classes, args.integer("blank_id"), args.number("log_epsilon"));
    }

    static Shaped shaped(Call call) {
        Tensor prediction = call.prediction();
        int rows = prediction.length(0);
        return Shaped.rows(prediction.values(), rows, new int[] {rows}, flat -> flat.reshaped(prediction.shape()))
                .truth(call.truth().values(), call.truth().length(1))
                .input("input_lengths", lengths(call, "logit_paddings", rows, prediction.length(1)), flat -> flat)
                .input(
                        "target_lengths",
                        lengths(call, "label_paddings", rows, call.truth().length(1)),
                        flat -> flat);
    }

    private static double[] lengths(Call call, String name, int rows, int width) {
        Tensor paddings = call.inputs().get(name);
        if (paddings == null || paddings.size() != rows * width) {
            throw new Refused("ctc_loss wants the input " + name + " of shape (" + rows + ", " + width + ")");
        }
        double[] lengths = new double[rows];
        for (int i = 0; i < rows * width; i++) {
            lengths[i / width] += 1 - paddings.values()[i];
        }
        return lengths;
    }
}
