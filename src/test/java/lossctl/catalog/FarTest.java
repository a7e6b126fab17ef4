package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds losses of rows and sets to what they are at the far ends of the doubles, which {@code src/test/python/far_rows.py} has
 * made with mpmath: value, slopes and the diagonal of the Hessian are finite wherever the true ones are, and have their digits
 * where numbers of a double have them.
 */
class FarTest {
    private static final int SETTINGS = 160;
    private static final int POINTS = 40;

    /** No digits are claimed of second derivatives, but that they are the right ones: some 12 of 16 are left. */
    private static final double BEND = 1 << 14;

    @Test
    void nothingIsNanOrInfiniteThatIsANumber() throws IOException {
        StringBuilder beyond = new StringBuilder();
        Map<String, Integer> points = new TreeMap<>();
        int slopes = 0;
        for (TablePoint point : TablePoint.read("far-rows.csv.gz")) {
            points.merge(point.setting(), 1, Integer::sum);
            slopes += WideTest.hold(beyond, point, BEND);
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertTrue(points.size() >= SETTINGS, points.size() + " settings");
        points.forEach((setting, count) -> assertTrue(count >= POINTS, setting));
        assertTrue(slopes > SETTINGS * POINTS, slopes + " slopes");
    }
}
