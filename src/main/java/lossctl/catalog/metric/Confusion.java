package lossctl.catalog.metric;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import lossctl.loss.Samples;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;

/** How often each class was true, was predicted, and was predicted where it is true: sums of the samples' weights. */
final class Confusion {
    /** The sums of one class. */
    static final class Row {
        private final ExactSum truths = new ExactSum();
        private final ExactSum predictions = new ExactSum();
        private final ExactSum hits = new ExactSum();

        /** The weight of the samples that are of the class. */
        Dyadic truths() {
            return truths.dyadic();
        }

        /** The weight of the samples that were predicted to be of the class. */
        Dyadic predictions() {
            return predictions.dyadic();
        }

        /** The weight of the samples of the class for which that was predicted. */
        Dyadic hits() {
            return hits.dyadic();
        }
    }

    private final TreeMap<Integer, Row> rows = new TreeMap<>();

    Confusion(Samples samples) {
        for (int i = 0; i < samples.count(); i++) {
            double weight = samples.weight(i);
            // an ignored sample weighs NaN
            if (!Double.isNaN(weight)) {
                int truth = (int) samples.truth()[i];
                int prediction = predicted(samples, i);
                row(truth).truths.add(weight);
                row(prediction).predictions.add(weight);
                if (truth == prediction) {
                    row(truth).hits.add(weight);
                }
            }
        }
    }

    /** The class with the first of the greatest scores, or the single prediction. */
    static int predicted(Samples samples, int i) {
        int k = samples.outputs();
        double[] all = samples.prediction();
        if (k == 1) {
            return (int) all[i];
        }
        int best = 0;
        for (int j = 1; j < k; j++) {
            if (all[i * k + j] > all[i * k + best]) {
                best = j;
            }
        }
        return best;
    }

    private Row row(int label) {
        return rows.computeIfAbsent(label, key -> new Row());
    }

    /** The classes that were true or predicted, in ascending order. */
    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** One of the sums of each class. */
    static double[] each(List<Row> rows, Function<Row, Dyadic> sum) {
        return rows.stream().mapToDouble(row -> sum.apply(row).value()).toArray();
    }

    /** The same classes themselves. */
    int[] labels() {
        return rows.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many classes were true or predicted. */
    int classes() {
        return rows.size();
    }

    /** The sums of all classes. */
    Row all() {
        Row all = new Row();
        for (Row row : rows.values()) {
            all.truths.merge(row.truths);
            all.predictions.merge(row.predictions);
            all.hits.merge(row.hits);
        }
        return all;
    }

    /** The sums of one class; all 0 where it was neither true nor predicted. */
    Row of(int label) {
        Row row = rows.get(label);
        return row == null ? new Row() : row;
    }
}
