package lossctl.loss;

/** A metric of one row whose truth is a class: it has no gradient, and tells NaN for each of its entries. */
public interface ClassMetric extends ClassLoss {

    @Override
    default void gradient(int label, double[] prediction, double[] gradient) {
        java.util.Arrays.fill(gradient, Double.NaN);
    }
}
