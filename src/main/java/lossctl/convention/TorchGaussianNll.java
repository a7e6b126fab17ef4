package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.TupleLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The normal negative log-likelihood as PyTorch computes it: a variance below {@code eps} counts as {@code eps}, though
 * its derivative is taken as if it had that value.
 */
record TorchGaussianNll(boolean full, double eps) implements TupleLoss {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    @Override
    public double value(double[] truth, double[][] vectors) {
        double variance = Math.max(vectors[1][0], eps);
        double e = vectors[0][0] - truth[0];
        return 0.5 * (Elementary.log(variance) + e * e / variance) + (full ? HALF_LOG_TWO_PI : 0);
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        double variance = Math.max(vectors[1][0], eps);
        double e = vectors[0][0] - truth[0];
        gradients[0][0] = e / variance;
        gradients[1][0] = 0.5 * (1 - e / variance * e) / variance;
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(
                "var", Domain.number(Interval.NON_NEGATIVE), Input.Width.AS_PREDICTION, "variance of the prediction"));
    }
}
