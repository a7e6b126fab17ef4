package lossctl.num;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenDecimalTest {
    private static final int ROOM = 64;
    private static final double UNTOUCHED = -77;

    private final double[] to = new double[3];

    /** Reads the text amid bytes that could be mistaken for a part of it; the value is in {@code to[1]}. */
    private int read(byte[] text, String behind) {
        byte[] room = new byte[ROOM + text.length + ROOM];
        Arrays.fill(room, (byte) '7');
        System.arraycopy(text, 0, room, ROOM, text.length);
        System.arraycopy(behind.getBytes(ISO_8859_1), 0, room, ROOM + text.length, behind.length());
        Arrays.fill(to, UNTOUCHED);
        int end = OpenDecimal.read(room, ROOM, to, 1);
        assertEquals(UNTOUCHED, to[0]);
        assertEquals(UNTOUCHED, to[2]);
        return end < 0 ? end : end - ROOM;
    }

    /** Whether the number is taken; it is read to the bit and to its end then. */
    private boolean takes(String number, double expected) {
        boolean taken = false;
        for (String behind : new String[] {",", "}\n", "]", " ,", "\r\n"}) {
            int end = read(number.getBytes(ISO_8859_1), behind);
            if (end != OpenDecimal.OTHER) {
                assertEquals(number.length(), end, number);
                assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(to[1]), number);
                taken = true;
            }
        }
        return taken;
    }

    @Test
    void whatItTakesOfTheParseNumberSuiteIsReadToTheBit() throws IOException {
        long taken = 0;
        try (Stream<Path> files = Files.list(SuiteFiles.folder("parse-number"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().contains(".txt"))::iterator) {
                taken += takenOf(file);
            }
        }
        assertTrue(taken > 20_000, "only " + taken + " numbers");
    }

    private long takenOf(Path file) throws IOException {
        long taken = 0;
        try (BufferedReader lines = SuiteFiles.lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int text = line.lastIndexOf(' ') + 1;
                double expected = Double.longBitsToDouble(Long.parseUnsignedLong(line, text - 17, text - 1, 16));
                taken += takes(line.substring(text), expected) ? 1 : 0;
            }
        }
        return taken;
    }

    @Test
    void allThatProgramsWriteOfUsualNumbersIsTakenUpToNineteenDigits() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            int digits = 1 + random.nextInt(19);
            int whole = 1 + random.nextInt(Math.min(digits, 7));
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            text.append(whole == 1 ? random.nextInt(10) : 1 + random.nextInt(9));
            for (int k = 1; k < digits; k++) {
                text.append(k == whole ? "." : "").append(random.nextInt(10));
            }
            double size = new BigDecimal(text.toString()).abs().doubleValue();
            assertTrue(takes(text.toString(), text.charAt(0) == '-' ? -size : size), text.toString());
        }
    }

    @Test
    void zerosInFrontOfNineteenDigitsDoNotCount() {
        assertTrue(takes("0.1234567890123456789", 0.1234567890123456789));
        assertTrue(takes("-0.0", -0.0));
        assertTrue(takes("0", 0));
    }

    @Test
    void whatIsOfAnotherShapeIsLeftToTheGeneralReader() {
        String[] others = {
            "",
            "-",
            "--1",
            "+1",
            ".5",
            "5.",
            "-.5",
            "00",
            "01",
            "-01.5",
            "00.5",
            "12345678",
            "12345678.5",
            "1e5",
            "1E5",
            "1.5e-05",
            "1.5E5",
            "0.12345678901234567890",
            "1.1234567890123456789",
            "1234567.1234567890123",
            "nan",
            "true",
            "0.123456789012345678901234567",
            "\"1\"",
            "null",
            "[1"
        };
        for (String other : others) {
            assertEquals(OpenDecimal.OTHER, read(other.getBytes(ISO_8859_1), ","), other);
        }
    }

    @Test
    void whatItTakesWholeIsANumberOfJson() {
        int taken = 0;
        for (Spelling each : Spelling.all()) {
            byte[] text = each.text().getBytes(UTF_8);
            if (read(text, ",") == text.length) {
                taken++;
                assertTrue(each.json(), each.text());
                assertEquals(Double.doubleToLongBits(each.value()), Double.doubleToLongBits(to[1]), each.text());
            }
        }
        assertTrue(taken > 30, "only " + taken);
    }

    @Test
    void nothingIsReadNearTheEndOfTheText() {
        byte[] text = "1.25,".repeat(20).getBytes(ISO_8859_1);
        for (int from = 0; from < text.length; from += 5) {
            int end = OpenDecimal.read(text, from, to, 0);
            assertTrue(end == from + 4 || end == OpenDecimal.OTHER && text.length - from < 48, from + ": " + end);
        }
    }
}
