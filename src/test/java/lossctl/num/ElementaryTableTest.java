package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Holds e^x, ln x and ln(1 + x) to 40 digits, which {@code src/test/python/elementary.py} has made with mpmath. */
class ElementaryTableTest {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
            Map.of("exp", Elementary::exp, "log", Elementary::log, "log1p", Elementary::log1p);

    /** As their Javadoc has it. */
    private static final double BAR = 0.51;

    private static final int PLACES = 1500;

    @Test
    void eachIsWithinItsPartOfAnUlpAtEveryPlace() throws IOException {
        StringBuilder beyond = new StringBuilder();
        Map<String, Integer> places = new TreeMap<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(ElementaryTableTest.class.getResourceAsStream("elementary.csv.gz")),
                StandardCharsets.US_ASCII))) {
            table.readLine();
            for (String line = table.readLine(); line != null; line = table.readLine()) {
                String[] fields = line.split(",");
                double got = FUNCTIONS.get(fields[0]).applyAsDouble(Double.parseDouble(fields[1]));
                double off = ulps(got, new BigDecimal(fields[2]));
                places.merge(fields[0], 1, Integer::sum);
                if (!(off <= BAR)) {
                    beyond.append('\n')
                            .append(off)
                            .append(": ")
                            .append(line)
                            .append(", not ")
                            .append(got);
                }
            }
        }
        assertTrue(beyond.isEmpty(), beyond.toString());
        assertEquals(FUNCTIONS.keySet(), places.keySet());
        places.forEach((name, count) -> assertTrue(count >= PLACES, name + ": " + count));
    }

    /** In units of the last place of the double next to the exact value. */
    private static double ulps(double got, BigDecimal exact) {
        double nearest = exact.doubleValue();
        if (got == nearest || Double.isInfinite(nearest)) {
            return got == nearest ? 0 : Double.POSITIVE_INFINITY;
        }
        BigDecimal off = new BigDecimal(got).subtract(exact).abs();
        return off.divide(new BigDecimal(Math.ulp(nearest)), MathContext.DECIMAL64)
                .doubleValue();
    }

    @Test
    void eachIsNextToWhatJavaHasForItWhateverTheBits() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 300_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            isNext("exp", x, Elementary.exp(x), StrictMath.exp(x));
            isNext("log", x, Elementary.log(x), StrictMath.log(x));
            isNext("log1p", x, Elementary.log1p(x), StrictMath.log1p(x));
        }
    }

    @Test
    void soItIsAtTheSizesThatOccur() {
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < 1_000_000; i++) {
            double part = random.nextDouble();
            double x = (part - 0.52) * 1450;
            isNext("exp", x, Elementary.exp(x), StrictMath.exp(x));
            isNext("log", 2 * part, Elementary.log(2 * part), StrictMath.log(2 * part));
            double above = i % 2 == 0 ? -part : 1 / part - 1;
            isNext("log1p", above, Elementary.log1p(above), StrictMath.log1p(above));
        }
    }

    @Test
    void noneFallsWhereTheRowOfItsTableChanges() {
        for (int n = -1022 * 128; n < 1024 * 128; n++) {
            rises("exp", Elementary::exp, (n + 0.5) * StrictMath.log(2) / 128);
        }
        for (int exponent = -1022; exponent < 1024; exponent += exponent > -4 && exponent < 4 ? 1 : 31) {
            for (int n = 0; n < 256; n++) {
                double seam = Math.scalb(1 + n / 256.0, exponent);
                rises("log", Elementary::log, seam);
                rises("log1p", Elementary::log1p, seam - 1);
                rises("log1p", Elementary::log1p, seam);
            }
        }
    }

    /** At some doubles on either side. */
    private static void rises(String name, DoubleUnaryOperator function, double seam) {
        double x = seam - 4 * Math.ulp(seam);
        for (int i = 0; i < 8; i++, x = Math.nextUp(x)) {
            double at = x;
            double below = function.applyAsDouble(x);
            double above = function.applyAsDouble(Math.nextUp(x));
            assertTrue(!(below > above), () -> name + " falls above " + at);
        }
    }

    @Test
    void soItIsAtWhateverIsNoNumberOrHasNoLogarithm() {
        for (double x : new double[] {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(StrictMath.exp(x), Elementary.exp(x), "exp " + x);
            assertEquals(StrictMath.log(x), Elementary.log(x), "log " + x);
            assertEquals(StrictMath.log1p(x), Elementary.log1p(x), "log1p " + x);
        }
        assertEquals(Double.NaN, Elementary.log(-2));
        assertEquals(Double.NaN, Elementary.log1p(-2));
        assertEquals(Double.NEGATIVE_INFINITY, Elementary.log1p(-1));
    }

    private static void isNext(String name, double x, double got, double wanted) {
        boolean same = Double.compare(got, wanted) == 0;
        assertTrue(
                same || Math.abs(got - wanted) <= Math.ulp(wanted),
                () -> name + " " + x + ": " + got + ", not " + wanted);
    }
}
