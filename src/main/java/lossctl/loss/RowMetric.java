package lossctl.loss;

/** A metric of one row: it has no gradient, and tells NaN for each of its entries. */
public interface RowMetric extends RowLoss {

    @Override
    default void gradient(double[] truth, double[] prediction, double[] gradient) {
        java.util.Arrays.fill(gradient, Double.NaN);
    }
}
