package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many terms at once against sums of {@link BigDecimal}. */
class LanesTest {
    private static final int MANY = 70_001;

    private final SplittableRandom random = new SplittableRandom(20261130);

    private static void holds(double... terms) {
        ExactSum sum = new ExactSum();
        sum.add(terms, 0, terms.length);
        same(exact(terms), sum);
    }

    private static BigDecimal exact(double... terms) {
        BigDecimal exact = BigDecimal.ZERO;
        for (double term : terms) {
            exact = exact.add(new BigDecimal(term));
        }
        return exact;
    }

    private static void same(BigDecimal exact, ExactSum sum) {
        assertEquals(0, exact.compareTo(sum.exact()), () -> "not " + exact.doubleValue() + " but " + sum.value());
    }

    /** Terms whose sizes spread over so many binary orders below 2^{@code top}, of either sign. */
    private double[] terms(int count, int top, int spread) {
        double[] terms = new double[count];
        for (int i = 0; i < count; i++) {
            double size = Math.scalb(1 + random.nextDouble(), top - random.nextInt(spread + 1));
            terms[i] = random.nextBoolean() ? size : -size;
        }
        return terms;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3, 20",
        "3, 90",
        "3, 140",
        "3, 400",
        "500, 40",
        "890, 1",
        "1020, 3",
        "1023, 2000",
        "-500, 100",
        "-870, 30",
        "-980, 20",
        "-1015, 50"
    })
    void sumsAreExactWhateverTheSizesOfTheTerms(int top, int spread) {
        holds(terms(MANY, top, spread));
    }

    @Test
    void termsMayGrowAndShrinkByManyOrdersOnTheWay() {
        double[] terms = new double[6 * MANY];
        int[] tops = {0, 300, -300, 900, -900, 5};
        for (int i = 0; i < tops.length; i++) {
            System.arraycopy(terms(MANY, tops[i], 60), 0, terms, i * MANY, MANY);
        }
        holds(terms);
    }

    @Test
    void oneLargeTermAmongSmallOnesIsNotLostNorAreThey() {
        for (int at : new int[] {0, 5000, 16_383, 16_384, MANY - 1}) {
            double[] terms = terms(MANY, -20, 10);
            terms[at] = 0x1.8p300;
            holds(terms);
        }
    }

    @Test
    void termsOfOneSizeAddUpExactlyPastWhatALaneHoldsAtFirst() {
        double[] terms = new double[3_000_000];
        Arrays.fill(terms, 0x1.fffffffffffffp0);
        holds(terms);
    }

    @Test
    void terms100TimesAsManyAreAddedByPiecesOfAnyLength() {
        double[] terms = terms(MANY, 7, 70);
        ExactSum sum = new ExactSum();
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 100; i++) {
            int from = random.nextInt(MANY);
            int to = from + random.nextInt(MANY - from);
            sum.add(terms, from, to);
            exact = exact.add(exact(Arrays.copyOfRange(terms, from, to)));
        }
        same(exact, sum);
    }

    @Test
    void sumsThatWereReadInBetweenGoOn() {
        double[] terms = terms(MANY, 1, 30);
        ExactSum sum = new ExactSum();
        BigDecimal exact = exact(terms);
        for (int i = 1; i <= 5; i++) {
            sum.add(terms, 0, MANY);
            same(exact.multiply(BigDecimal.valueOf(i)), sum);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16_384, 40_000, MANY - 1})
    void whatIsNotFiniteIsToldAndChangesNothingElse(int at) {
        double[] terms = terms(MANY, 1, 30);
        terms[at] = Double.POSITIVE_INFINITY;
        ExactSum sum = new ExactSum();
        sum.add(terms, 0, MANY);
        assertTrue(sum.hasStrange());
        assertEquals(Double.POSITIVE_INFINITY, sum.value());
        terms[at] = Double.NaN;
        sum.add(terms, 0, MANY);
        assertEquals(Double.NaN, sum.value());
    }

    @Test
    void aTermBelowZeroIsNoticedWhereverItStandsAndHoweverSmall() {
        for (double small : new double[] {-1, -1e-300, -Double.MIN_VALUE, Double.NEGATIVE_INFINITY}) {
            for (int at : new int[] {0, 20_000, MANY - 1}) {
                ExactSum sum = new ExactSum();
                double[] terms = new double[MANY];
                Arrays.fill(terms, 1e10);
                sum.add(terms, 0, MANY);
                assertFalse(sum.hasNegative());
                terms[at] = small;
                sum.add(terms, 0, MANY);
                assertTrue(sum.hasNegative(), small + " at " + at);
            }
        }
    }

    @Test
    void infinitiesAndZerosOfEitherSignAreNoTermsBelowZero() {
        double[] terms = new double[MANY];
        terms[7] = -0.0;
        terms[8] = Double.POSITIVE_INFINITY;
        terms[20_000] = Double.NaN;
        ExactSum sum = new ExactSum();
        sum.add(terms, 0, MANY);
        assertFalse(sum.hasNegative());
        assertTrue(sum.hasStrange());
    }

    @Test
    void squaresAreExactWhereTheirLowHalvesLieFarBelow() {
        double[] terms = terms(MANY, 3, 60);
        ExactSum sum = new ExactSum();
        sum.addSquares(terms, 0, MANY);
        BigDecimal exact = BigDecimal.ZERO;
        for (double term : terms) {
            exact = exact.add(new BigDecimal(term).pow(2));
        }
        same(exact, sum);
    }
}
