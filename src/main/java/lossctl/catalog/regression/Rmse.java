package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The root of the mean squared error, in the unit of the truth. */
public record Rmse() implements SummaryLoss {
    public static final Spec SPEC = Spec.of("rmse", new Rmse())
            .summary("root of the mean squared error")
            .aliases("root_mean_squared_error", "root_mean_square_error")
            .formula("e = prediction - truth;  sqrt(mean of e^2)")
            .slope("e / (n rmse)")
            .traits(Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Several outputs: the root of the mean over all of them.")
            .note("The gradient of a perfect fit is 0.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.6123724356957945))
            .example(Example.rows(new double[][] {{0}, {0}}, new double[][] {{3e200}, {4e200}})
                    .gives(3.5355339059327377e200, 0.4242640687119285, 0.565685424949238))
            .source("scikit-learn, mean_squared_error (first example); mpmath (second)")
            .build();

    private static final int SQUARES = 0;
    private static final int WEIGHTS = 1;

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
            double e = prediction[i] - truth[i];
            sums.add(SQUARES, weight, e, e);
        }
        sums.at(WEIGHTS).addProduct(weight, prediction.length);
    }

    @Override
    public double value(Sums sums) {
        return sums.at(SQUARES).rootOver(sums.at(WEIGHTS));
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double rmse = value(sums);
        double share = weight / sums.at(WEIGHTS).value();
        for (int i = 0; i < prediction.length; i++) {
            gradient[i] = rmse == 0 ? 0 : (prediction[i] - truth[i]) / rmse * share;
        }
    }
}
