package lossctl.catalog;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Samples;

/** The rows of a worked example as a loss of all samples sees them. */
public final class ExampleSamples {
    private ExampleSamples() {}

    /** All rows; {@code weights} may be null. */
    public static Samples of(Loss loss, Example example, double[] weights) {
        int count = example.prediction().length;
        double[][] vectors = new double[loss.inputs().size() + 1][];
        int[] widths = new int[vectors.length];
        for (int v = 0; v < vectors.length; v++) {
            double[][] rows = v == 0
                    ? example.prediction()
                    : example.inputs().get(loss.inputs().get(v - 1).name());
            widths[v] = rows[0].length;
            vectors[v] = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        }
        double[] truth = Arrays.stream(example.truth())
                .map(row -> row.length == 1 && loss.truth().kind() == Domain.Kind.ROW ? oneHot(row[0], widths[0]) : row)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new Samples(count, truth, truth.length / count, vectors, widths, weights);
    }

    /** The same where the rows weigh 1, 2, 3 and so on. */
    public static Samples weighted(Loss loss, Example example) {
        double[] weights = new double[example.prediction().length];
        Arrays.setAll(weights, i -> i + 1);
        return of(loss, example, weights);
    }

    private static double[] oneHot(double label, int classes) {
        double[] row = new double[classes];
        row[classes == 1 ? 0 : (int) label] = classes == 1 ? label : 1;
        return row;
    }
}
