package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds the losses that the other tables have not, those of all samples among them, and others at unusual parameters and
 * places to 50 digits, which {@code src/test/python/wide.py} has made with mpmath and without differences; so are metrics
 * and skill scores to those of {@code scores.py}, next to a score of 0 too.
 */
class WideTest {
    private static final int SETTINGS = 209;
    private static final int POINTS = 40;
    private static final int PLACES = 25;
    private static final double VALUE = 2;
    private static final double SLOPE = 10;

    /** What two doubles leave of terms that cancel. */
    private static final double NOTHING = 1e-30;

    @Test
    void everyValueIsWithinTwoUlpAndEverySlopeWithinTen() throws IOException {
        StringBuilder beyond = new StringBuilder();
        Map<String, Integer> points = new TreeMap<>();
        int slopes = 0;
        List<TablePoint> table = TablePoint.read("wide.csv.gz");
        table.addAll(TablePoint.read("scores.csv.gz"));
        for (TablePoint point : table) {
            points.merge(point.setting(), 1, Integer::sum);
            slopes += hold(beyond, point);
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertTrue(points.size() >= SETTINGS, points.size() + " settings");
        points.forEach((setting, count) -> assertEquals(0, count % POINTS, setting));
        assertTrue(slopes > SETTINGS * POINTS, slopes + " slopes");
    }

    /** Those of {@code src/test/python/rare.py}. */
    @Test
    void soTheyAreAtPlacesThatOneOfAGreatManySamplesMeets() throws IOException {
        StringBuilder beyond = new StringBuilder();
        List<TablePoint> places = TablePoint.read("rare.csv");
        for (TablePoint place : places) {
            hold(beyond, place);
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertTrue(places.size() >= PLACES, places.size() + " places");
    }

    private static int hold(StringBuilder beyond, TablePoint point) {
        return hold(beyond, point, SLOPE);
    }

    /** How many slopes it held; {@code bend} is how far second derivatives may be off. */
    static int hold(StringBuilder beyond, TablePoint point, double bend) {
        hold(beyond, VALUE, point.at().value(), point.fields()[5], point);
        int held = 0;
        if (!point.fields()[6].isEmpty()) {
            held += hold(beyond, SLOPE, point.fields()[6], point.at().gradient(), point);
        }
        if (point.fields().length > 7) {
            held += hold(beyond, bend, point.fields()[7], point.at().hessian(), point);
        }
        return held;
    }

    private static int hold(StringBuilder beyond, double bar, String all, double[] got, TablePoint point) {
        String[] wanted = all.split(" ");
        int held = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("nan")) {
                assertFalse(Double.isNaN(got[i]), point.line());
            } else {
                held++;
                hold(beyond, bar, got[i], wanted[i], point);
            }
        }
        return held;
    }

    private static void hold(StringBuilder beyond, double bar, double got, String wanted, TablePoint point) {
        double ulps = wanted.startsWith("~")
                ? TablePoint.astray(got, wanted.substring(1))
                : TablePoint.ulps(got, wanted, bar == VALUE ? 0 : NOTHING);
        if (!(ulps <= bar)) {
            beyond.append('\n')
                    .append(ulps)
                    .append(" ulp, got ")
                    .append(got)
                    .append(", not ")
                    .append(wanted)
                    .append(": ")
                    .append(point.line());
        }
    }
}
