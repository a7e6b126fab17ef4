package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void printsAsMathematicsDoes() {
        assertEquals("(-inf, inf)", Interval.REAL.toString());
        assertEquals("(0, inf)", Interval.POSITIVE.toString());
        assertEquals("[0, inf)", Interval.NON_NEGATIVE.toString());
        assertEquals("[0, 1]", Interval.UNIT.toString());
        assertEquals("(0, 1)", Interval.OPEN_UNIT.toString());
        assertEquals("(0, 1]", new Interval(0, true, 1, false).toString());
        assertEquals("(-1, inf)", Interval.above(-1).toString());
        assertEquals("[0.5, inf)", Interval.atLeast(0.5).toString());
        assertEquals("(-inf, 2)", Interval.below(2).toString());
        assertEquals("(-inf, 2]", Interval.atMost(2).toString());
        assertEquals("[-1, 1]", Interval.between(-1, 1).toString());
    }

    @Test
    void theEndsBelongToItWhereClosed() {
        assertTrue(Interval.UNIT.contains(0) && Interval.UNIT.contains(1));
        assertFalse(Interval.OPEN_UNIT.contains(0) || Interval.OPEN_UNIT.contains(1));
        assertTrue(Interval.OPEN_UNIT.contains(Double.MIN_VALUE) && Interval.OPEN_UNIT.contains(Math.nextDown(1.0)));
        assertFalse(Interval.UNIT.contains(Math.nextUp(1.0)) || Interval.UNIT.contains(-Double.MIN_VALUE));
        assertTrue(Interval.UNIT.contains(-0.0));
    }

    @Test
    void onlyFiniteNumbersLieInside() {
        for (Interval each :
                new Interval[] {Interval.REAL, Interval.POSITIVE, Interval.NON_NEGATIVE, Interval.above(3)}) {
            assertFalse(each.contains(Double.NaN));
            assertFalse(each.contains(Double.POSITIVE_INFINITY));
            assertFalse(each.contains(Double.NEGATIVE_INFINITY));
            assertTrue(each.contains(Double.MAX_VALUE));
        }
    }

    @Test
    void emptyAndBrokenIntervalsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, false, 0, false));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, true, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, false, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, false, Double.POSITIVE_INFINITY, false));
        assertTrue(Interval.between(1, 1).contains(1));
    }
}
