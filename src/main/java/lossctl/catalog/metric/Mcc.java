package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.num.Dyadic;

/** Matthews's correlation of true and predicted classes. */
public record Mcc() implements Classification {
    public static final Spec SPEC = Spec.of("mcc", new Mcc())
            .summary("correlation of true and predicted classes")
            .aliases("matthews_corrcoef", "matthews_correlation_coefficient", "phi_coefficient")
            .formula("(s h - sum of t[c] p[c]) / sqrt((s^2 - sum of t[c]^2) (s^2 - sum of p[c]^2)), s samples, h hits,"
                    + " t[c] truths and p[c] predictions of class c")
            .score()
            .note("From -1 to 1; 0 where only one class is true or predicted.")
            .note("Of equal predictions the first counts; a single prediction is the class itself.")
            .example(Example.rows(new double[][] {{1}, {1}, {1}, {0}}, new double[][] {{1}, {0}, {1}, {1}})
                    .gives(-0.3333333333333333))
            .example(Example.rows(new double[][] {{1}, {1}}, new double[][] {{1}, {1}})
                    .gives(0))
            .source("Matthews 1975, doi:10.1016/0005-2795(75)90109-9; Gorodkin 2004,"
                    + " doi:10.1016/j.compbiolchem.2004.09.006; first example: scikit-learn, matthews_corrcoef")
            .build();

    @Override
    public double value(Samples samples) {
        Confusion confusion = new Confusion(samples);
        Dyadic all = confusion.all().truths();
        Dyadic cross = all.times(confusion.all().hits());
        Dyadic truths = all.times(all);
        Dyadic predictions = truths;
        for (Confusion.Row row : confusion.rows()) {
            cross = cross.minus(row.truths().times(row.predictions()));
            truths = truths.minus(row.truths().times(row.truths()));
            predictions = predictions.minus(row.predictions().times(row.predictions()));
        }
        Dyadic spread = truths.times(predictions);
        if (cross.signum() == 0 || spread.signum() == 0) {
            return 0;
        }
        return cross.signum() * cross.times(cross).rootOver(spread);
    }

    @Override
    public Steps steps(Samples samples) {
        Confusion confusion = new Confusion(samples);
        return new Steps()
                .with("samples", confusion.all().truths().value())
                .with("hits", confusion.all().hits().value())
                .with("truths", Confusion.each(confusion.rows(), Confusion.Row::truths))
                .with("predictions", Confusion.each(confusion.rows(), Confusion.Row::predictions))
                .giving("(samples hits - (sum of truths[i] predictions[i]))"
                        + " / sqrt((samples^2 - (sum of truths[i]^2)) (samples^2 - (sum of predictions[i]^2)))");
    }
}
