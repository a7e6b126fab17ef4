package lossctl.eval;

import lossctl.data.Block;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;

/**
 * What each sample adds to the sums that a reduced loss is a function of: the loss times the weight and the weight, for a
 * mean; its own sums, for a summary. One thread's.
 */
final class Parts {
    private final Kernel kernel;
    private final SummaryLoss summary;
    private final boolean byCount;
    private final Sums one;
    private final double[] truthRow;
    private final double[] row;
    private double[] values = {};

    private Parts(Kernel kernel, boolean byCount, SummaryLoss summary, int outputs, int truthWidth) {
        this.kernel = kernel;
        this.byCount = byCount;
        this.summary = summary;
        one = summary == null ? null : new Sums(summary.sums(outputs), outputs);
        truthRow = new double[truthWidth];
        row = new double[outputs];
    }

    /** The parts of a mean; {@code byCount} divides by the number of samples whatever they weigh. */
    static Parts of(Kernel kernel, boolean byCount) {
        return new Parts(kernel, byCount, null, 0, 0);
    }

    /** The parts of a summary. */
    static Parts of(SummaryLoss summary, int outputs, int truthWidth) {
        return new Parts(null, false, summary, outputs, truthWidth);
    }

    /** How many parts a sample has. */
    int width() {
        return summary == null ? 2 : one.count();
    }

    /** Gets ready for the samples of a block. */
    void load(Block block, double[] truth) {
        if (kernel != null) {
            if (values.length < block.rows()) {
                values = new double[block.rows()];
            }
            kernel.values(block, truth, values);
        }
    }

    /** Writes the parts of a sample of the block, which weighs {@code weight} > 0. */
    void write(Block block, double[] truth, int sample, double weight, double[] out) {
        if (kernel != null) {
            out[0] = values[sample] * weight;
            out[1] = byCount ? 1 : weight;
            return;
        }
        for (int i = 0; i < out.length; i++) {
            one.at(i).clear();
        }
        System.arraycopy(truth, sample * truthRow.length, truthRow, 0, truthRow.length);
        System.arraycopy(block.prediction(), sample * row.length, row, 0, row.length);
        summary.add(one, truthRow, row, weight);
        for (int i = 0; i < out.length; i++) {
            out[i] = one.at(i).value();
        }
    }
}
