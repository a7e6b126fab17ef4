package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The generalized cross-entropy as Keras computes it: the probability of the class is a sum of products with 0 and 1, which
 * is 0 for a label that is no class; a slope there that is no finite number makes NaN of the derivatives by all others.
 * Source: keras/src/losses/losses.py.
 *
 * @param truth how labels come in
 */
record KerasGce(double q, Domain truth) implements RowLoss {
    static final Domain ANY_LABEL = Domain.number(Interval.REAL).wholes();

    /** PyTorch has no vector of 0 and 1 for a label past the last class. */
    static void holdToClasses(Shaped shaped) {
        for (double label : shaped.truth()) {
            if (label >= shaped.outputs()) {
                throw new Refused("label " + label + " is none of " + shaped.outputs() + " classes");
            }
        }
    }

    private static double own(double[] truth, double[] prediction) {
        int label = (int) truth[0];
        return label >= 0 && label < prediction.length ? prediction[label] : 0;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        double p = own(truth, prediction);
        return p > 0 ? 0 - Elementary.expm1(q * Elementary.log(p)) / q : p == 0 ? 1 / q : Double.NaN;
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        double slope = -Elementary.pow(own(truth, prediction), q - 1);
        Arrays.fill(gradient, Double.isFinite(slope) ? 0 : Double.NaN);
        int label = (int) truth[0];
        if (label >= 0 && label < gradient.length) {
            gradient[label] = slope;
        }
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
