package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import org.junit.jupiter.api.Test;

/**
 * Every branch of every loss is one that a test has held against something: the places whose derivatives
 * {@link EveryLossTest} compares with differences, the corners of {@link CornersTest}, the tables of many digits, or at least
 * the extremes at which a loss is asked to be no NaN.
 */
class CoverageTest {
    private static final List<String> TABLES =
            List.of("values.csv.gz", "points-a.csv.gz", "points-b.csv.gz", "edges.csv.gz");

    @Test
    void theSamplesPassEveryBranchOfEveryLoss() throws Exception {
        Instrumented catalogue = new Instrumented();
        try {
            for (String name : Catalog.names()) {
                Spec spec = catalogue.find(name);
                if (!spec.isMetric()) {
                    Places.settings(spec).values().forEach(CoverageTest::pass);
                }
            }
            for (String table : TABLES) {
                for (TablePoint point : TablePoint.read(table)) {
                    pass(point, point.loss(catalogue.find(point.name())));
                }
            }
            Map<String, String> missed = catalogue.missed();
            Map<String, String> known = known();
            int count = 0;
            StringBuilder wrong = new StringBuilder();
            for (Map.Entry<String, String> each : missed.entrySet()) {
                String number = each.getValue().split(":")[0];
                count += Integer.parseInt(number);
                if (!number.equals(known.remove(each.getKey()))) {
                    wrong.append('\n').append(each.getKey()).append(' ').append(each.getValue());
                }
            }
            System.out.println("branches of losses passed: " + (catalogue.branches() - count) + "/"
                    + catalogue.branches() + ", the others with a reason");
            assertEquals("", wrong.toString(), "missed, and branches.txt says otherwise");
            assertEquals(Map.of(), known, "in branches.txt, but passed");
        } finally {
            catalogue.shutdown();
        }
    }

    /** How many branches of a method nothing is known to pass: from branches.txt, which has the reasons. */
    private static Map<String, String> known() throws IOException {
        Map<String, String> known = new TreeMap<>();
        try (InputStream bytes = CoverageTest.class.getResourceAsStream("branches.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.split(" ", 3);
                        known.put(words[0], words[1]);
                    });
        }
        return known;
    }

    private static void pass(Loss loss) {
        if (loss instanceof SummaryLoss summary
                && loss.truth().kind() == Domain.Kind.NUMBER
                && loss.prediction().kind() == Domain.Kind.NUMBER) {
            Sums sums = new Sums(summary.sums(1), 1);
            summary.addSingles(sums, new double[] {0, 1, 1}, new double[] {0.5, 0.25, 1}, 3);
        }
        List<Probe> probes = new ArrayList<>(Places.of(loss));
        probes.addAll(Places.corners(loss));
        probes.addAll(Places.extremes(loss));
        for (Probe probe : probes) {
            try {
                probe.value();
                probe.gradient();
                probe.hessian();
            } catch (UndefinedLoss e) {
                continue;
            }
        }
    }

    private static void pass(TablePoint point, Loss loss) {
        LossAt at = point.at(loss);
        at.value();
        at.gradient();
        if (!(loss instanceof SummaryLoss) && !(loss instanceof GroupLoss)) {
            at.hessian();
        }
    }
}
