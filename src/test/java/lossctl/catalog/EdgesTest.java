package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Holds values and slopes to a table of 50 digits at the losses' extremes: scores of 800 and where e^x ends, probabilities
 * down to the least double and up to the last before 1, errors of 1e-300 to 1e6, truths with large offsets. The table was
 * made by {@code src/test/python/edges.py} with mpmath, from the formulas as textbooks have them.
 */
class EdgesTest {
    private static final int SETTINGS = 100;
    private static final int POINTS = 100;
    private static final double VALUE = 2;
    private static final double SLOPE = 10;

    private static List<TablePoint> points() throws IOException {
        return TablePoint.read("edges.csv.gz");
    }

    @Test
    void everyValueIsWithinTwoUlp() throws IOException {
        StringBuilder beyond = new StringBuilder();
        Map<String, Integer> points = new TreeMap<>();
        for (TablePoint point : points()) {
            points.merge(point.setting(), 1, Integer::sum);
            double got = point.at().value();
            double ulps = TablePoint.ulps(got, point.fields()[5], 0);
            if (!(ulps <= VALUE)) {
                tell(beyond, ulps, got, point);
            }
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertTrue(points.size() >= SETTINGS, points.size() + " settings");
        points.forEach((setting, count) -> assertEquals(POINTS, count, setting));
    }

    @Test
    void everySlopeIsWithinTenUlpAndNeverNaN() throws IOException {
        StringBuilder beyond = new StringBuilder();
        int held = 0;
        for (TablePoint point : points()) {
            String[] wanted = point.fields()[6].split(" ");
            double[] got = point.at().gradient();
            assertEquals(wanted.length, got.length, point.line());
            for (int i = 0; i < got.length; i++) {
                if (wanted[i].equals("nan")) {
                    assertFalse(Double.isNaN(got[i]), point.line());
                    continue;
                }
                held++;
                double ulps = TablePoint.ulps(got[i], wanted[i], 0);
                if (!(ulps <= SLOPE)) {
                    tell(beyond, ulps, got[i], point);
                }
            }
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertTrue(held > SETTINGS * POINTS, held + " slopes");
    }

    private static void tell(StringBuilder beyond, double ulps, double got, TablePoint point) {
        beyond.append('\n')
                .append(ulps)
                .append(" ulp, got ")
                .append(got)
                .append(": ")
                .append(point.line());
    }

    /** The table itself: an extreme that is no longer in it would not be missed otherwise. */
    @Test
    void theTableHoldsTheExtremes() throws IOException {
        Predicate<TablePoint> scores = point -> point.setting().contains("from_logits=true")
                || Set.of("soft_margin", "hinge", "exponential", "sigmoid", "dwd")
                        .contains(point.name());
        Predicate<TablePoint> chances = point -> point.setting().matches("(bce|sparse_cce|cce|gce|poly1_ce|kld|jsd) ");
        Predicate<TablePoint> errors =
                point -> point.setting().matches("(mse|mae|huber|log_cosh|fair|cauchy|barron) .*");
        holds("a score of 800", scores, x -> x >= 800 && x < 1e3, 9);
        holds("a score of -800", scores, x -> x <= -800 && x > -1e3, 9);
        holds("a score of 745", scores, x -> Math.abs(x) == 745, 9);
        holds("a probability within 1e-300 of 0", chances, p -> p > 0 && p <= 1e-300, 7);
        holds("the last probability before 1", chances, p -> p == Math.nextDown(1.0), 7);
        assertEquals(Map.of(), missing(errors, point -> Math.abs(error(point)) == 1e-12), "errors of 1e-12");
        assertEquals(Map.of(), missing(errors, point -> Math.abs(error(point)) == 1e6), "errors of 1e6");
        assertEquals(
                Map.of(),
                missing(errors, point -> Math.abs(Double.parseDouble(point.fields()[2])) >= 1e9),
                "truths with large offsets");
    }

    private static double error(TablePoint point) {
        return Double.parseDouble(point.fields()[3]) - Double.parseDouble(point.fields()[2]);
    }

    private static void holds(String what, Predicate<TablePoint> which, DoublePredicate extreme, int least)
            throws IOException {
        assertEquals(
                Map.of(),
                missing(which, point -> {
                    for (double x : LossAt.numbers(point.fields()[3], " ")) {
                        if (extreme.test(x)) {
                            return true;
                        }
                    }
                    return false;
                }),
                what);
        long settings = points().stream()
                .filter(which)
                .map(TablePoint::setting)
                .distinct()
                .count();
        assertTrue(settings >= least, settings + " settings with " + what);
    }

    /** The settings without a point of this kind. */
    private static Map<String, Integer> missing(Predicate<TablePoint> which, Predicate<TablePoint> kind)
            throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (TablePoint point : points()) {
            if (which.test(point)) {
                found.merge(point.setting(), kind.test(point) ? 1 : 0, Integer::sum);
            }
        }
        found.values().removeIf(count -> count > 0);
        return found;
    }
}
