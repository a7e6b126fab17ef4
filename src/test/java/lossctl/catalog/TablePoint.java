package lossctl.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import lossctl.loss.Loss;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.Spec;

/** A line of a table of many digits: loss, parameters, truth, prediction, inputs, then what is to come out. */
record TablePoint(String line, String[] fields) {

    static List<TablePoint> read(String table) throws IOException {
        List<TablePoint> points = new ArrayList<>();
        try (InputStream bytes = TablePoint.class.getResourceAsStream(table);
                InputStream plain = table.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("loss,")) {
                    points.add(new TablePoint(line, line.split(",", -1)));
                }
            }
        }
        return points;
    }

    String name() {
        return fields[0];
    }

    /** The loss and its parameters. */
    String setting() {
        return fields[0] + " " + fields[1];
    }

    Loss loss() {
        return loss(Catalog.find(name()));
    }

    /** The loss with the line's parameters, from whatever catalogue it is. */
    Loss loss(Spec spec) {
        Params params = spec.defaults();
        for (String setting : fields[1].isEmpty() ? new String[0] : fields[1].split(";")) {
            String[] pair = setting.split("=");
            params = params.with(pair[0], setting(params, pair[0], pair[1]));
        }
        return spec.create(params);
    }

    private static Object setting(Params params, String name, String text) {
        for (Param param : params.list()) {
            if (param.name().equals(name)) {
                return switch (param.type()) {
                    case NUMBER, INTEGER -> Double.valueOf(text);
                    case FLAG -> Boolean.valueOf(text);
                    case CHOICE -> text;
                    case NUMBERS -> LossAt.numbers(text, "/");
                };
            }
        }
        throw new IllegalArgumentException(name);
    }

    LossAt at() {
        return at(loss());
    }

    LossAt at(Loss loss) {
        return new LossAt(loss, fields[2], fields[3], fields.length > 5 ? fields[4] : "");
    }

    /**
     * How far a result is off, in units of the last place of the double next to the true value; where that value is
     * beyond all doubles only infinity will do.
     *
     * @param nothing below it a result is as good as a true value that is 0 as a double
     */
    static double ulps(double got, String wanted, double nothing) {
        BigDecimal exact = new BigDecimal(wanted);
        double nearest = exact.doubleValue();
        if (nearest == 0 && (got == 0 || Math.abs(got) < nothing)) {
            return 0;
        }
        if (!Double.isFinite(got) || !Double.isFinite(nearest)) {
            return got == nearest ? 0 : Double.POSITIVE_INFINITY;
        }
        BigDecimal off = new BigDecimal(got).subtract(exact).abs();
        return off.divide(new BigDecimal(Math.ulp(nearest)), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Whether a result is finite where the true value is: for true values that no computation from doubles has digits of. */
    static boolean fits(double got, String wanted) {
        return Double.isFinite(got) || Double.isInfinite(got) && Double.isInfinite(Double.parseDouble(wanted));
    }
}
