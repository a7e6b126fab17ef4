package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    @Test
    void everyValueIsWithinTwoUlpAndEverySlopeWithinTen() throws IOException {
        Digits digits = new Digits();
        Map<String, Integer> points = new TreeMap<>();
        List<TablePoint> table = TablePoint.read("wide.csv.gz");
        table.addAll(TablePoint.read("scores.csv.gz"));
        for (TablePoint point : table) {
            points.merge(point.setting(), 1, Integer::sum);
            digits.hold(point);
        }
        assertTrue(digits.beyond().isEmpty(), digits.beyond());
        assertTrue(points.size() >= SETTINGS, points.size() + " settings");
        points.forEach((setting, count) -> assertEquals(0, count % POINTS, setting));
        assertTrue(digits.slopes() > SETTINGS * POINTS, digits.slopes() + " slopes");
    }

    /** Those of {@code src/test/python/rare.py}. */
    @Test
    void soTheyAreAtPlacesThatOneOfAGreatManySamplesMeets() throws IOException {
        Digits digits = new Digits();
        List<TablePoint> places = TablePoint.read("rare.csv");
        for (TablePoint place : places) {
            digits.hold(place);
        }
        assertTrue(digits.beyond().isEmpty(), digits.beyond());
        assertTrue(places.size() >= PLACES, places.size() + " places");
    }
}
