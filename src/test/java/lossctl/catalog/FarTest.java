package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds losses to 50 digits at the far ends of the doubles, where truth and prediction may be further apart than any double:
 * what a double holds comes out as one, and never NaN or infinite. The tables are made with mpmath; a {@code ~} stands where a
 * change in the last digit of an argument is magnified.
 */
class FarTest {
    private static final int POINTS = 40;

    /** No digits are claimed of second derivatives of rows, but that they are the right ones: some 12 of 16 are left. */
    private static final double BEND = 1 << 14;

    /** {@code src/test/python/far_numbers.py}. */
    @Test
    void lossesOfNumbersComeOutAsTheDoublesTheyAre() throws IOException {
        hold("far-numbers.csv.gz", new Digits(), 260);
    }

    /** {@code src/test/python/far_samples.py}. */
    @Test
    void soDoThoseOfAllSamples() throws IOException {
        hold("far-samples.csv.gz", new Digits(), 44);
    }

    /** {@code src/test/python/far_rows.py}. */
    @Test
    void soDoLossesOfRowsAndSets() throws IOException {
        hold("far-rows.csv.gz", new Digits(BEND), 160);
    }

    private static void hold(String table, Digits digits, int settings) throws IOException {
        Map<String, Integer> points = new TreeMap<>();
        for (TablePoint point : TablePoint.read(table)) {
            points.merge(point.setting(), 1, Integer::sum);
            digits.hold(point);
        }
        assertTrue(digits.beyond().isEmpty(), digits.beyond());
        assertTrue(points.size() >= settings, points.size() + " settings");
        points.forEach((setting, count) -> assertTrue(count >= POINTS, setting));
        assertTrue(digits.slopes() > settings * POINTS, digits.slopes() + " slopes");
    }
}
