package lossctl.loss;

/** A metric of all samples together: it has no gradient, and tells NaN for each of its entries. */
public interface GroupMetric extends GroupLoss {

    @Override
    default void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            java.util.Arrays.fill(gradient, Double.NaN);
        }
    }
}
