package lossctl.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class ProportionTest {

    /** Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, method 3. */
    @Test
    void wilsonsIntervalIsThatOfNewcombesTable() {
        double[][] table = {
            {81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718},
        };
        for (double[] row : table) {
            Bounds bounds = Proportion.wilson(row[0] / row[1], row[1], 0.95);
            assertEquals(row[2], bounds.low(), 5e-5);
            assertEquals(row[3], bounds.high(), 5e-5);
        }
    }

    @Test
    void allOrNothingEndsExactlyThere() {
        assertEquals(0, Proportion.wilson(0, 7, 0.95).low());
        assertEquals(1, Proportion.wilson(1, 7, 0.95).high());
    }

    @Test
    void nothingHasNoInterval() {
        assertFalse(Proportion.wilson(0.5, 0, 0.95).exists());
        assertFalse(Proportion.wilson(Double.NaN, 5, 0.95).exists());
        assertFalse(Proportion.wilson(1.5, 5, 0.95).exists());
    }
}
