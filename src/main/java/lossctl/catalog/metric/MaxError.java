package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.SummaryMetric;
import lossctl.loss.Sums;
import lossctl.num.Interval;

/** The greatest absolute error of all. */
public record MaxError() implements SummaryMetric {
    public static final Spec SPEC = Spec.of("max_error", new MaxError())
            .summary("greatest absolute error")
            .aliases("maximum_error", "max_absolute_error")
            .formula("max over samples of |prediction - truth|")
            .metric()
            .note("Several outputs: the greatest of all of them. Weights do not matter, unless 0.")
            .example(Example.rows(new double[][] {{3}, {2}, {7}, {1}}, new double[][] {{4}, {2}, {7}, {1}})
                    .gives(1))
            .source("scikit-learn, max_error")
            .build();

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
        return 0;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < prediction.length; i++) {
            sums.raise(Math.abs(prediction[i] - truth[i]));
        }
    }

    @Override
    public double value(Sums sums) {
        return sums.greatest();
    }
}
