package lossctl.catalog.categorical;

import lossctl.loss.UndefinedLoss;

/** What a loss is told of each of its classes: factors, counts, priors. */
public final class ClassFactors {
    private ClassFactors() {}

    /**
     * The values themselves, if there is one for each of {@code k} classes.
     *
     * @param option the option that gave them
     */
    public static double[] check(String option, double[] factors, int k) {
        if (factors.length != k) {
            String values = factors.length == 1 ? " value for " : " values for ";
            throw UndefinedLoss.ofShape(option + " has " + factors.length + values + k + " classes");
        }
        return factors;
    }
}
