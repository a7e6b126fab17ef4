package lossctl.derive.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With x = 2, y = -3, v = [1, 2, 3], flag on and off 0. */
class FormulaTest {
    private static Map<String, double[]> values() {
        Map<String, double[]> values = new HashMap<>();
        values.put("x", new double[] {2});
        values.put("y", new double[] {-3});
        values.put("v", new double[] {1, 2, 3});
        values.put("from_logits", new double[] {0});
        values.put("on", new double[] {1});
        values.put("off", new double[] {0});
        values.put("k", new double[] {3});
        return values;
    }

    private static void assertFilled(String formula, double value, String text) {
        Formula read = Formula.read(formula, values(), 3);
        assertNotNull(read, formula);
        Formula.Filled filled = read.fill(values(), false, false);
        assertNotNull(filled, formula);
        assertEquals(value, filled.value(), 1e-15 * Math.abs(value), formula);
        assertEquals(text, filled.before() + filled.last(), formula);
    }

    @Test
    void productsBindTighterThanSumsAndPowersThanBoth() {
        assertFilled("1 + x y^2", 19, "1 + 2.0 (-3.0)^2");
        assertFilled("-x^2", -4, "-2.0^2");
        assertFilled("(1 + x) y", -9, "(1 + 2.0) (-3.0)");
        assertFilled("x / 4 x", 1, "2.0 / 4 * 2.0");
        assertFilled("1 - y - x", 2, "1 - (-3.0) - 2.0");
        assertFilled("|y| + |x - 5|", 6, "|-3.0| + |2.0 - 5|");
    }

    @Test
    void functionsTakeTheNextFactorOrBrackets() {
        assertFilled("x ln e", 2, "2.0 ln e");
        assertFilled("max(0, y)^2 + sqrt(x + 2)", 2, "max(0, -3.0)^2 + sqrt(2.0 + 2)");
        assertFilled("ln Gamma(x + 3)", 3.1780538303479458, "ln Gamma(2.0 + 3)");
        assertFilled("e^-x", 0.1353352832366127, "e^-2.0");
    }

    @Test
    void sumsRunOverRows() {
        assertFilled("sum over classes of v[j] x", 12, "1.0 * 2.0 + 2.0 * 2.0 + 3.0 * 2.0");
        assertFilled("v[x] - 1", 2, "3.0 - 1");
        assertFilled("1/k sum of v^2", 14.0 / 3, "1 / 3 (1.0^2 + 2.0^2 + 3.0^2)");
        assertFilled("min of v + x", 3, "min(1.0, 2.0, 3.0) + 2.0");
        assertFilled("max over samples of |v - x|", 1, "max(|1.0 - 2.0|, |2.0 - 2.0|, |3.0 - 2.0|)");
        assertFilled("v.v / (|v| |v|)", 1, "[1.0, 2.0, 3.0] . [1.0, 2.0, 3.0] / (|[1.0, 2.0, 3.0]| |[1.0, 2.0, 3.0]|)");
    }

    @Test
    void definitionsComeFirstWhereverTheyStand() {
        assertFilled("a^2;  a = b - x with b = 7", 25, "b = 7;  a = 7.0 - 2.0 = 5.0;  5.0^2");
    }

    @Test
    void theCaseThatHoldsIsShownWithItsReason() {
        assertFilled("x if y < 0, else 0", 2, "-3.0 < 0: 2.0");
        assertFilled("x if y > 0, else 1 + x", 3, "-3.0 <= 0: 1 + 2.0");
    }

    @Test
    void casesStandInBracketsToo() {
        assertFilled("1 + (x if y < 0, else 0)", 3, "1 + 2.0");
        assertFilled("sum over classes of (v[j] if v[j] > x, else 0)", 3, "0 + 0 + 3.0");
    }

    @Test
    void jIsThePlaceThatIsRunOver() {
        assertFilled("sum over classes of (v[j] if j = x, else 5)", 13, "5 + 5 + 3.0");
        assertEquals(3, Formula.read("v[j] + j", values(), 3).entries(values(), 3)[1]);
        assertNull(Formula.read("x + j", values(), 1).fill(values(), false, false));
    }

    @Test
    void whatRunsOverILeavesJAsItIs() {
        assertFilled(
                "max over j of (sum over i of (v[i] if i <= j, else 0))",
                6,
                "max(1.0 + 0 + 0, 1.0 + 2.0 + 0, 1.0 + 2.0 + 3.0)");
    }

    @Test
    void aClassIsARowWithASingleOne() {
        assertFilled("sum of onehot(x) v", 3, "onehot(2.0) * 1.0 + onehot(2.0) * 2.0 + onehot(2.0) * 3.0");
        assertNull(Formula.read("onehot(y)", values(), 3).fill(values(), false, false));
    }

    @Test
    void definitionsMayHoldUnderAnOptionOnly() {
        assertFilled("a = 1;  with on: a = 2 x;  a + 1", 5, "a = 2 * 2.0 = 4.0;  4.0 + 1");
        assertFilled("a = 1;  with off: a = 2 x;  a + 1", 2, "a = 1;  1.0 + 1");
    }

    // 50 digits of mpmath, rounded
    @Test
    void theNormalDistributionAndTheDigammaFunctionAreKnown() {
        assertFilled("Phi(x)", 0.9772498680518208, "Phi(2.0)");
        assertFilled("phi(x)", 0.05399096651318806, "phi(2.0)");
        assertFilled("digamma(x)", 0.4227843350984671, "digamma(2.0)");
    }

    @Test
    void whatHoldsUnderAnOptionOnlyIsLeftOutWithoutIt() {
        assertFilled("x; from logits nobody can read this", 2, "2.0");
        assertFilled("x;  with off: 3 x;  with on: 4 x", 8, "4 * 2.0");
        assertFilled("x, + 1 with on", 3, "2.0 + 1");
        assertFilled("x;  with on: times y", -6, "2.0 (-3.0)");
        assertFilled("x;  y = 4: 1;  y = -3: 5", 5, "5");
        assertFilled("x for one probability;  3 for a row", 3, "3");
    }

    @Test
    void nothingTimesAnythingIsNothing() {
        assertFilled("0 ln 0", 0, "0 ln 0");
    }

    @Test
    void wordsForPeopleAreNoFormula() {
        assertNull(Formula.read("1 if the first is greatest, else 0", values(), 3));
        assertNull(Formula.read("", values(), 1));
        assertNull(Formula.read("x +", values(), 1));
        assertNull(Formula.read("x) (y", values(), 1));
        assertNull(Formula.read("nobody + x", values(), 1).fill(values(), false, false));
        assertNull(Formula.read("0 / 0", values(), 1).fill(values(), false, false));
    }
}
