package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;

/**
 * The contrastive loss of optax where it differs: without any pair it is NaN with a derivative of 0. Source:
 * optax/losses/_self_supervised.py.
 */
record OptaxNtxent(GroupLoss loss) implements GroupVariant {
    private static boolean hasPair(Samples samples) {
        double[] groups = samples.truth().clone();
        Arrays.sort(groups);
        for (int i = 1; i < groups.length; i++) {
            if (groups[i] == groups[i - 1]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double value(Samples samples) {
        return hasPair(samples) ? loss.value(samples) : Double.NaN;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        if (hasPair(samples)) {
            loss.gradient(samples, gradients);
        } else {
            Arrays.fill(gradients[0], 0);
        }
    }
}
