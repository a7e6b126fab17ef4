package lossctl.catalog.metric;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Samples;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;

/**
 * What share of a constant prediction's loss a model saves: 1 less the model's loss over that of the best constant. Over
 * several outputs the mean of each output's own.
 */
interface Skill extends GroupMetric {
    /** The loss of one truth and one prediction. */
    PointwiseLoss loss();

    /**
     * What the constant costs, and how much less than that the model does: apart, so that next to 0 no digits are lost.
     *
     * @param saved null where the model costs more than any double
     */
    record Costs(Dyadic naive, Dyadic saved) {}

    /** The constant of one output, as a double; weights may be null. */
    double constant(double[] truths, double[] weights);

    /** The costs of one output; weights may be null. */
    Costs costs(double[] truths, double[] predictions, double[] weights);

    @Override
    default Domain truth() {
        return loss().truth();
    }

    @Override
    default Domain prediction() {
        return loss().prediction();
    }

    @Override
    default double value(Samples samples) {
        QuotientSum total = new QuotientSum();
        for (int output = 0; output < samples.outputs(); output++) {
            Costs costs = costs(
                    column(samples.truth(), samples, output),
                    column(samples.prediction(), samples, output),
                    samples.weights());
            if (costs.saved() == null) {
                return Double.NEGATIVE_INFINITY;
            }
            if (costs.naive().signum() != 0) {
                total.add(costs.saved(), costs.naive());
            } else if (costs.saved().signum() == 0) {
                total.add(Dyadic.of(1), Dyadic.of(1));
            } else {
                throw new UndefinedLoss("a constant already costs nothing: there is no loss that a model could save");
            }
        }
        return total.over(Dyadic.of(samples.outputs()));
    }

    private static double[] column(double[] all, Samples samples, int output) {
        double[] column = new double[samples.count()];
        for (int i = 0; i < column.length; i++) {
            column[i] = all[i * samples.outputs() + output];
        }
        return column;
    }

    @Override
    default Steps steps(Samples samples) {
        double[] constants = new double[samples.outputs()];
        double[] model = new double[samples.outputs()];
        double[] naive = new double[samples.outputs()];
        for (int output = 0; output < constants.length; output++) {
            double[] truths = column(samples.truth(), samples, output);
            constants[output] = constant(truths, samples.weights());
            double[] same = new double[truths.length];
            Arrays.fill(same, constants[output]);
            model[output] = total(samples, truths, column(samples.prediction(), samples, output));
            naive[output] = total(samples, truths, same);
        }
        return new Steps()
                .with("constant", constants)
                .with("model", model)
                .with("naive", naive)
                .giving("mean of (1 - model[i] / naive[i])");
    }

    private double total(Samples samples, double[] truths, double[] predictions) {
        ExactSum total = new ExactSum();
        for (int i = 0; i < truths.length; i++) {
            total.addProduct(samples.weight(i), loss().value(truths[i], predictions[i]));
        }
        return total.value();
    }
}
