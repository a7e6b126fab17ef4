package lossctl.stat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data sets of {@code make.py}, and what R and SciPy say of them. */
record Reference(String set, String quantity, double value) {

    /** A data set: base losses, new losses, weights, and the cluster of each sample. */
    record Samples(double[] x, double[] y, double[] w, int[] g) {
        int n() {
            return x.length;
        }

        boolean isWeighted() {
            for (double weight : w) {
                if (weight != 1) {
                    return true;
                }
            }
            return false;
        }

        boolean isClustered() {
            return g[n() - 1] != n() - 1;
        }

        double[] differences() {
            double[] d = new double[n()];
            for (int i = 0; i < d.length; i++) {
                d[i] = y[i] - x[i];
            }
            return d;
        }
    }

    static List<Reference> in(String file) {
        List<Reference> all = new ArrayList<>();
        for (String[] row : rows(file)) {
            all.add(new Reference(row[0], row[1], Double.parseDouble(row[2])));
        }
        return all;
    }

    static Map<String, Samples> samples() {
        Map<String, List<String[]>> sets = new LinkedHashMap<>();
        for (String[] row : rows("samples.csv")) {
            sets.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row);
        }
        Map<String, Samples> samples = new LinkedHashMap<>();
        sets.forEach((name, rows) -> samples.put(
                name,
                new Samples(
                        column(rows, 1),
                        column(rows, 2),
                        column(rows, 3),
                        rows.stream().mapToInt(row -> Integer.parseInt(row[4])).toArray())));
        return samples;
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    private static List<String[]> rows(String file) {
        try (var in = Reference.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
