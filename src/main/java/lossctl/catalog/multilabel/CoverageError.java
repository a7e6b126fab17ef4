package lossctl.catalog.multilabel;

import lossctl.loss.Example;
import lossctl.loss.Spec;

/** How many labels have to be taken, from the greatest score down, until all true ones are among them. */
public record CoverageError() implements LabelRanking {
    public static final Spec SPEC = Spec.of("coverage_error", new CoverageError())
            .summary("how many labels have to be taken until all true ones are among them")
            .aliases("multilabel_coverage_error")
            .formula("max over j of ((sum over i of (1 if x[i] >= x[j], else 0)) if t[j] = 1, else 0)")
            .metric()
            .note("A sample without true labels costs 0.")
            .example(Example.rows(new double[][] {{1, 0, 0}, {0, 0, 1}}, new double[][] {{0.75, 0.5, 1}, {1, 0.2, 0.1}})
                    .gives(2.5))
            .source(
                    "Tsoumakas, Katakis and Vlahavas 2010, doi:10.1007/978-0-387-09823-4_34; example: scikit-learn, coverage_error")
            .build();

    @Override
    public double value(double[] truth, double[] p) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            least = truth[i] == 1 ? Math.min(least, p[i]) : least;
        }
        int taken = 0;
        for (double each : p) {
            taken += each >= least ? 1 : 0;
        }
        return taken;
    }
}
