package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/** The sum of the absolute errors over the sum of the absolute truths. */
public record Wmape() implements SummaryLoss {
    public static final Spec SPEC = Spec.of("wmape", new Wmape())
            .summary("weighted mean absolute percentage error, as a fraction")
            .aliases("weighted_mean_absolute_percentage_error", "weighted_mape", "wape", "mad_mean_ratio")
            .formula("sum of |prediction - truth| / sum of |truth|")
            .slope("sign(prediction - truth) / sum of |truth|")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("A fraction, while mape is in percent. Several outputs: one ratio over all of them.")
            .note("Truths that are all 0 are refused. The slope at prediction = truth is 0.")
            .example(Example.rows(new double[][] {{1}, {10}, {1e6}}, new double[][] {{0.9}, {15}, {1.2e6}})
                    .gives(0.2000028999681004))
            .example(Example.rows(new double[][] {{1}, {-3}}, new double[][] {{2}, {-3}})
                    .gives(0.25, 0.25, 0))
            .source("Kolassa and Schuetz 2007, Foresight 6; first example: TorchMetrics' data, by mpmath")
            .build();

    private static final int ERRORS = 0;
    private static final int TRUTHS = 1;

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public int sums(int outputs) {
        return 2;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < prediction.length; i++) {
            Total.addSize(sums.at(ERRORS), weight, truth[i], prediction[i]);
            sums.at(TRUTHS).addProduct(weight, Math.abs(truth[i]));
        }
    }

    @Override
    public double value(Sums sums) {
        if (sums.at(TRUTHS).isZero()) {
            throw new UndefinedLoss("every truth is 0: there is nothing to relate the errors to");
        }
        return sums.at(ERRORS).over(sums.at(TRUTHS));
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double all = sums.at(TRUTHS).value();
        // past the range of doubles a share is still more than the least of them
        double share = all <= Double.MAX_VALUE
                ? weight / all
                : Dyadic.of(weight).over(sums.at(TRUTHS).dyadic());
        for (int i = 0; i < prediction.length; i++) {
            gradient[i] = Math.signum(prediction[i] - truth[i]) * share;
        }
    }
}
