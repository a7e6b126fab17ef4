package lossctl.catalog.categorical;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** {@link Terms} of a row of class probabilities. */
interface TermLoss extends RowLoss {
    Terms terms();

    @Override
    default Domain truth() {
        return Domain.probabilities();
    }

    @Override
    default Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    default double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            double factor = terms().factor(truth, j);
            if (factor != 0) {
                sum.addProduct(factor, terms().cost(Twofold.sum(1, -p[j]), -Elementary.log(p[j])));
            }
        }
        return 0 + sum.value();
    }

    @Override
    default void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            double factor = terms().factor(truth, j);
            gradient[j] = factor == 0 ? 0 : factor * slope(p[j]) / p[j];
        }
    }

    private double slope(double p) {
        return terms().slope(Twofold.of(p), Twofold.sum(1, -p), Twofold.of(-Elementary.log(p)))
                .value();
    }

    @Override
    default void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            double factor = terms().factor(truth, j);
            double entropy = -Elementary.log(p[j]);
            double change = terms().bend(p[j], 1 - p[j], entropy) - slope(p[j]);
            diagonal[j] = factor == 0 ? 0 : factor * change / p[j] / p[j];
        }
    }
}
