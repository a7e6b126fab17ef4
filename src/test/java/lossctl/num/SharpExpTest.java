package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharpExpTest {
    private static final double SHARP = 0x1p-63;

    @Test
    void theExponentialHasTenBitsMoreThanADouble() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double x = (random.nextDouble() - 0.5) * (i % 2 == 0 ? 2 : 1300);
            double rest = x * 0x1p-54 * random.nextDouble();
            Twofold exact = new Twofold(x, rest).exp();
            Twofold off = Elementary.sharpExp(x, rest).minus(exact).over(exact);
            assertTrue(Math.abs(off.high()) < SHARP, () -> x + " is off by " + off);
        }
    }

    @Test
    void theLogarithmHasTenBitsMoreThanADouble() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 20_000; i++) {
            double x = Elementary.exp((random.nextDouble() - 0.5) * (i % 2 == 0 ? 2 : 1400));
            Twofold off = Elementary.sharpLog(x).minus(Twofold.of(x).log());
            assertTrue(Math.abs(off.high()) < 16 * SHARP, () -> x + " is off by " + off);
        }
    }

    @Test
    void pastTheRangeOfDoublesBothAreWhatTheyAreOfADouble() {
        assertEquals(Double.POSITIVE_INFINITY, Elementary.sharpExp(710, 0).value());
        assertEquals(0, Elementary.sharpExp(-750, 0).value());
        assertEquals(0, Elementary.sharpExp(Double.NEGATIVE_INFINITY, 0).value());
        assertEquals(Double.MIN_VALUE, Elementary.sharpExp(-744.5, 0).value());
        assertEquals(1, Elementary.sharpExp(0, 0).value());
        assertTrue(Double.isNaN(Elementary.sharpExp(Double.NaN, 0).value()));
        assertEquals(Double.NEGATIVE_INFINITY, Elementary.sharpLog(0).value());
        assertEquals(
                Double.POSITIVE_INFINITY,
                Elementary.sharpLog(Double.POSITIVE_INFINITY).value());
    }
}
