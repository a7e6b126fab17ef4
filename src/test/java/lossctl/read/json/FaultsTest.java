package lossctl.read.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void eachIsToldWithItsPlaceAndWords() {
        Faults faults = new Faults();
        for (int i = 0; i < 1000; i++) {
            faults.add(3 * i, refusal(i % 2 == 0 ? "a" : "b").at(1 + i / 10, 70_000 + i));
        }
        assertNull(faults.of(1));
        Refusal told = faults.of(3 * 123);
        assertEquals("NOT_A_NUMBER not a number b hint", said(told));
        assertEquals("13:70123", told.line() + ":" + told.position());
        assertEquals("NOT_A_NUMBER not a number a hint", said(faults.first()));
        faults.forget(3 * 123);
        assertNull(faults.of(3 * 123));
        assertEquals(70_122, faults.of(3 * 122).position());
        faults.forget(0);
        assertNull(faults.first());
    }

    /** A refusal takes a kilobyte with where in the program it was made, and there may be one for each of millions of values. */
    @Test
    void noRefusalIsKept() throws InterruptedException {
        Faults faults = new Faults();
        WeakReference<Refusal> made = new WeakReference<>(refusal("a"));
        faults.add(0, made.get());
        for (int i = 0; i < 100 && made.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertNull(made.get());
        assertTrue(faults.first() != null);
    }

    private static Refusal refusal(String value) {
        return new Refusal(Refusal.Code.NOT_A_NUMBER, "not a number")
                .value(value)
                .hint("hint");
    }

    private static String said(Refusal refusal) {
        return refusal.code() + " " + refusal.getMessage() + " " + refusal.value() + " " + refusal.hint();
    }
}
