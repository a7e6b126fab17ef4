package lossctl.eval;

import lossctl.data.Block;
import lossctl.loss.Samples;

/** Hands out the gradient of a group loss block by block, in the order of the source. */
final class GroupGradient {
    private final double[] gradient;
    private int at;

    GroupGradient(GroupTally tally) {
        Samples samples = tally.samples();
        double[][] gradients = new double[samples.vectors().length][];
        for (int v = 0; v < gradients.length; v++) {
            gradients[v] = new double[samples.vectors()[v].length];
        }
        tally.loss().gradient(samples, gradients);
        gradient = gradients[0];
    }

    void fill(Block block, double[] out) {
        int length = block.rows() * block.layout().predictionWidth();
        System.arraycopy(gradient, at, out, 0, length);
        at += length;
    }
}
