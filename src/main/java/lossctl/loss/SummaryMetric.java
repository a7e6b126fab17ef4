package lossctl.loss;

/** A metric of sums over the samples: it has no gradient, and tells NaN for each of its entries. */
public interface SummaryMetric extends SummaryLoss {

    @Override
    default void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        java.util.Arrays.fill(gradient, Double.NaN);
    }
}
