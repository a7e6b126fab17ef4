package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is said of a long reading, with clocks and counts of our own. */
class ProgressLineTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void bytesRateAndRemainingTimeStandInOneLine() {
        assertEquals(
                "1.20 GB of 4.70 GB, 600 MB/s, 5 s left", ProgressLine.of(1_200_000_000L, 4_700_000_000L, 2 * SECOND));
        assertEquals(
                "file 312 of 10,000, 5.00 MB of 20.0 MB, 2.50 MB/s, 6 s left",
                ProgressLine.ofFiles(312, 10_000, ProgressLine.of(5_000_000, 20_000_000, 2 * SECOND)));
        assertEquals("1 request, 999 B, 999 B/s", ProgressLine.ofRequests(1, ProgressLine.of(999, -1, SECOND)));
        assertEquals(
                "1,234,567 requests, 0 B, 0 B/s", ProgressLine.ofRequests(1_234_567, ProgressLine.of(0, -1, SECOND)));
    }

    @Test
    void nothingIsSaidOfARestThatNobodyKnows() {
        assertEquals("5.00 kB, 2.50 kB/s", ProgressLine.of(5000, -1, 2 * SECOND));
        assertEquals("5.00 kB, 2.50 kB/s", ProgressLine.of(5000, 4999, 2 * SECOND)); // it grew
        assertEquals("0 B of 5.00 kB, 0 B/s", ProgressLine.of(0, 5000, SECOND));
        assertEquals("5.00 kB of 5.00 kB, 2.50 kB/s, 0 s left", ProgressLine.of(5000, 5000, 2 * SECOND));
    }

    @Test
    void amountsHaveThreeDigitsAndDurationsTwoUnits() {
        assertEquals("999 B", ProgressLine.amount(999));
        assertEquals("1.00 kB", ProgressLine.amount(1000));
        assertEquals("1.04 kB", ProgressLine.amount(1049));
        assertEquals("99.9 MB", ProgressLine.amount(99_999_999));
        assertEquals("100 MB", ProgressLine.amount(100_000_000));
        assertEquals("9.22 EB", ProgressLine.amount(Long.MAX_VALUE));
        assertEquals("59 s", ProgressLine.duration(59));
        assertEquals("1 min 0 s", ProgressLine.duration(60));
        assertEquals("59 min 59 s", ProgressLine.duration(3599));
        assertEquals("1 h 0 min", ProgressLine.duration(3600));
        assertEquals("100 h 1 min", ProgressLine.duration(360_119));
    }
}
