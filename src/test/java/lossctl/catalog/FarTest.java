package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds the losses of numbers to 50 digits at the far ends of the doubles, where truth and prediction may be further apart
 * than any double: what a double holds comes out as one, and never NaN or infinite. The table is made by {@code
 * src/test/python/far_numbers.py}; a {@code ~} stands where a change in the last digit of an argument is magnified.
 */
class FarTest {
    private static final int SETTINGS = 200;
    private static final int POINTS = 40;

    @Test
    void whatADoubleHoldsComesOutAsOneAtTheFarEndsOfTheDoubles() throws IOException {
        Digits digits = new Digits();
        Map<String, Integer> points = new TreeMap<>();
        for (TablePoint point : TablePoint.read("far-numbers.csv.gz")) {
            points.merge(point.setting(), 1, Integer::sum);
            digits.hold(point);
        }
        assertTrue(digits.beyond().isEmpty(), digits.beyond());
        assertTrue(points.size() >= SETTINGS, points.size() + " settings");
        points.forEach((setting, count) -> assertEquals(0, count % POINTS, setting));
    }
}
