package lossctl.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EdgesTest {
    private static RatioSpread of(double... numbers) {
        RatioSpread spread = new RatioSpread();
        for (double number : numbers) {
            spread.add(number);
        }
        return spread;
    }

    @Test
    void fewerThanTwoUnitsHaveNoError() {
        assertTrue(Double.isNaN(of().standardError()));
        assertTrue(Double.isNaN(of().ratio()));
        assertTrue(Double.isNaN(of(3).standardError()));
        assertTrue(Double.isNaN(of(3).p()));
        assertFalse(of(3).interval(0.95).exists());
    }

    @Test
    void anInfiniteOrUndefinedLossHasNoError() {
        assertTrue(Double.isNaN(of(1, 2, Double.POSITIVE_INFINITY).standardError()));
        assertFalse(of(1, 2, Double.NaN).interval(0.95).exists());
        assertTrue(Double.isNaN(of(1, 2, Double.NaN).p()));
    }

    @Test
    void equalNumbersHaveAnErrorOfExactlyZero() {
        assertEquals(0, of(0.1, 0.1, 0.1).standardError());
        assertEquals(0, of(0.1, 0.1, 0.1).p());
        assertEquals(1, of(0, 0, 0).p());
    }

    @Test
    void theErrorKeepsItsDigitsFarFromZero() {
        assertEquals(1.0, of(1e15, 1e15 + 1, 1e15 + 2).standardError() * Math.sqrt(3), 1e-15);
    }

    @Test
    void numbersWhoseSquaresNoDoubleHoldsHaveAnErrorToo() {
        assertEquals(1e200, of(1e200, 3e200).standardError(), 1e185);
        assertEquals(1e-200, of(1e-200, 3e-200).standardError(), 1e-215);
    }

    @Test
    void partsMergeToTheSameBits() {
        RatioSpread left = of(0.1, 0.7);
        left.merge(of(1e9, 0.3));
        assertEquals(of(0.3, 1e9, 0.7, 0.1).standardError(), left.standardError());
    }

    @Test
    void quantilesEndWhereProbabilitiesDo() {
        assertEquals(Double.NEGATIVE_INFINITY, StudentT.quantile(0, 3));
        assertEquals(Double.POSITIVE_INFINITY, StudentT.quantile(1, 3));
        assertTrue(Double.isNaN(StudentT.quantile(1.1, 3)));
        assertTrue(Double.isNaN(StudentT.quantile(0.9, 0)));
        assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
        assertTrue(Double.isNaN(Normal.quantile(-0.1)));
        assertEquals(0, StudentT.upperTail(Double.POSITIVE_INFINITY, 3));
        assertEquals(1, StudentT.cdf(Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void signFlipsCountTiesAndForgetPairsThatDoNotDiffer() {
        // of the eight ways of 1, 1, 2 two are as far as 4
        assertEquals(0.25, SignFlips.p(new double[] {1, 0, 1, 2, 0}, 0, 0));
        assertEquals(1, SignFlips.p(new double[] {0, 0}, 0, 0));
        assertEquals(1, SignFlips.p(new double[] {0.1, 0.2, -0.3}, 0, 0));
        assertTrue(Double.isNaN(SignFlips.p(new double[] {1, Double.NaN}, 0, 0)));
    }

    @Test
    void aRandomTestIsNeverCertain() {
        double[] differences = new double[100];
        java.util.Arrays.fill(differences, 1);
        assertEquals(1 / 1000.0, SignFlips.p(differences, 999, 1));
    }

    @Test
    void holmNeverOrdersAgainstThePValues() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06}, Holm.adjusted(new double[] {0.01, 0.04, 0.03}), 1e-15);
        assertArrayEquals(new double[] {Double.NaN, 0.02}, Holm.adjusted(new double[] {Double.NaN, 0.01}));
        assertArrayEquals(new double[] {}, Holm.adjusted(new double[] {}));
    }

    @Test
    void whatCancelsHasNoErrorRatherThanAWrongOne() {
        double offset = 1e9;
        double[] truths = {0, 1, 2, 3, 4, 5};
        double[] sums = new double[3];
        double[][] moments = new double[3][3];
        for (double truth : truths) {
            double[] unit = {1, offset + truth, (offset + truth) * (offset + truth)};
            for (int i = 0; i < 3; i++) {
                sums[i] += unit[i];
                for (int j = 0; j < 3; j++) {
                    moments[i][j] += unit[i] * unit[j];
                }
            }
        }
        double error = DeltaMethod.standardError(
                (k, added) -> {
                    double[] at = sums.clone();
                    at[k] += added;
                    return at[2] / at[0] - at[1] / at[0] * (at[1] / at[0]);
                },
                moments,
                truths.length);
        assertTrue(Double.isNaN(error));
    }
}
