package lossctl.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Analytic intervals, errors and p-values against R and SciPy, within 1e-10. */
class ReferenceTest {
    private static final double TOLERANCE = 1e-10;

    private static final Map<String, ToDoubleFunction<Reference.Samples>> OURS = Map.ofEntries(
            Map.entry("paired_p", s -> paired(s).p()),
            Map.entry("paired_low", s -> paired(s).interval(0.95).low()),
            Map.entry("paired_high", s -> paired(s).interval(0.95).high()),
            Map.entry("mean_low", s -> mean(s).interval(0.9).low()),
            Map.entry("mean_high", s -> mean(s).interval(0.9).high()),
            Map.entry("robust_mean", s -> clusters(s).ratio()),
            Map.entry("robust_se", s -> clusters(s).standardError()),
            Map.entry("robust_low", s -> clusters(s).interval(0.95).low()),
            Map.entry("robust_high", s -> clusters(s).interval(0.95).high()),
            Map.entry("ratio_se", ReferenceTest::ratioError),
            Map.entry("root_se", ReferenceTest::rootError),
            Map.entry("r2", s -> r2(sums(units(s)))),
            Map.entry("r2_se", ReferenceTest::r2Error),
            Map.entry("permutation_p_exact", s -> SignFlips.p(s.differences(), 0, 0)));

    @TestFactory
    List<DynamicTest> analyticNumbersAreThoseOfRAndSciPy() {
        Map<String, Reference.Samples> samples = Reference.samples();
        assertTrue(samples.size() >= 12);
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : List.of("r.csv", "scipy.csv")) {
            for (Reference expected : Reference.in(file)) {
                ToDoubleFunction<Reference.Samples> ours = OURS.get(expected.quantity());
                if (ours != null) {
                    tests.add(DynamicTest.dynamicTest(
                            file + " " + expected.set() + " " + expected.quantity(),
                            () -> close(expected, ours.applyAsDouble(samples.get(expected.set())))));
                }
            }
        }
        assertTrue(tests.size() > 300, "only " + tests.size() + " comparisons");
        return tests;
    }

    @TestFactory
    List<DynamicTest> quantilesProbabilitiesAndExactTestsAreThoseOfSciPy() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Reference expected : Reference.in("scipy.csv")) {
            String[] words = expected.quantity().split(" ");
            double at = words.length > 1 ? Double.parseDouble(words[1]) : 0;
            double ours;
            switch (words[0]) {
                case "t_quantile" -> ours = StudentT.quantile(at, Double.parseDouble(expected.set()));
                case "t_cdf" -> ours = StudentT.cdf(at, Double.parseDouble(expected.set()));
                case "normal_quantile" -> ours = Normal.quantile(at);
                case "mcnemar" -> ours = McNemar.p((long) at, Long.parseLong(words[2]));
                default -> {
                    continue;
                }
            }
            tests.add(DynamicTest.dynamicTest(expected.set() + " " + expected.quantity(), () -> close(expected, ours)));
        }
        assertTrue(tests.size() > 100, "only " + tests.size() + " comparisons");
        return tests;
    }

    @TestFactory
    List<DynamicTest> holmIsThatOfR() {
        double[] p = {0.01, 0.04, 0.03, 0.005, 0.8};
        double[] adjusted = Holm.adjusted(p);
        List<DynamicTest> tests = new ArrayList<>();
        for (Reference expected : Reference.in("r.csv")) {
            if (expected.quantity().startsWith("holm")) {
                double ours = adjusted[tests.size()];
                tests.add(DynamicTest.dynamicTest(expected.quantity(), () -> close(expected, ours)));
            }
        }
        assertEquals(5, tests.size());
        return tests;
    }

    private static void close(Reference expected, double ours) {
        double tolerance = TOLERANCE * Math.max(Math.abs(expected.value()), 1e-12);
        assertEquals(expected.value(), ours, Math.max(tolerance, Double.MIN_VALUE), expected.quantity());
    }

    private static RatioSpread paired(Reference.Samples s) {
        return mean(s.differences());
    }

    private static RatioSpread mean(Reference.Samples s) {
        return mean(s.x());
    }

    private static RatioSpread mean(double[] values) {
        RatioSpread spread = new RatioSpread();
        for (double value : values) {
            spread.add(value);
        }
        return spread;
    }

    private static RatioSpread clusters(Reference.Samples s) {
        RatioSpread spread = new RatioSpread();
        for (double[] unit : units(s)) {
            spread.add(unit[1], unit[0]);
        }
        return spread;
    }

    /** A row a cluster: the sums over it of w, w x, w x^2, w (y - x)^2 and w y. */
    private static double[][] units(Reference.Samples s) {
        double[][] units = new double[s.g()[s.n() - 1] + 1][5];
        for (int i = 0; i < s.n(); i++) {
            double x = s.x()[i];
            double d = s.y()[i] - x;
            double[] parts = {1, x, x * x, d * d, s.y()[i]};
            for (int k = 0; k < parts.length; k++) {
                units[s.g()[i]][k] += s.w()[i] * parts[k];
            }
        }
        return units;
    }

    private static double[] sums(double[][] units) {
        double[] sums = new double[units[0].length];
        for (double[] unit : units) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += unit[k];
            }
        }
        return sums;
    }

    private static double error(double[][] units, ToDoubleFunction<double[]> function) {
        double[] sums = sums(units);
        double[][] moments = new double[sums.length][sums.length];
        for (double[] unit : units) {
            for (int i = 0; i < sums.length; i++) {
                for (int j = 0; j < sums.length; j++) {
                    moments[i][j] += unit[i] * unit[j];
                }
            }
        }
        DeltaMethod.OfSums moved = (sum, added) -> {
            double[] other = sums.clone();
            other[sum] += added;
            return function.applyAsDouble(other);
        };
        return DeltaMethod.standardError(moved, moments, units.length);
    }

    private static double rootError(Reference.Samples s) {
        return error(units(s), sums -> Math.sqrt(sums[3] / sums[0]));
    }

    private static double ratioError(Reference.Samples s) {
        RatioSpread spread = new RatioSpread();
        for (double[] unit : units(s)) {
            spread.add(unit[4], unit[1]);
        }
        return spread.standardError();
    }

    private static double r2Error(Reference.Samples s) {
        return error(units(s), ReferenceTest::r2);
    }

    private static double r2(double[] sums) {
        return 1 - sums[3] / (sums[2] - sums[1] * sums[1] / sums[0]);
    }
}
