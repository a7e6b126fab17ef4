package lossctl.convention;

import java.util.Arrays;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Spec;
import lossctl.num.Tensor;

/** CTC as Keras takes it: logits by sequence, step and class; 0 is the blank, and pads the labels. */
final class KerasCtc {
    private KerasCtc() {}

    static Loss loss(Call call) {
        if (call.prediction().rank() != 3
                || call.truth() == null
                || call.truth().rank() != 2) {
            throw new Refused("CTC takes y_true of shape (N, L) and y_pred of shape (N, T, K)");
        }
        Spec spec = Catalog.find("ctc");
        return spec.create(
                spec.defaults().with("classes", call.prediction().length(-1)).with("from_logits", true));
    }

    static Shaped shaped(Call call) {
        Tensor prediction = call.prediction();
        int rows = prediction.length(0);
        double[] truth = call.truth().values();
        int width = call.truth().length(1);
        double[] labels = new double[rows];
        double[] steps = new double[rows];
        Arrays.fill(steps, prediction.length(1));
        for (int i = 0; i < rows * width; i++) {
            labels[i / width] += truth[i] != 0 ? 1 : 0;
        }
        return Shaped.rows(prediction.values(), rows, new int[] {rows}, flat -> flat.reshaped(prediction.shape()))
                .truth(truth, width)
                .input("input_lengths", steps, flat -> flat)
                .input("target_lengths", labels, flat -> flat);
    }
}
