package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowMetric;
import lossctl.loss.Spec;
import lossctl.num.Interval;

/** The share of samples whose labels are not all right. */
public record ZeroOne() implements RowMetric {
    public static final Spec SPEC = Spec.of("zero_one", new ZeroOne())
            .summary("share of samples whose labels are not all right")
            .aliases("zero_one_loss", "misclassification", "misclass_loss", "merror", "error_rate")
            .formula("max over j of (0 if prediction[j] = truth[j], else 1)")
            .metric()
            .note("Labels are class indices, one a sample, or rows of flags, one a class.")
            .example(Example.rows(new double[][] {{2}, {2}, {3}, {4}}, new double[][] {{1}, {2}, {3}, {4}})
                    .gives(0.25))
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{0, 1}, {1, 0}})
                    .gives(0.5))
            .plot(0, 1)
            .source("scikit-learn, zero_one_loss (first example)")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE).wholes();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.NON_NEGATIVE).wholes();
    }

    @Override
    public boolean isOverRows() {
        return false;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        boolean right = true;
        for (int j = 0; j < prediction.length; j++) {
            right &= truth[j] == prediction[j];
        }
        return right ? 0 : 1;
    }
}
