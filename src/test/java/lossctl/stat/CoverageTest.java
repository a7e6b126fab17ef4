package lossctl.stat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals hold the truth, over 2,000 simulated data sets: 93 % to 97 % where theory says so. */
class CoverageTest {
    private static final int SETS = 2000;

    private interface Trial {
        boolean holds(SplittableRandom random);
    }

    private static void assertCovers(Trial trial) {
        int held = 0;
        for (int i = 0; i < SETS; i++) {
            held += trial.holds(Seeds.of(20261120, i)) ? 1 : 0;
        }
        double share = held / (double) SETS;
        String name = StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getMethodName());
        System.out.println(name + " holds the truth in " + held + " of " + SETS + " data sets");
        assertTrue(share >= 0.93 && share <= 0.97, "covered " + share);
    }

    private static double normal(SplittableRandom random) {
        return Normal.quantile(random.nextDouble() + 0x1p-54);
    }

    @Test
    void theTIntervalOfNormalNumbers() {
        assertCovers(random -> {
            RatioSpread spread = new RatioSpread();
            for (int i = 0; i < 8; i++) {
                spread.add(3 + normal(random));
            }
            return spread.interval(0.95).contains(3);
        });
    }

    @Test
    void theTIntervalOfManySquaredErrors() {
        assertCovers(random -> {
            RatioSpread spread = new RatioSpread();
            for (int i = 0; i < 200; i++) {
                double e = normal(random);
                spread.add(e * e);
            }
            return spread.interval(0.95).contains(1);
        });
    }

    @Test
    void theTIntervalOfAWeightedMean() {
        assertCovers(random -> {
            RatioSpread spread = new RatioSpread();
            for (int i = 0; i < 60; i++) {
                double weight = 0.5 + random.nextDouble();
                spread.add(weight * (3 + normal(random) / weight), weight);
            }
            return spread.interval(0.95).contains(3);
        });
    }

    @Test
    void theRobustIntervalOfClustersWhereTheNaiveOneFails() {
        int[] naiveHeld = {0};
        assertCovers(random -> {
            RatioSpread robust = new RatioSpread();
            RatioSpread naive = new RatioSpread();
            for (int cluster = 0; cluster < 40; cluster++) {
                double shared = normal(random);
                double sum = 0;
                int size = 5;
                for (int i = 0; i < size; i++) {
                    double value = shared + normal(random);
                    naive.add(value);
                    sum += value;
                }
                robust.add(sum, size);
            }
            naiveHeld[0] += naive.interval(0.95).contains(0) ? 1 : 0;
            return robust.interval(0.95).contains(0);
        });
        assertTrue(naiveHeld[0] < 0.85 * SETS, "the naive interval held " + naiveHeld[0]);
    }

    @Test
    void theDeltaIntervalOfARoot() {
        assertCovers(random -> {
            double n = 150;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double e = normal(random);
                sum += e * e;
                squares += e * e * e * e;
            }
            double[] sums = {sum, n};
            double error = DeltaMethod.standardError(
                    (k, added) -> Math.sqrt((sums[0] + (k == 0 ? added : 0)) / (sums[1] + (k == 1 ? added : 0))),
                    new double[][] {{squares, sum}, {sum, n}},
                    (long) n);
            return Bounds.t(Math.sqrt(sum / n), error, n - 1, 0.95).contains(1);
        });
    }

    @Test
    void thePercentileInterval() {
        assertCovers(random -> bootstrap(random).percentile(0.95).contains(0));
    }

    @Test
    void theCorrectedInterval() {
        assertCovers(random -> {
            Ratio ratio = ratio(random);
            int[] once = new int[ratio.units()];
            java.util.Arrays.fill(once, 1);
            return Bootstrap.of(ratio, 400, random.nextLong(), 1)
                    .bca(ratio.value(once), 0.95)
                    .contains(0);
        });
    }

    private static Bootstrap bootstrap(SplittableRandom random) {
        return Bootstrap.of(ratio(random), 400, random.nextLong(), 1);
    }

    private static Ratio ratio(SplittableRandom random) {
        double[] above = new double[60];
        double[] below = new double[above.length];
        for (int i = 0; i < above.length; i++) {
            above[i] = normal(random);
            below[i] = 1;
        }
        return new Ratio(above, below);
    }

    @Test
    void testsRejectATrueHypothesisAsOftenAsTheirLevelSays() {
        int[] rejected = {0, 0};
        for (int i = 0; i < SETS; i++) {
            SplittableRandom random = Seeds.of(5, i);
            double[] differences = new double[12];
            RatioSpread spread = new RatioSpread();
            for (int k = 0; k < differences.length; k++) {
                differences[k] = normal(random);
                spread.add(differences[k]);
            }
            rejected[0] += spread.p() < 0.05 ? 1 : 0;
            rejected[1] += SignFlips.p(differences, 0, 0) < 0.05 ? 1 : 0;
        }
        for (int count : rejected) {
            assertTrue(count >= 0.03 * SETS && count <= 0.07 * SETS, "rejected " + count);
        }
    }
}
