package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static ExactSum sum(double... terms) {
        ExactSum sum = new ExactSum();
        sum.add(terms, 0, terms.length);
        return sum;
    }

    /** The same terms through the buckets: thousands of zeros stand before them. */
    private static ExactSum bucketSum(double... terms) {
        ExactSum sum = sum(new double[5000]);
        sum.add(terms, 0, terms.length);
        return sum;
    }

    private static void same(double expected, double actual) {
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), expected + " != " + actual);
    }

    @Test
    void all280CasesOfXsumHold() throws IOException {
        int cases = 0;
        try (BufferedReader lines = SuiteFiles.lines(SuiteFiles.folder("xsum").resolve("vectors.txt"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(" ");
                double[] x = new double[cells.length - 1];
                for (int i = 0; i < x.length; i++) {
                    x[i] = parse(cells[i + 1]);
                }
                checkXsum(line, cells[0], x);
                cases++;
            }
        }
        assertEquals(280, cases);
    }

    private static double parse(String cell) {
        return switch (cell) {
            case "inf" -> INF;
            case "-inf" -> -INF;
            case "nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(cell);
        };
    }

    private static void checkXsum(String line, String kind, double[] x) {
        for (ExactSum sum : new ExactSum[] {new ExactSum(), sum(new double[5000])}) {
            int last = x.length - 1;
            switch (kind) {
                case "one_term", "two_term" -> {
                    sum.add(x, 0, x.length);
                    // a single addition of Java is correctly rounded
                    assertEquals(x.length == 1 ? 0.0 + x[0] : x[0] + x[1], sum.value(), line);
                }
                case "three_term", "ten_term" -> {
                    sum.add(x, 0, last);
                    assertEquals(x[last], sum.value(), line);
                }
                case "three_term_div" -> {
                    sum.add(x, 0, 3);
                    assertEquals(x[4], sum.dividedBy((long) x[3]), line);
                }
                case "dot_term" -> {
                    sum.addProduct(x[0], x[1]);
                    assertEquals(0.0 + x[0] * x[1], sum.value(), line);
                }
                default -> throw new AssertionError(line);
            }
        }
    }

    private static double random(Random random, int kind) {
        return switch (kind) {
            case 0 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(2000) - 1000);
            case 1 -> random.nextGaussian();
            case 2 -> Math.scalb(random.nextInt(1 << 20) - (1 << 19), -1074);
            case 3 -> (random.nextBoolean() ? 1 : -1) * Double.MAX_VALUE * (1 - random.nextInt(3) * 0x1p-53);
            default -> (random.nextInt(5) - 2) * Math.scalb(1.0, random.nextInt(60));
        };
    }

    @Test
    void randomSumsAreBigDecimalsRoundedOnce() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int kind = random.nextInt(6);
            double[] x = new double[1 + random.nextInt(i % 100 == 0 ? 6000 : 12)];
            BigDecimal exact = BigDecimal.ZERO;
            ExactSum one = new ExactSum();
            for (int k = 0; k < x.length; k++) {
                // every third term takes an earlier one back, but for a little
                x[k] = k % 3 == 2 ? -x[random.nextInt(k)] : random(random, kind == 5 ? random.nextInt(5) : kind);
                exact = exact.add(new BigDecimal(x[k]));
                one.add(x[k]);
            }
            ExactSum all = sum(x);
            assertEquals(0, exact.compareTo(all.exact()));
            assertEquals(exact.signum(), all.signum());
            assertEquals(exact.signum() == 0, all.isZero());
            same(rounded(exact), all.value());
            same(rounded(exact), one.value());
            assertArrayEquals(all.toBytes(), one.toBytes());
        }
    }

    /** Half-even by whole numbers, since BigDecimal.doubleValue was not right in all versions of Java. */
    private static double rounded(BigDecimal x) {
        return quotient(x, BigDecimal.ONE);
    }

    /** The nearest double to x / y by comparing the middles between neighbours exactly. */
    private static double quotient(BigDecimal x, BigDecimal y) {
        if (x.signum() == 0) {
            return 0.0;
        }
        BigDecimal a = x.abs();
        BigDecimal b = y.abs();
        double guess = a.divide(b, new MathContext(40)).doubleValue();
        guess = Double.isInfinite(guess) ? Double.MAX_VALUE : guess;
        BigDecimal half = new BigDecimal("0.5");
        while (true) {
            double next = Math.nextUp(guess);
            BigDecimal above = Double.isInfinite(next) ? new BigDecimal(2).pow(1024) : new BigDecimal(next);
            int order =
                    a.compareTo(above.add(new BigDecimal(guess)).multiply(half).multiply(b));
            boolean odd = (Double.doubleToRawLongBits(guess) & 1) != 0;
            if (order > 0 || order == 0 && odd) {
                guess = next;
                if (Double.isInfinite(next)) {
                    break;
                }
                continue;
            }
            if (guess > 0) {
                BigDecimal below = new BigDecimal(Math.nextDown(guess));
                order = a.compareTo(
                        below.add(new BigDecimal(guess)).multiply(half).multiply(b));
                if (order < 0 || order == 0 && odd) {
                    guess = Math.nextDown(guess);
                    continue;
                }
            }
            break;
        }
        return x.signum() * y.signum() < 0 ? -guess : guess;
    }

    @Test
    void productsAreExactAlsoWhereDoublesOverflowOrUnderflow() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            double a = random(random, i % 5);
            double b = random(random, random.nextInt(5));
            double c = random(random, 1);
            ExactSum sum = new ExactSum();
            sum.addProduct(a, b);
            sum.add(c);
            BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
            assertEquals(0, exact.compareTo(sum.exact()), a + " * " + b);
            same(rounded(exact), sum.value());
        }
        ExactSum sum = new ExactSum();
        sum.addProduct(1e200, 1e200);
        sum.addProduct(-1e200, 1e200);
        sum.addProduct(Double.MIN_VALUE, Double.MIN_VALUE);
        assertEquals(0, new BigDecimal(Double.MIN_VALUE).pow(2).compareTo(sum.exact()));
        same(0.0, sum.value());
        assertFalse(sum.isZero());
    }

    @Test
    void quotientsAreCorrectlyRounded() {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            double[] x = {random(random, i % 5), random(random, random.nextInt(5)), random(random, 1)};
            double[] y = {random(random, random.nextInt(5)), random(random, 1)};
            BigDecimal above = sum(x).exact();
            BigDecimal below = sum(y).exact();
            if (below.signum() != 0 && above.signum() != 0) {
                same(quotient(above, below), sum(x).over(sum(y)));
            }
            long n = i % 2 == 0 ? 1 + random.nextInt(1000) : random.nextLong() >>> random.nextInt(63);
            if (n > 0) {
                same(quotient(above, BigDecimal.valueOf(n)), bucketSum(x).dividedBy(n));
                same(-quotient(above, BigDecimal.valueOf(n)) + 0.0, bucketSum(x).dividedBy(-n) + 0.0);
            }
        }
        same(Double.NaN, sum().over(sum()));
        same(INF, sum(1).over(sum()));
        same(-INF, sum(-1).over(sum()));
        same(Double.NaN, sum().dividedBy(0));
        same(INF, sum(2).dividedBy(0));
        same(0.0, sum(1, -1).dividedBy(7));
    }

    @Test
    void rootsAreCorrectlyRoundedAlsoWhereTheQuotientIsPastTheRange() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            ExactSum above = sum(Math.abs(random(random, i % 5)), Math.abs(random.nextGaussian()));
            ExactSum below = sum(Math.abs(random(random, random.nextInt(5))), Math.abs(random.nextGaussian()));
            assertRoot(above.exact(), below.exact(), above.rootOver(below));
            long n = 1 + random.nextInt(1_000_000);
            assertRoot(above.exact(), BigDecimal.valueOf(n), above.rootDividedBy(n));
        }
        ExactSum squares = new ExactSum();
        squares.addProduct(1e200, 1e200);
        squares.addProduct(1e200, 1e200);
        same(1e200, squares.rootDividedBy(2));
        ExactSum tiny = new ExactSum();
        tiny.addProduct(5e-324, 5e-324);
        same(5e-324, tiny.rootDividedBy(1));
        same(1e200 / 5e-324 > 1e308 ? INF : 0, squares.rootOver(tiny));
        same(Double.NaN, sum(-1).rootDividedBy(2));
        same(Double.NaN, sum(-1).rootOver(sum(2)));
        same(2.0, sum(-8).rootOver(sum(-2)));
        same(0.0, sum().rootDividedBy(3));
        same(INF, sum(INF).rootDividedBy(3));
    }

    /** That {@code root} is nearest to sqrt(x/y): its square and those of the middles beside it, compared exactly. */
    private static void assertRoot(BigDecimal x, BigDecimal y, double root) {
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal up =
                new BigDecimal(root).add(new BigDecimal(Math.nextUp(root))).multiply(half);
        BigDecimal down =
                new BigDecimal(root).add(new BigDecimal(Math.nextDown(root))).multiply(half);
        assertTrue(x.compareTo(up.multiply(up).multiply(y)) <= 0, () -> root + " is too small");
        assertTrue(x.compareTo(down.multiply(down).multiply(y)) >= 0, () -> root + " is too large");
    }

    @Test
    void hundredThousandRowsGiveTheSameBitsHoweverShuffledAndCut() {
        Random random = new Random(5);
        double[] x = new double[100_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = random(random, i % 4 == 3 ? 0 : 1);
        }
        byte[] bits = sum(x).toBytes();
        double mean = sum(x).dividedBy(x.length);
        for (int round = 0; round < 50; round++) {
            for (int i = x.length - 1; i > 0; i--) {
                int k = random.nextInt(i + 1);
                double swap = x[i];
                x[i] = x[k];
                x[k] = swap;
            }
            ExactSum total = new ExactSum();
            for (int from = 0; from < x.length; ) {
                int to = Math.min(x.length, from + 1 + random.nextInt(1 << 1 + round % 17));
                ExactSum part = new ExactSum();
                if (round % 2 == 0) {
                    part.add(x, from, to);
                } else {
                    for (int i = from; i < to; i++) {
                        part.add(x[i]);
                    }
                }
                total.merge(round % 5 == 0 ? ExactSum.fromBytes(part.toBytes()) : part);
                from = to;
            }
            assertArrayEquals(bits, total.toBytes());
            same(mean, total.dividedBy(x.length));
        }
    }

    @Test
    void aSumThatOverflowsInBetweenAndEndsFiniteIsFinite() {
        double max = Double.MAX_VALUE;
        same(max, sum(max, max, -max).value());
        same(max, bucketSum(max, max, max, -max, -max).value());
        same(max, sum(max, max, max).dividedBy(3));
        same(INF, sum(max, max).value());
        same(-INF, sum(-max, -max).value());
        // half a unit past the largest double is a tie, and goes to the even infinity
        same(INF, sum(max, Math.ulp(max) / 2).value());
        same(max, sum(max, Math.ulp(max) / 2, -Double.MIN_VALUE).value());
    }

    @Test
    void infinitiesAndNaNDoNotDependOnTheOrder() {
        for (ExactSum[] two : new ExactSum[][] {{sum(INF, 1), sum(-INF)}, {bucketSum(INF, 1), bucketSum(-INF, 2)}}) {
            same(INF, two[0].value());
            same(-INF, two[1].value());
            same(INF, two[0].dividedBy(3));
            assertEquals(1, two[0].signum());
            assertEquals(-1, two[1].signum());
            assertFalse(two[0].isZero());
            assertThrows(ArithmeticException.class, two[0]::exact);
            ExactSum less = two[0].copy();
            less.subtract(two[1]);
            same(INF, less.value());
            two[0].merge(two[1]);
            same(Double.NaN, two[0].value());
        }
        same(Double.NaN, sum(1, Double.NaN, INF).value());
        same(Double.NaN, bucketSum(-Double.NaN).value());
        same(Double.NaN, bucketSum(INF, -INF).value());
        ExactSum product = new ExactSum();
        product.addProduct(INF, 0);
        same(Double.NaN, product.value());
        product.clear();
        product.addProduct(INF, -2);
        same(-INF, product.value());
        assertArrayEquals(sum(INF, 5).toBytes(), bucketSum(7, INF, INF).toBytes());
    }

    @Test
    void zeroIsPositive() {
        same(0.0, sum().value());
        same(0.0, sum(-0.0, -0.0).value());
        same(0.0, bucketSum(-0.0, 5, -5).value());
        assertTrue(sum(1, -1).isZero());
    }

    @Test
    void copiesAreIndependentAndClearedSumsEmpty() {
        ExactSum sum = bucketSum(1, 2, 3);
        ExactSum copy = sum.copy();
        sum.add(4);
        copy.subtract(sum);
        same(-4.0, copy.value());
        same(10.0, sum.value());
        sum.merge(sum);
        same(20.0, sum.value());
        sum.clear();
        assertTrue(sum.isZero());
        sum.add(0.5);
        same(0.5, sum.value());
    }

    @Test
    void moreTermsThanABucketHoldsAreNoTrouble() {
        double[] x = new double[1 << 16];
        java.util.Arrays.fill(x, -Math.nextDown(2.0));
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 100; i++) {
            sum.add(x, 0, x.length);
        }
        BigDecimal expected = new BigDecimal(-Math.nextDown(2.0)).multiply(BigDecimal.valueOf(100L << 16));
        assertEquals(0, expected.compareTo(sum.exact()));
        ExactSum doubled = sum.copy();
        for (int i = 0; i < 60; i++) {
            doubled.merge(doubled);
        }
        assertEquals(
                0, expected.multiply(new BigDecimal(BigInteger.TWO.pow(60))).compareTo(doubled.exact()));
    }

    @Test
    void savedSumsComeBackAndDamagedOnesAreRefused() {
        Random random = new Random(6);
        for (int i = 0; i < 2000; i++) {
            ExactSum sum = sum(random(random, i % 5), random(random, 0), random(random, 2));
            byte[] bytes = sum.toBytes();
            ExactSum back = ExactSum.fromBytes(bytes);
            assertEquals(0, sum.exact().compareTo(back.exact()));
            assertArrayEquals(bytes, back.toBytes());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ExactSum.fromBytes(java.util.Arrays.copyOf(bytes, bytes.length - 1)));
        }
        assertEquals(4, new ExactSum().toBytes().length);
        same(Double.NaN, ExactSum.fromBytes(sum(Double.NaN).toBytes()).value());
        for (byte[] bad : new byte[][] {
            {},
            {2, 0, 0, 0},
            {1, 8, 0, 0},
            {1, 4, 0, 0},
            {1, 0, 5, 0},
            {1, 0, 0, 1, 0, 0, 0, 0},
            {1, 0, (byte) 200, 1, 0, 0, 0, 1}
        }) {
            assertThrows(IllegalArgumentException.class, () -> ExactSum.fromBytes(bad));
        }
    }

    @Test
    void aCompactSumHasTheBitsOfAnOrdinaryOneWhateverItsTerms() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            ExactSum narrow = ExactSum.compact();
            ExactSum part = ExactSum.compact();
            BigDecimal exact = BigDecimal.ZERO;
            int spread = 1 + random.nextInt(round % 3 == 0 ? 2000 : 60);
            for (int i = 0; i < 1 + round % 40; i++) {
                double x = random.nextGaussian() * Math.scalb(1.0, random.nextInt(spread) - spread / 2);
                double w = random.nextDouble();
                exact = exact.add(new BigDecimal(x)).add(new BigDecimal(x).multiply(new BigDecimal(w)));
                (i % 3 == 0 ? part : narrow).add(x);
                (i % 5 == 0 ? part : narrow).addProduct(x, w);
            }
            narrow.merge(part);
            assertEquals(0, exact.compareTo(narrow.exact()));
            same(exact.doubleValue(), narrow.value());
            ExactSum ordinary = sum(1, -1);
            ordinary.merge(narrow);
            assertArrayEquals(ordinary.toBytes(), narrow.toBytes());
            assertEquals(exact.signum(), narrow.signum());
            ExactSum saved = ExactSum.compact();
            saved.merge(part.toBytes());
            saved.merge(ordinary.toBytes());
            assertEquals(0, exact.add(part.exact()).compareTo(saved.exact()));
            narrow.subtract(ordinary);
            assertTrue(narrow.isZero());
        }
    }

    @Test
    void aCompactSumTakesTermsOfEveryKindAndCarriesFarUp() {
        ExactSum sum = ExactSum.compact();
        same(0.0, sum.value());
        for (int i = 0; i < 1000; i++) {
            sum.add(Double.MAX_VALUE);
        }
        sum.add(Double.MIN_VALUE);
        same(INF, sum.value());
        same(Double.MAX_VALUE, sum.dividedBy(1000));
        for (int i = 0; i < 1000; i++) {
            sum.add(-Double.MAX_VALUE);
        }
        same(Double.MIN_VALUE, sum.value());
        sum.add(-INF);
        same(-INF, sum.value());
        ExactSum saved = ExactSum.compact();
        saved.merge(sum.toBytes());
        same(-INF, saved.value());
        sum.clear();
        same(0.0, sum.value());
        sum.addProduct(1e-200, 1e-200);
        sum.addProduct(-1e-200, 1e-200);
        assertTrue(sum.isZero());
    }

    @Test
    void squaresAreAddedExactlyWhateverTheirSize() {
        double[] values = new double[6000];
        Random random = new Random(11);
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < values.length; i++) {
            // far apart in the first half only, so that pieces of both kinds come by; many zeros, as of labels
            int exponent = i < 3000 ? random.nextInt(900) - 600 : random.nextInt(40) - 20;
            values[i] = i % 5 == 0 ? 0 : Math.scalb(random.nextDouble() - 0.5, exponent);
            expected = expected.add(new BigDecimal(values[i]).pow(2));
        }
        for (ExactSum sum : new ExactSum[] {new ExactSum(), sum(new double[5000]), ExactSum.compact()}) {
            sum.addSquares(values, 0, values.length);
            assertEquals(0, expected.compareTo(sum.exact()));
            sum.addSquares(new double[] {1, -INF, 2}, 0, 2);
            same(INF, sum.value());
            sum.addSquares(new double[] {Double.NaN}, 0, 1);
            same(Double.NaN, sum.value());
        }
    }

    @Test
    void productsAreAddedExactlyWhateverTheirSize() {
        double[] a = new double[9000];
        double[] b = new double[a.length];
        Random random = new Random(12);
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) {
            int range = i < 3000 ? 900 : 40;
            a[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(range) - range * 2 / 3);
            b[i] = i % 5 == 0 ? 0 : Math.scalb(random.nextDouble() - 0.5, random.nextInt(range) - range / 3);
            expected = expected.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
        }
        for (ExactSum sum : new ExactSum[] {new ExactSum(), sum(new double[5000]), ExactSum.compact()}) {
            sum.addProducts(a, b, 0, a.length);
            assertEquals(0, expected.compareTo(sum.exact()));
            sum.addProducts(new double[] {1, 2, 3}, new double[] {1, -INF, 2}, 0, 2);
            same(-INF, sum.value());
        }
    }

    @Test
    void squaresPastTheRangeAreNotLost() {
        ExactSum sum = sum(new double[5000]);
        sum.addSquares(new double[] {0x1p600, 0x1p-600, Double.MIN_VALUE}, 0, 3);
        BigDecimal two = new BigDecimal(2);
        BigDecimal expected =
                two.pow(1200).add(BigDecimal.ONE.divide(two.pow(1200))).add(BigDecimal.ONE.divide(two.pow(2148)));
        assertEquals(0, expected.compareTo(sum.exact()));
    }

    @Test
    void aSumKnowsWhetherATermWasBelowZeroOrNotFinite() {
        double[] signed = {-0.0, 1, Double.MIN_VALUE, -Double.NaN, Double.longBitsToDouble(-1L)};
        double[][] below = {{-1}, {3, -Double.MIN_VALUE, 4}, {-INF}};
        for (int zeros : new int[] {0, 5000}) {
            ExactSum none = sum(new double[zeros]);
            none.add(signed, 0, 3);
            assertFalse(none.hasStrange());
            assertFalse(none.hasNegative());
            none.add(signed, 3, 5);
            assertTrue(none.hasStrange());
            assertFalse(none.hasNegative());
            for (double[] terms : below) {
                ExactSum some = sum(new double[zeros]);
                some.add(terms, 0, terms.length);
                assertTrue(some.hasNegative());
                assertTrue(some.hasNegative(), "asked again");
                assertTrue(some.copy().hasNegative());
                ExactSum merged = sum(1, 2);
                merged.merge(some);
                assertTrue(merged.hasNegative());
                some.clear();
                assertFalse(some.hasNegative());
            }
        }
    }

    @Test
    void quotientsAndRootsInTwoDoublesHaveTwiceTheDigits() {
        ExactSum two = new ExactSum();
        two.add(2);
        ExactSum three = new ExactSum();
        three.add(3);
        assertEquals(0, two.sharpOver(three).times(3).plus(-2).value(), 0x1p-104);
        Twofold root = two.sharpRootOver(three);
        assertEquals(0, root.times(root).minus(two.sharpOver(three)).value(), 0x1p-104);
        Twofold whole = two.sharpRootDividedBy(1);
        assertEquals(0, whole.times(whole).plus(-2).value(), 0x1p-103);
        assertEquals(Double.POSITIVE_INFINITY, two.sharpOver(new ExactSum()).value());
        assertEquals(0, new ExactSum().sharpRootOver(three).value());
        assertEquals(0, new ExactSum().sharpRootDividedBy(3).value());
    }
}
