package lossctl.num;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalWriterTest {
    @Test
    void theLayoutIsPythons() {
        assertEquals("5.0", DecimalWriter.text(5.0));
        assertEquals("0.1", DecimalWriter.text(0.1));
        assertEquals("1e-05", DecimalWriter.text(1e-5));
        assertEquals("0.0001", DecimalWriter.text(1e-4));
        assertEquals("1e+16", DecimalWriter.text(1e16));
        assertEquals("9007199254740992.0", DecimalWriter.text(9007199254740992.0));
        assertEquals("1.5e-07", DecimalWriter.text(1.5e-7));
        assertEquals("123456789012345.0", DecimalWriter.text(123456789012345.0));
        assertEquals("-0.0", DecimalWriter.text(-0.0));
        assertEquals("0.0", DecimalWriter.text(0.0));
        assertEquals("5e-324", DecimalWriter.text(Double.MIN_VALUE));
        assertEquals("1.7976931348623157e+308", DecimalWriter.text(Double.MAX_VALUE));
        assertEquals("-2.2250738585072014e-308", DecimalWriter.text(-Double.MIN_NORMAL));
        assertEquals("NaN", DecimalWriter.text(Double.NaN));
        assertEquals("Infinity", DecimalWriter.text(Double.POSITIVE_INFINITY));
        assertEquals("-Infinity", DecimalWriter.text(Double.NEGATIVE_INFINITY));
        assertEquals("2e-323", DecimalWriter.text(4 * Double.MIN_VALUE));
        assertEquals("2e+23", DecimalWriter.text(2e23));
    }

    /** As Python writes them: the least of them is a long without an absolute value. */
    @Test
    void wholeNumbersAtTheEndsOfLongsAreWritten() {
        assertEquals("-9.223372036854776e+18", DecimalWriter.text(-0x1p63));
        assertEquals("9.223372036854776e+18", DecimalWriter.text(0x1p63));
        assertEquals("-9.223372036854775e+18", DecimalWriter.text(Math.nextUp(-0x1p63)));
        assertEquals("-9.223372036854778e+18", DecimalWriter.text(Math.nextDown(-0x1p63)));
    }

    @Test
    void floatsAreShortestAmongFloats() {
        assertEquals("0.1", DecimalWriter.text(0.1f));
        assertEquals("0.2876821", DecimalWriter.text(0.2876821f));
        assertEquals("3.4028235e+38", DecimalWriter.text(Float.MAX_VALUE));
        assertEquals("1e-45", DecimalWriter.text(Float.MIN_VALUE));
        assertEquals("-0.0", DecimalWriter.text(-0.0f));
        assertEquals("NaN", DecimalWriter.text(Float.NaN));
        assertEquals("16777216.0", DecimalWriter.text(16777216f));
        assertEquals("33554432.0", DecimalWriter.text(33554432f));
    }

    /** The digits are those that NumPy prints; every other half reads back, and no shorter text does. */
    @Test
    void halvesAreShortestAmongHalves() {
        String[] printed = {"0.1", "0.3333", "6e-08", "6.1e-05", "6.104e-05", "-6e-08", "1.001", "0.000977", "1e-06"};
        int[] bits = {0x2E66, 0x3555, 0x0001, 0x03FF, 0x0400, 0x8001, 0x3C01, 0x1400, 0x0011};
        for (int i = 0; i < bits.length; i++) {
            assertEquals(printed[i], DecimalWriter.half((short) bits[i]));
        }
        assertEquals("0.0", DecimalWriter.half((short) 0));
        assertEquals("-Infinity", DecimalWriter.half((short) 0xFC00));
        assertEquals("NaN", DecimalWriter.half((short) 0x7E00));
        for (int each = 1; each < 0x7BFF; each++) {
            BigDecimal written = new BigDecimal(DecimalWriter.half((short) each)).stripTrailingZeros();
            assertTrue(isNearest(written, each), () -> "not this half: " + written);
            MathContext shorter = new MathContext(written.precision() - 1, RoundingMode.HALF_EVEN);
            boolean reads = written.precision() > 1 && isNearest(new BigDecimal(half(each)).round(shorter), each);
            assertTrue(!reads, () -> written + " could be shorter");
        }
    }

    private static double half(int bits) {
        int field = bits >> 10;
        return field == 0 ? bits * 0x1p-24 : Math.scalb(1024 + (bits & 0x3FF), field - 25);
    }

    /** Whether a number rounds to this half, ties to even. */
    private static boolean isNearest(BigDecimal number, int bits) {
        double half = half(bits);
        double below = (half + half(bits - 1)) / 2;
        double above = (half + half(bits + 1)) / 2;
        int low = number.compareTo(new BigDecimal(below));
        int high = number.compareTo(new BigDecimal(above));
        boolean even = (bits & 1) == 0;
        return (low > 0 || even && low == 0) && (high < 0 || even && high == 0);
    }

    @Test
    void significantDigitsAreRoundedOnceTiesToEven() {
        assertEquals("0.375", DecimalWriter.text(0.375, 6));
        assertEquals("2.0", DecimalWriter.text(2.0, 6));
        assertEquals("0.612372", DecimalWriter.text(0.6123724356957945, 6));
        assertEquals("1.23457e+20", DecimalWriter.text(123456789012345678901.0, 6));
        assertEquals("0.12", DecimalWriter.text(0.125, 2));
        assertEquals("0.38", DecimalWriter.text(0.375, 2));
        assertEquals("1000.0", DecimalWriter.text(999.9996, 6));
        assertEquals("1e+16", DecimalWriter.text(9999999999999999.0, 3));
        assertEquals("-0.0", DecimalWriter.text(-0.0, 6));
        assertEquals("NaN", DecimalWriter.text(Double.NaN, 6));
        assertThrows(IllegalArgumentException.class, () -> DecimalWriter.text(1.0, 0));
    }

    @Test
    void thePythonTableIsMatchedToTheCharacter() throws IOException {
        int lines = 0;
        try (BufferedReader table = new BufferedReader(
                new InputStreamReader(getClass().getResourceAsStream("/python-repr.txt"), ISO_8859_1))) {
            for (String line = table.readLine(); line != null; line = table.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split(" ");
                    double x = Double.longBitsToDouble(Long.parseUnsignedLong(cells[0], 16));
                    assertEquals(cells[1], DecimalWriter.text(x), line);
                    lines++;
                }
            }
        }
        assertTrue(lines > 2000);
    }

    /** Exact whole numbers decide: inside the rounding interval, none with fewer digits, none of the same length nearer. */
    private static void assertShortest(double x) {
        byte[] out = new byte[3 + DecimalWriter.LONGEST];
        int end = DecimalWriter.write(x, out, 3);
        String text = new String(out, 3, end - 3, ISO_8859_1);
        BigDecimal written = new BigDecimal(text).stripTrailingZeros();
        assertEquals(x, written.doubleValue(), text);
        BigDecimal exact = new BigDecimal(x);
        BigDecimal error = exact.subtract(written).abs();
        int digits = written.precision();
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
            BigDecimal same = exact.round(new MathContext(digits, mode));
            if (same.doubleValue() == x) {
                assertTrue(exact.subtract(same).abs().compareTo(error) >= 0, text + ", " + same + " is nearer");
            }
            if (digits > 1) {
                BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
                assertTrue(shorter.doubleValue() != x, text + ", " + shorter + " is shorter");
            }
        }
    }

    @Test
    void randomDoublesAreShortestAndReadBack() {
        Random random = new Random(3);
        for (int i = 0; i < 30_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Math.abs(x) <= Double.MAX_VALUE) {
                assertShortest(x);
            }
            assertShortest(random.nextGaussian() * 10);
            assertShortest(Double.longBitsToDouble(random.nextLong() >>> 12 + random.nextInt(50)));
            assertShortest(Math.rint(random.nextGaussian() * 1e6) / 1e4);
        }
    }

    @Test
    void powersOfTwoAndTenAndTheirNeighboursAreShortest() {
        for (int e = -1074; e < 1024; e++) {
            assertNeighboursShortest(Math.scalb(1.0, e));
        }
        for (int e = -323; e <= 308; e++) {
            assertNeighboursShortest(Double.parseDouble("1e" + e));
        }
    }

    private static void assertNeighboursShortest(double x) {
        assertShortest(x);
        assertShortest(Math.nextUp(x));
        if (Math.nextDown(x) != 0) {
            assertShortest(Math.nextDown(x));
        }
    }

    @Test
    void aMillionRandomDoublesReadBackToTheBit() {
        Random random = new Random(4);
        byte[] out = new byte[8192];
        for (int i = 0; i < 1_000_000; i++) {
            long bits = random.nextLong();
            double x = Double.longBitsToDouble(bits);
            if (Math.abs(x) <= Double.MAX_VALUE) {
                int end = DecimalWriter.write(x, out, 32);
                assertTrue(end - 32 <= DecimalWriter.LONGEST);
                assertEquals(bits, Double.doubleToRawLongBits(DecimalReader.read(out, 32, end)));
            }
        }
    }

    @Test
    void randomFloatsReadBackAndNoShorterTextDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            float x = Float.intBitsToFloat(random.nextInt());
            if (Math.abs(x) <= Float.MAX_VALUE) {
                BigDecimal written = new BigDecimal(DecimalWriter.text(x)).stripTrailingZeros();
                assertEquals(x, Float.parseFloat(written.toString()));
                int digits = written.precision();
                if (digits > 1) {
                    BigDecimal exact = new BigDecimal(x);
                    BigDecimal down = exact.round(new MathContext(digits - 1, RoundingMode.DOWN));
                    BigDecimal up = exact.round(new MathContext(digits - 1, RoundingMode.UP));
                    assertTrue(Float.parseFloat(down.toString()) != x && Float.parseFloat(up.toString()) != x);
                }
            }
        }
    }

    @Test
    void everyNumberOfDigitsIsCorrectlyRounded() {
        Random random = new Random(6);
        for (int i = 0; i < 100_000; i++) {
            double x = switch (i % 3) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextGaussian();
                default -> random.nextInt(4096) / 4096.0 + random.nextInt(3);
            };
            if (x == 0 || !(Math.abs(x) <= Double.MAX_VALUE)) {
                continue;
            }
            int digits = 1 + random.nextInt(17);
            BigDecimal expected = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            BigDecimal actual = new BigDecimal(DecimalWriter.text(x, digits));
            assertEquals(0, expected.compareTo(actual), x + " to " + digits + " digits");
        }
    }
}
