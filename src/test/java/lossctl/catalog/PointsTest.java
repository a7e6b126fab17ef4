package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

/**
 * Holds losses against tables of 26-digit values, which {@code points_a.py} and {@code points_b.py} in
 * {@code src/test/python} have made with mpmath.
 */
class PointsTest {
    /** Every value is within 2 ulp where the loss does not magnify the rounding of its residual or ratio. */
    @Test
    void everyValueIsWithinTwoUlpOfTheTableOfMpmathWhereItIsWellConditioned() throws IOException {
        hold(2, 1, Point::value);
    }

    @Test
    void everySlopeAndCurvatureIsWithinTwelveUlpWhereItIsWellConditioned() throws IOException {
        hold(12, 3, Point::slopes);
    }

    private interface Question {
        List<Answer> of(Point point);
    }

    /** What the differences that the table rests on cannot tell from 0. */
    private static final double NOTHING = 1e-59;

    /** What was wanted, how a relative error of the inputs grows on the way, and what came. */
    private record Answer(String wanted, double condition, double got) {
        double ulps() {
            BigDecimal exact = new BigDecimal(wanted);
            double nearest = exact.doubleValue();
            if (nearest == 0 && Math.abs(got) < NOTHING) {
                return 0;
            }
            if (!(Math.abs(got) <= Double.MAX_VALUE)) {
                return got == nearest ? 0 : Double.POSITIVE_INFINITY;
            }
            BigDecimal off = new BigDecimal(got).subtract(exact).abs();
            return off.divide(new BigDecimal(Math.ulp(nearest)), MathContext.DECIMAL64)
                    .doubleValue();
        }
    }

    /**
     * Fails with the lines that are off by more than {@code bar} ulp, or {@code growth (1 + condition)} if that is more; ten
     * times as much for aft, whose probability of an interval is a difference of two that may be nearly the same.
     */
    private static void hold(double bar, double growth, Question question) throws IOException {
        StringBuilder beyond = new StringBuilder();
        int count = 0;
        for (String line : lines()) {
            for (Answer answer : question.of(new Point(line.split(",", -1)))) {
                double ulps = answer.ulps();
                count++;
                double allowed = Math.max(bar, growth * (1 + answer.condition()));
                if (!(ulps <= (line.startsWith("aft,") ? 10 * allowed : allowed))) {
                    beyond.append('\n')
                            .append(ulps)
                            .append(" ulp, got ")
                            .append(answer.got())
                            .append(": ")
                            .append(line);
                }
            }
        }
        assertTrue(count > 2000, "the table is read");
        assertTrue(beyond.isEmpty(), beyond.toString());
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String table : List.of("points-a.csv.gz", "points-b.csv.gz")) {
            try (InputStream bytes = PointsTest.class.getResourceAsStream(table);
                    BufferedReader reader = new BufferedReader(
                            new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8))) {
                reader.readLine();
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** A line of the table. */
    private record Point(String[] fields) {
        String name() {
            return fields[0];
        }

        Loss loss() {
            Spec spec = Catalog.find(name());
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

        private LossAt at() {
            return new LossAt(loss(), fields[2], fields[3], fields[4]);
        }

        List<Answer> value() {
            return answers(5, at().value());
        }

        List<Answer> slopes() {
            LossAt at = at();
            List<Answer> answers = new ArrayList<>();
            if (!fields[6].isEmpty()) {
                answers.addAll(answers(6, at.gradient()));
            }
            if (!fields[7].isEmpty()) {
                answers.addAll(answers(7, at.hessian()));
            }
            return answers;
        }

        private List<Answer> answers(int field, double... got) {
            String[] wanted = fields[field].split(" ");
            double[] conditions = LossAt.numbers(fields[field + 3], " ");
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < wanted.length; i++) {
                answers.add(new Answer(wanted[i], conditions[i], got[i]));
            }
            return answers;
        }
    }
}
