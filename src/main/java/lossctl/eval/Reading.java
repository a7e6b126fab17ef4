package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Samples;

/** Samples as the first loss of an evaluation reads them. */
public final class Reading {
    private Reading() {}

    /**
     * The samples of a block, checked: truths in the form that the loss takes, and what each weighs, its class included;
     * NaN for one that does not count. In single precision the block is rounded.
     */
    public static Samples of(Evaluation evaluation, Block block) {
        if (evaluation.float32()) {
            Float32.round(block);
        }
        Layout layout = block.layout();
        Loss loss = evaluation.losses().get(0).loss();
        LossRun run = new LossRun(evaluation.losses().get(0), layout, evaluation);
        LossRun.Form form = run.form(block);
        int rows = block.rows();
        int[] widths = new int[loss.inputs().size() + 1];
        double[][] vectors = new double[widths.length][];
        widths[0] = layout.predictionWidth();
        vectors[0] = Arrays.copyOf(block.prediction(), rows * widths[0]);
        int v = 1;
        for (Input input : loss.inputs()) {
            int at = layout.inputs().indexOf(input.name());
            widths[v] = layout.inputWidths()[at];
            vectors[v] = Arrays.copyOf(block.vector(at + 1), rows * widths[v]);
            v++;
        }
        double[] truth = Arrays.copyOf(form.truth(), rows * run.truthWidth());
        double[] weights = form.weights() == null ? null : Arrays.copyOf(form.weights(), rows);
        return new Samples(rows, truth, run.truthWidth(), vectors, widths, weights);
    }
}
