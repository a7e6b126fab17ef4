package lossctl.catalog.metric;

import lossctl.loss.ClassMetric;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.num.Interval;

/** The share of samples whose greatest prediction is that of the true class. */
public record Accuracy() implements ClassMetric {
    public static final Spec SPEC = Spec.of("accuracy", new Accuracy())
            .summary("share of samples whose class was predicted")
            .aliases(
                    "accuracy_score",
                    "acc",
                    "categorical_accuracy",
                    "sparse_categorical_accuracy",
                    "multiclass_accuracy")
            .formula("1 if the first of the greatest predictions is that of the true class, else 0;"
                    + "  of a single prediction: 1 if it is the true class")
            .score()
            .note("Of equal predictions the first counts.")
            .example(Example.rows(new double[][] {{0}, {2}, {1}, {3}}, new double[][] {{0}, {1}, {2}, {3}})
                    .gives(0.5))
            .example(Example.row(new double[] {1}, 0.4, 0.4, 0.2).gives(0))
            .plot(-1, 1)
            .source("scikit-learn, accuracy_score (first example); Keras, CategoricalAccuracy")
            .build();

    @Override
    public boolean takesSingles() {
        return true;
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(int label, double[] prediction) {
        return predicted(prediction) == label ? 1 : 0;
    }

    private static double predicted(double[] prediction) {
        if (prediction.length == 1) {
            return prediction[0];
        }
        int best = 0;
        for (int j = 1; j < prediction.length; j++) {
            if (prediction[j] > prediction[best]) {
                best = j;
            }
        }
        return best;
    }

    @Override
    public Steps steps(Samples samples) {
        return new Steps()
                .with("label", samples.truth())
                .with("predicted", predicted(samples.prediction()))
                .giving("1 if predicted = label, else 0");
    }
}
