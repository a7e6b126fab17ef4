package lossctl.loss;

/** A row loss whose truth is one class of {@code k}, given by its index from 0. */
public interface ClassLoss extends RowLoss {

    /** The loss of one row of {@code k} predictions whose class is {@code label}, in {@code 0..k-1}. */
    double value(int label, double[] prediction);

    /** The derivative by each of the {@code k} predictions, written into {@code gradient}. */
    void gradient(int label, double[] prediction, double[] gradient);

    /** The diagonal of the Hessian; all NaN where the loss has none in closed form. */
    default void hessian(int label, double[] prediction, double[] diagonal) {
        java.util.Arrays.fill(diagonal, Double.NaN);
    }

    /** Whether the value depends on the prediction of the true class alone, so that the others need not be read. */
    default boolean seesTrueClassAlone() {
        return false;
    }

    @Override
    default double value(double[] truth, double[] prediction) {
        return value((int) truth[0], prediction);
    }

    @Override
    default void gradient(double[] truth, double[] prediction, double[] gradient) {
        gradient((int) truth[0], prediction, gradient);
    }

    @Override
    default void hessian(double[] truth, double[] prediction, double[] diagonal) {
        hessian((int) truth[0], prediction, diagonal);
    }

    @Override
    default Domain truth() {
        return Domain.label();
    }
}
