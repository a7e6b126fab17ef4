package lossctl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TicksTest {
    @Test
    void theyAreRound() {
        assertEquals(
                List.of("-3", "-2", "-1", "0", "1", "2", "3"),
                Ticks.of(-3, 3, 7, false).texts());
        assertEquals(
                List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"),
                Ticks.of(0, 1, 6, false).texts());
        assertEquals(List.of("0", "5", "10"), Ticks.of(-1, 12, 4, false).texts());
        assertEquals(List.of("2e9", "4e9"), Ticks.of(1e9, 4.5e9, 3, false).texts());
        assertEquals(
                List.of("1e-9", "1.5e-9", "2e-9"),
                Ticks.of(1e-9, 2e-9, 4, false).texts());
    }

    /** Of one mark from end to end of the doubles, whose steps would be greater than they are. */
    @Test
    void theWidestRangeHasOneAtZero() {
        assertEquals(List.of("0"), Ticks.of(-1.7e308, 1.7e308, 1, false).texts());
        assertEquals(List.of("0"), Ticks.of(0, Double.MAX_VALUE, 1, false).texts());
    }

    @Test
    void wholeOnesAreWhole() {
        assertEquals(List.of("1", "2", "3"), Ticks.of(1, 3, 10, true).texts());
    }

    @Test
    void theirTextsAreTheirValuesWhateverTheRange() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double low = (random.nextDouble() - 0.5) * new BigDecimal("1e" + random.nextInt(-200, 200)).doubleValue();
            double high = low + Math.abs(low) * (random.nextDouble() + 1e-3);
            int most = random.nextInt(2, 12);
            Ticks ticks = Ticks.of(low, high, most, false);
            assertTrue(ticks.texts().size() <= most && !ticks.texts().isEmpty(), low + " to " + high + ": " + ticks);
            for (int j = 0; j < ticks.texts().size(); j++) {
                double value = ticks.values().get(j);
                assertEquals(Double.parseDouble(ticks.texts().get(j)), value);
                assertTrue(value >= low - Math.abs(low) * 1e-8 && value <= high + Math.abs(high) * 1e-8);
            }
        }
    }
}
