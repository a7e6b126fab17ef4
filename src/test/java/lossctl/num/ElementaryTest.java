package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Map<String, ToDoubleFunction<double[]>> FUNCTIONS = new HashMap<>();
    /** The largest error allowed, in ulp of the exact value; 2 for all others. */
    private static final Map<String, Double> ULPS =
            Map.of("logNormalCdf", 3.0, "betaLog", 3.0, "trigammaNegative", 4.0, "exp", 1.0, "log", 1.0, "log1p", 1.0);
    /** Functions with zeros at no simple place: the largest absolute error allowed, where |value| < 1. */
    private static final Map<String, Double> ABSOLUTE =
            Map.of("betaLogMixed", 1e-14, "betaLogSmall", 1e-14, "logGammaNegative", 1e-14, "digammaNegative", 1e-14);

    static {
        one("softplus", Elementary::softplus);
        one("sigmoid", Elementary::sigmoid);
        one("logSigmoid", Elementary::logSigmoid);
        one("log1mExp", Elementary::log1mExp);
        one("log1pMinus", Elementary::log1pMinus);
        one("expm1Minus", Elementary::expm1Minus);
        one("logGamma", Elementary::logGamma);
        one("logGammaNegative", Elementary::logGamma);
        one("digamma", Elementary::digamma);
        one("digammaRoot", Elementary::digamma);
        one("digammaNegative", Elementary::digamma);
        one("trigamma", Elementary::trigamma);
        one("trigammaNegative", Elementary::trigamma);
        one("erf", Elementary::erf);
        one("erfc", Elementary::erfc);
        one("erfcx", Elementary::erfcx);
        one("normalPdf", Elementary::normalPdf);
        one("normalCdf", Elementary::normalCdf);
        one("logNormalCdf", Elementary::logNormalCdf);
        one("exp", Elementary::exp);
        one("log", Elementary::log);
        one("log1p", Elementary::log1p);
        one("expm1", Elementary::expm1);
        one("sin", Elementary::sin);
        one("cos", Elementary::cos);
        one("tan", Elementary::tan);
        one("atan", Elementary::atan);
        one("sinh", Elementary::sinh);
        one("cosh", Elementary::cosh);
        one("tanh", Elementary::tanh);
        two("pow", Elementary::pow);
        two("xLogY", Elementary::xLogY);
        two("hypot", Elementary::hypot);
        two("betaLog", Elementary::betaLog);
        two("betaLogSmall", Elementary::betaLog);
        two("betaLogMixed", Elementary::betaLog);
        FUNCTIONS.put("norm2", Elementary::norm2);
        FUNCTIONS.put("logSumExp", x -> Elementary.logSumExp(x, 0, x.length));
        FUNCTIONS.put("logSumExpMinus", x -> Elementary.logSumExpMinus(rest(x), x.length - 1, (int) x[0]));
        FUNCTIONS.put("softmax", x -> softmax(rest(x))[(int) x[0]]);
    }

    private static void one(String name, DoubleUnaryOperator function) {
        FUNCTIONS.put(name, x -> function.applyAsDouble(x[0]));
    }

    private static void two(String name, DoubleBinaryOperator function) {
        FUNCTIONS.put(name, x -> function.applyAsDouble(x[0], x[1]));
    }

    private static double[] rest(double[] x) {
        return Arrays.copyOfRange(x, 1, x.length);
    }

    private static double[] softmax(double... x) {
        double[] out = new double[x.length];
        Elementary.softmax(x, out);
        return out;
    }

    @Test
    void theThirtyDigitTableIsMetWithinTheStatedError() throws IOException {
        Map<String, Integer> points = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(getClass().getResourceAsStream("/elementary.txt"), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split(" ");
                    points.merge(cells[0], 1, Integer::sum);
                    check(line, cells, wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(FUNCTIONS.keySet(), points.keySet());
    }

    private static void check(String line, String[] cells, List<String> wrong) {
        double[] x = new double[cells.length - 3];
        for (int i = 0; i < x.length; i++) {
            x[i] = Double.parseDouble(cells[i + 1]);
        }
        BigDecimal exact = new BigDecimal(cells[cells.length - 1]);
        double value = FUNCTIONS.get(cells[0]).applyAsDouble(x);
        double near = exact.doubleValue();
        double allowed = ULPS.getOrDefault(cells[0], 2.0) * Math.ulp(near);
        if (ABSOLUTE.containsKey(cells[0])) {
            allowed = Math.max(1, Math.abs(near)) * ABSOLUTE.get(cells[0]);
        }
        boolean finite = Math.abs(value) <= Double.MAX_VALUE;
        if (!finite || exact.subtract(new BigDecimal(value)).abs().compareTo(new BigDecimal(allowed)) > 0) {
            wrong.add(line + ", got " + value);
        }
    }

    @Test
    void tinyResultsKeepTheirDigits() {
        assertEquals(Elementary.exp(-740), Elementary.softplus(-740));
        assertTrue(Elementary.softplus(-740) > 0);
        assertEquals(0, Elementary.softplus(-800));
        assertEquals(800, Elementary.softplus(800));
        assertEquals(Elementary.exp(-50), Elementary.logSumExpMinus(new double[] {50, 0}, 2, 0));
        assertEquals(50, Elementary.logSumExpMinus(new double[] {50, 0}, 2, 1));
        assertEquals(0, Elementary.logSumExpMinus(new double[] {7}, 1, 0));
        assertEquals(2000, Elementary.logSumExpMinus(new double[] {-1000, 1000}, 2, 0));
        assertEquals(1000 + Elementary.log(2), Elementary.logSumExp(new double[] {9, 1000, 1000, 9}, 1, 3));
    }

    @Test
    void tenThousandEqualScoresShareAlike() {
        double[] x = new double[10_000];
        Arrays.fill(x, -3.5);
        assertEquals(1e-4, softmax(x)[17]);
        assertEquals(Elementary.log(10_000), Elementary.logSumExpMinus(x, x.length, 42));
    }

    @Test
    void softmaxMayWriteOverItsInput() {
        double[] x = {1, 2, 3};
        double[] apart = softmax(x);
        Elementary.softmax(x, x);
        assertArrayEquals(apart, x);
    }

    @Test
    void infiniteScoresGiveTheLimit() {
        assertEquals(-INF, Elementary.logSumExp(new double[0], 0, 0));
        assertEquals(-INF, Elementary.logSumExp(new double[] {-INF, -INF}, 0, 2));
        assertEquals(INF, Elementary.logSumExp(new double[] {INF, 1}, 0, 2));
        assertEquals(1.5, Elementary.logSumExp(new double[] {-INF, 1.5}, 0, 2));
        assertEquals(INF, Elementary.logSumExpMinus(new double[] {-INF, 1.5}, 2, 0));
        assertEquals(0, Elementary.logSumExpMinus(new double[] {-INF, 1.5}, 2, 1));
        assertArrayEquals(new double[] {0, 1}, softmax(-INF, 1.5));
        assertEquals(Double.NaN, Elementary.logSumExp(new double[] {1, Double.NaN}, 0, 2));
        assertEquals(Double.NaN, Elementary.logSumExpMinus(new double[] {1, Double.NaN}, 2, 0));
    }

    @Test
    void everyFunctionOfOneNumberPassesNaNThrough() {
        for (Map.Entry<String, ToDoubleFunction<double[]>> each : FUNCTIONS.entrySet()) {
            if (!each.getKey().startsWith("softmax")
                    && !each.getKey().endsWith("Minus")
                    && !each.getKey().equals("pow")) {
                assertEquals(Double.NaN, each.getValue().applyAsDouble(new double[] {Double.NaN, 1}), each.getKey());
                assertEquals(Double.NaN, each.getValue().applyAsDouble(new double[] {Double.NaN, 0}), each.getKey());
            }
        }
        assertEquals(Double.NaN, Elementary.log1pMinus(Double.NaN));
        assertEquals(Double.NaN, Elementary.expm1Minus(Double.NaN));
        assertEquals(Double.NaN, Elementary.xLogY(0, Double.NaN));
    }

    @Test
    void polesAndEndsAreAsStated() {
        assertEquals(0, Elementary.xLogY(0, 0));
        assertEquals(0, Elementary.xLogY(0, -1));
        assertEquals(-INF, Elementary.xLogY(1, 0));
        assertEquals(-INF, Elementary.log1mExp(0));
        assertEquals(Double.NaN, Elementary.log1mExp(1));
        assertEquals(-0.0, Elementary.log1mExp(-INF));
        assertEquals(-INF, Elementary.log1pMinus(-1));
        assertEquals(-INF, Elementary.log1pMinus(INF));
        assertEquals(INF, Elementary.expm1Minus(INF));
        assertEquals(INF, Elementary.expm1Minus(-INF));
        assertEquals(0, Elementary.logGamma(1));
        assertEquals(0, Elementary.logGamma(2));
        assertEquals(INF, Elementary.logGamma(INF));
        assertEquals(Double.NaN, Elementary.digamma(0));
        assertEquals(INF, Elementary.digamma(INF));
        assertEquals(0, Elementary.trigamma(INF));
        for (int pole = 0; pole > -5; pole--) {
            assertEquals(INF, Elementary.logGamma(pole));
            assertEquals(Double.NaN, Elementary.digamma(pole));
            assertEquals(INF, Elementary.trigamma(pole));
        }
        assertEquals(INF, Elementary.betaLog(0, 3));
        assertEquals(-INF, Elementary.betaLog(3, INF));
        assertEquals(Double.NaN, Elementary.betaLog(-1, 3));
        assertEquals(Elementary.betaLog(3, 40), Elementary.betaLog(40, 3));
    }

    @Test
    void theErrorFunctionsReachTheirLimits() {
        assertEquals(1, Elementary.erf(INF));
        assertEquals(-1, Elementary.erf(-INF));
        assertEquals(1, 1 / Elementary.erf(-0.0) < 0 ? 1 : 0);
        assertEquals(0, Elementary.erfc(INF));
        assertEquals(2, Elementary.erfc(-INF));
        assertEquals(0, Elementary.erfcx(INF));
        assertEquals(INF, Elementary.erfcx(-INF));
        assertEquals(INF, Elementary.erfcx(-27));
        assertEquals(1, Elementary.erfcx(0));
        assertEquals(0.5, Elementary.normalCdf(0));
        assertEquals(0, Elementary.normalCdf(-INF));
        assertEquals(1, Elementary.normalCdf(INF));
        assertEquals(0, Elementary.normalPdf(INF));
        assertEquals(-INF, Elementary.logNormalCdf(-INF));
        assertEquals(-0.0, Elementary.logNormalCdf(INF));
        assertTrue(Elementary.erfcx(1e308) > 0);
    }

    @Test
    void neighbouringFormulasMeetWithoutAStep() {
        assertMeets(Elementary::log1pMinus, -0.7);
        assertMeets(Elementary::log1pMinus, 2);
        assertMeets(Elementary::expm1Minus, -1.5);
        assertMeets(Elementary::expm1Minus, 1.5);
        for (double edge : new double[] {0.5, 0.75, 1.2, 1.75, 2.25, 2.5, 10}) {
            assertMeets(Elementary::logGamma, edge);
            assertMeets(Elementary::digamma, edge);
            assertMeets(Elementary::trigamma, edge);
        }
        for (double edge : new double[] {-0.5, 0.5, 1e16, 0}) {
            assertMeets(Elementary::erf, edge);
            assertMeets(Elementary::erfc, edge);
            assertMeets(Elementary::erfcx, edge);
        }
        assertMeets(Elementary::logNormalCdf, -5);
        assertMeets(Elementary::logNormalCdf, 0);
    }

    /** The step over the edge is what the slope makes of one ulp, and the errors stated. */
    private static void assertMeets(DoubleUnaryOperator function, double edge) {
        double at = function.applyAsDouble(edge);
        double before = function.applyAsDouble(Math.nextDown(edge));
        assertEquals(at, before, 8 * Math.ulp(at) + 4 * Math.ulp(edge), () -> "at " + edge);
    }

    @Test
    void normsNeitherOverflowNorUnderflow() {
        assertEquals(5e300, Elementary.norm2(new double[] {3e300, -4e300}));
        assertEquals(5e-324, Elementary.norm2(new double[] {0, -5e-324}));
        assertEquals(0, Elementary.norm2(new double[0]));
        assertEquals(INF, Elementary.norm2(new double[] {Double.NaN, -INF}));
        assertEquals(Double.NaN, Elementary.norm2(new double[] {Double.NaN, 1}));
        assertEquals(Math.sqrt(2) * 1e-200, Elementary.norm2(new double[] {1e-200, 1e-200}), 1e-216);
    }
}
