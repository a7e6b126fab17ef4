package lossctl.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Resampled intervals and p-values against R and SciPy, within the Monte Carlo error of both. */
class BootstrapTest {
    private static final int RESAMPLES = 20_000;
    private static final int SIGMAS = 5;

    @TestFactory
    List<DynamicTest> intervalsAreThoseOfRAndSciPy() {
        Map<String, Bootstrap> drawn = new java.util.HashMap<>();
        Map<String, Ratio> ratios = new java.util.HashMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        Reference.samples().forEach((name, s) -> {
            ratios.put(name, ratio(s));
            drawn.put(name, Bootstrap.of(ratios.get(name), RESAMPLES, 7, 2));
        });
        for (String file : List.of("r.csv", "scipy.csv")) {
            for (Reference expected : Reference.in(file)) {
                boolean bca = expected.quantity().startsWith("bca_");
                if (bca || expected.quantity().startsWith("percentile_")) {
                    Bootstrap ours = drawn.get(expected.set());
                    double estimate = value(ratios.get(expected.set()));
                    tests.add(DynamicTest.dynamicTest(
                            file + " " + expected.set() + " " + expected.quantity(),
                            () -> assertWithin(expected, ours, estimate, bca)));
                }
            }
        }
        assertTrue(tests.size() >= 100, "only " + tests.size() + " comparisons");
        return tests;
    }

    /** The end that was given lies between our ends at levels a few standard errors to both sides. */
    private static void assertWithin(Reference expected, Bootstrap ours, double estimate, boolean bca) {
        double error = SIGMAS * Math.sqrt(0.025 * 0.975 * 2 / RESAMPLES) + (bca ? 0.007 : 0);
        Bounds narrow = bounds(ours, estimate, bca, 1 - 2 * (0.025 + error));
        Bounds wide = bounds(ours, estimate, bca, 1 - 2 * (0.025 - Math.min(error, 0.02)));
        boolean low = expected.quantity().endsWith("_low");
        double least = low ? wide.low() : narrow.high();
        double most = low ? narrow.low() : wide.high();
        double slack = 1e-12 * Math.abs(expected.value());
        assertTrue(
                least - slack <= expected.value() && expected.value() <= most + slack,
                expected + " is not in [" + least + ", " + most + "]");
    }

    private static Bounds bounds(Bootstrap ours, double estimate, boolean bca, double level) {
        return bca ? ours.bca(estimate, level) : ours.percentile(level);
    }

    private static Ratio ratio(Reference.Samples s) {
        double[] above = new double[s.n()];
        for (int i = 0; i < above.length; i++) {
            above[i] = s.x()[i] * s.w()[i];
        }
        return new Ratio(above, s.w());
    }

    private static double value(Ratio ratio) {
        int[] once = new int[ratio.units()];
        java.util.Arrays.fill(once, 1);
        return ratio.value(once);
    }

    @TestFactory
    List<DynamicTest> permutationTestsAreThoseOfSciPy() {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, Reference.Samples> samples = Reference.samples();
        for (Reference expected : Reference.in("scipy.csv")) {
            if (expected.quantity().equals("permutation_p")) {
                double p = expected.value();
                double ours = SignFlips.p(samples.get(expected.set()).differences(), RESAMPLES, 11);
                double error = SIGMAS * Math.sqrt(Math.max(p * (1 - p), 1e-4) / RESAMPLES) + 1.0 / RESAMPLES;
                tests.add(DynamicTest.dynamicTest(expected.set(), () -> assertEquals(p, ours, error)));
            }
        }
        assertTrue(tests.size() >= 10, "only " + tests.size() + " comparisons");
        return tests;
    }

    @Test
    void theNumbersDependOnTheSeedAndNotOnTheThreads() {
        Ratio ratio = ratio(Reference.samples().get("weights"));
        Bounds one = Bootstrap.of(ratio, 500, 1, 1).bca(value(ratio), 0.9);
        assertEquals(one, Bootstrap.of(ratio, 500, 1, 7).bca(value(ratio), 0.9));
        assertFalse(one.equals(Bootstrap.of(ratio, 500, 2, 1).bca(value(ratio), 0.9)));
    }

    @Test
    void leavingOneOutIsTheSameByFormulaAndByCounting() {
        Ratio ratio = ratio(Reference.samples().get("weights"));
        Statistic plain = new Statistic() {
            @Override
            public int units() {
                return ratio.units();
            }

            @Override
            public double value(int[] counts) {
                return ratio.value(counts);
            }
        };
        assertArrayEquals(plain.leaveOneOut(), ratio.leaveOneOut(), 1e-14);
    }

    @Test
    void quantilesAreLinearBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4, 8};
        assertEquals(1, Bootstrap.quantile(sorted, 0));
        assertEquals(3, Bootstrap.quantile(sorted, 0.5));
        assertEquals(8, Bootstrap.quantile(sorted, 1));
    }

    @Test
    void aResampleWithoutAValueLeavesNoInterval() {
        Bounds none = Bootstrap.of(new Ratio(new double[] {1, 1}, new double[] {0, 1}), 200, 1, 1)
                .percentile(0.95);
        assertTrue(none.high() == Double.POSITIVE_INFINITY || !none.exists());
        assertFalse(none.exists());
    }
}
