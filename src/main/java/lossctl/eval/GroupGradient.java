package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.data.Refusal;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;

/** Hands out what a group loss says of single samples, block by block, in the order of the source. */
final class GroupGradient {
    private final double[] losses;
    private final double[][] gradients;
    private final double[] hessian;
    private final int[] widths;
    private int row;

    /** {@code wanted} says which derivatives are. */
    GroupGradient(GroupTally tally, Detail wanted) {
        Samples samples = tally.samples();
        losses = perSample(tally.loss(), samples);
        widths = samples.widths();
        gradients = new double[wanted.gradient() ? samples.vectors().length : 0][];
        for (int v = 0; v < gradients.length; v++) {
            gradients[v] = new double[samples.vectors()[v].length];
        }
        hessian = new double[wanted.hessian() ? samples.prediction().length : 0];
        try {
            if (wanted.gradient()) {
                tally.loss().gradient(samples, gradients);
            }
            if (wanted.hessian()) {
                tally.loss().hessian(samples, hessian);
            }
        } catch (ArithmeticException e) {
            for (double[] each : gradients) {
                Arrays.fill(each, Double.NaN);
            }
            Arrays.fill(hessian, Double.NaN);
        } catch (UndefinedLoss e) {
            throw new Refusal(Refusal.Code.UNDEFINED, e.getMessage());
        }
    }

    private static double[] perSample(GroupLoss loss, Samples samples) {
        try {
            return loss.perSample(samples);
        } catch (ArithmeticException e) {
            double[] losses = new double[samples.count()];
            Arrays.fill(losses, Double.NaN); // exact steps take no sum that is not finite
            return losses;
        }
    }

    /** Whether a sample has a loss of its own. */
    boolean hasLoss() {
        return losses != null;
    }

    void fill(Block block, double[] loss, double[][] out, double[] diagonal) {
        int rows = block.rows();
        if (losses != null) {
            System.arraycopy(losses, row, loss, 0, rows);
        }
        for (int v = 0; v < gradients.length; v++) {
            System.arraycopy(gradients[v], row * widths[v], out[v], 0, rows * widths[v]);
        }
        if (hessian.length > 0) {
            System.arraycopy(hessian, row * widths[0], diagonal, 0, rows * widths[0]);
        }
        row += rows;
    }
}
