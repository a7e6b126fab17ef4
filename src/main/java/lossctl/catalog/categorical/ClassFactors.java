package lossctl.catalog.categorical;

import lossctl.loss.UndefinedLoss;

/** The factors that a loss puts on its classes. */
final class ClassFactors {
    private ClassFactors() {}

    /** The factors themselves, if there is one for each of {@code k} classes. */
    static double[] check(double[] factors, int k) {
        if (factors.length != k) {
            throw new UndefinedLoss("--class-weights has " + factors.length + " weights for " + k + " classes");
        }
        return factors;
    }
}
