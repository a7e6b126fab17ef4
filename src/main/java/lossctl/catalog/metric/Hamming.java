package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.num.Interval;

/** The share of labels that are wrong; of several labels a sample, the mean over them. */
public record Hamming() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("hamming", new Hamming())
            .summary("share of labels that are wrong, each label by itself")
            .aliases("hamming_loss", "hamming_distance")
            .formula("0 if prediction = truth, else 1")
            .metric()
            .note("Of several labels a sample, the mean over them.")
            .note("Labels are class indices, one a sample, or rows of flags, one a class.")
            .example(Example.rows(new double[][] {{2}, {2}, {3}, {4}}, new double[][] {{1}, {2}, {3}, {4}})
                    .gives(0.25))
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{0, 0}, {0, 0}})
                    .gives(0.75))
            .plot(0, 1)
            .source("Hamming 1950, doi:10.1002/j.1538-7305.1950.tb00463.x; examples: scikit-learn, hamming_loss")
            .build();

    @Override
    public Domain truth() {
        return Domain.number(Interval.NON_NEGATIVE).wholes();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.NON_NEGATIVE).wholes();
    }

    @Override
    public double value(double truth, double prediction) {
        return truth == prediction ? 0 : 1;
    }

    @Override
    public double slope(double truth, double prediction) {
        return Double.NaN;
    }
}
