package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds values to 2 ulp of a table of 50 digits, which {@code src/test/python/values.py} has made with mpmath. */
class ValuesTest {
    @Test
    void everyValueIsWithinTwoUlpOfTheFiftyDigits() throws IOException {
        StringBuilder beyond = new StringBuilder();
        Map<String, Integer> points = new TreeMap<>();
        for (TablePoint point : TablePoint.read("values.csv.gz")) {
            String[] fields = point.fields();
            points.merge(point.setting(), 1, Integer::sum);
            double got = new LossAt(point.loss(), fields[2], fields[3], "").value();
            double ulps = TablePoint.ulps(got, fields[4], 0);
            if (!(ulps <= 2)) {
                beyond.append('\n')
                        .append(ulps)
                        .append(" ulp, got ")
                        .append(got)
                        .append(": ")
                        .append(point.line());
            }
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertEquals(40, points.size());
        points.forEach((loss, count) -> assertEquals(100, count, loss));
    }
}
