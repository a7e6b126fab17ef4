package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

/** Holds values to 2 ulp of a table of 50 digits, which {@code src/test/python/values.py} has made with mpmath. */
class ValuesTest {
    @Test
    void everyValueIsWithinTwoUlpOfTheFiftyDigits() throws IOException {
        StringBuilder beyond = new StringBuilder();
        Map<String, Integer> points = new TreeMap<>();
        try (InputStream bytes = ValuesTest.class.getResourceAsStream("values.csv.gz");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                points.merge(fields[0] + " " + fields[1], 1, Integer::sum);
                double got =
                        new LossAt(Catalog.find(fields[0]).create(params(fields)), fields[2], fields[3], "").value();
                double ulps = ulps(got, fields[4]);
                if (!(ulps <= 2)) {
                    beyond.append('\n')
                            .append(ulps)
                            .append(" ulp, got ")
                            .append(got)
                            .append(": ")
                            .append(line);
                }
            }
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertEquals(40, points.size());
        points.forEach((loss, count) -> assertEquals(100, count, loss));
    }

    private static Params params(String[] fields) {
        Spec spec = Catalog.find(fields[0]);
        Params params = spec.defaults();
        for (String setting : fields[1].isEmpty() ? new String[0] : fields[1].split(";")) {
            String[] pair = setting.split("=");
            params = params.with(pair[0], pair[1].equals("true") ? (Object) true : Double.valueOf(pair[1]));
        }
        return params;
    }

    private static double ulps(double got, String wanted) {
        BigDecimal exact = new BigDecimal(wanted);
        double nearest = exact.doubleValue();
        if (!Double.isFinite(got) || !Double.isFinite(nearest)) {
            return got == nearest ? 0 : Double.POSITIVE_INFINITY;
        }
        BigDecimal off = new BigDecimal(got).subtract(exact).abs();
        return off.divide(new BigDecimal(Math.ulp(nearest)), MathContext.DECIMAL64)
                .doubleValue();
    }
}
