package lossctl.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static Histogram of(double... numbers) {
        Histogram histogram = new Histogram();
        for (double x : numbers) {
            histogram.reach(x, x);
            histogram.add(x);
        }
        return histogram;
    }

    private static void assertSame(Histogram a, Histogram b) {
        assertArrayEquals(a.bins().edges(), b.bins().edges());
        assertArrayEquals(a.bins().counts(), b.bins().counts());
    }

    /** By hand: the interquartile range is 4, the rule 2 * 4 / 8^(1/3) = 4; eight bins at least ask for a width of 1. */
    @Test
    void eightWholeNumbersFallIntoBinsThatBeginWithThem() {
        Bins bins = of(8, 2, 3, 5, 4, 6, 7, 1).bins();
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, bins.edges());
        assertArrayEquals(new long[] {1, 1, 1, 1, 1, 1, 1, 1}, bins.counts());
    }

    @Test
    void countsAreThoseOfLookingAtEachNumber() {
        SplittableRandom random = new SplittableRandom(7);
        double[] numbers =
                random.doubles(20_000).map(x -> Math.rint(x * 1000) / 10 - 50).toArray();
        Bins bins = of(numbers).bins();
        for (int i = 0; i < bins.counts().length; i++) {
            double low = bins.edges()[i];
            double high = bins.edges()[i + 1];
            assertEquals(
                    Arrays.stream(numbers).filter(x -> x >= low && x < high).count(), bins.counts()[i]);
        }
    }

    @Test
    void edgesAreRoundDecimals() {
        for (double scale : new double[] {1e-12, 0.1, 1, 7, 1e9, 1e300}) {
            SplittableRandom random = new SplittableRandom(1);
            Bins bins = of(random.doubles(500).map(x -> (x - 0.3) * scale).toArray())
                    .bins();
            for (double edge : bins.edges()) {
                assertTrue(
                        new BigDecimal(Double.toString(edge))
                                        .stripTrailingZeros()
                                        .precision()
                                <= 4,
                        edge + "");
            }
        }
    }

    @Test
    void neitherOrderNorSplitsChangeThem() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(60);
            double[] numbers = new double[n];
            for (int i = 0; i < n; i++) {
                double size = Math.scalb(random.nextDouble() - 0.5, random.nextInt(-40, 40));
                numbers[i] = random.nextInt(3) == 0 ? Math.rint(size * 10) / 10 : size;
            }
            Histogram whole = of(numbers);
            int cut = random.nextInt(n + 1);
            Histogram merged = of(Arrays.copyOfRange(numbers, cut, n));
            merged.merge(of(Arrays.copyOfRange(numbers, 0, cut)));
            assertSame(whole, merged);
            for (int i = n - 1; i > 0; i--) {
                int k = random.nextInt(i + 1);
                double x = numbers[i];
                numbers[i] = numbers[k];
                numbers[k] = x;
            }
            assertSame(whole, of(numbers));
        }
    }

    @Test
    void theEndsOfTheRangeOfDoublesFit() {
        Histogram histogram = of(-Double.MAX_VALUE, 0, Double.MIN_VALUE, Double.MAX_VALUE);
        assertEquals(4, Arrays.stream(histogram.bins().counts()).sum());
        assertEquals(1, Arrays.stream(of(0).bins().counts()).sum());
        assertEquals(1, Arrays.stream(of(1e300).bins().counts()).sum());
        assertEquals(1, Arrays.stream(of(-Double.MIN_VALUE).bins().counts()).sum());
    }

    @Test
    void aFarOutlierDoesNotFlattenTheRest() {
        SplittableRandom random = new SplittableRandom(5);
        double[] numbers = random.doubles(10_000).toArray();
        numbers[17] = 1000;
        Bins bins = of(numbers).bins();
        assertEquals(1, bins.farOut());
        assertEquals(Double.POSITIVE_INFINITY, bins.edges()[bins.edges().length - 1]);
        assertTrue(bins.counts().length > 8);
        assertEquals(10_000, Arrays.stream(bins.counts()).sum());
    }

    @Test
    void nothingHasNoBins() {
        assertEquals(0, of().bins().counts().length);
    }
}
