package lossctl.num;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecimalReaderTest {
    /** Large enough for the fast reader, and full of what could be mistaken for a part of the number. */
    private static final byte[] DIGITS = "7".repeat(8000).getBytes(ISO_8859_1);

    private static final byte[] FIELDS = "-1.5e-07,".repeat(900).getBytes(ISO_8859_1);

    /** Reads the text amid digits, amid fields, at both ends of a large array, alone, as characters; all must agree. */
    private static double read(String text) {
        byte[] alone = text.getBytes(ISO_8859_1);
        int length = alone.length;
        double value = DecimalReader.read(alone, 0, length);
        same(value, DecimalReader.read(text), text);
        same(value, readAt(DIGITS, 4000, alone), text);
        same(value, readAt(FIELDS, 4000, alone), text);
        same(value, readAt(DIGITS, 0, alone), text);
        same(value, readAt(DIGITS, DIGITS.length - length, alone), text);
        return value;
    }

    private static double readAt(byte[] room, int at, byte[] number) {
        byte[] kept = Arrays.copyOfRange(room, at, at + number.length);
        System.arraycopy(number, 0, room, at, number.length);
        double value = DecimalReader.read(room, at, at + number.length);
        System.arraycopy(kept, 0, room, at, kept.length);
        return value;
    }

    private static void same(double expected, double actual, String text) {
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), text);
    }

    @Test
    void everyLineOfTheParseNumberSuiteIsReadToTheBit() throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(SuiteFiles.folder("parse-number"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().contains(".txt"))::iterator) {
                lines += readSuite(file);
            }
        }
        assertTrue(lines > 178_000, "only " + lines + " lines");
    }

    private static long readSuite(Path file) throws IOException {
        long count = 0;
        try (BufferedReader lines = SuiteFiles.lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int text = line.lastIndexOf(' ') + 1;
                long bits = Long.parseUnsignedLong(line, text - 17, text - 1, 16);
                double expected = Double.longBitsToDouble(bits);
                String number = line.substring(text);
                if (number.length() > DecimalReader.LONGEST) {
                    assertEquals(NumberVerdict.TOO_LONG, DecimalReader.verdict(number));
                } else if (Double.isInfinite(expected)) {
                    assertEquals(NumberVerdict.OVERFLOW, DecimalReader.verdict(number), number);
                } else {
                    same(expected, read(number), number);
                }
                count++;
            }
        }
        return count;
    }

    @Test
    void theTableOfSpellingsHolds() {
        List<Spelling> all = Spelling.all();
        assertTrue(all.size() >= 500);
        for (Spelling each : all) {
            byte[] bytes = each.text().getBytes(UTF_8);
            assertEquals(each.verdict(), DecimalReader.verdict(bytes, 0, bytes.length), each.text());
            assertEquals(each.verdict(), DecimalReader.verdict(each.text()), each.text());
            same(each.value(), DecimalReader.read(bytes, 0, bytes.length), each.text());
            same(each.value(), DecimalReader.read(each.text()), each.text());
            same(each.value(), readAt(DIGITS, 1000, bytes), each.text());
        }
    }

    @Test
    void randomTextsReadAsBigDecimalRoundsThem() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String text = randomText(random);
            double size = nearest(new BigDecimal(text).abs());
            double expected = text.startsWith("-") ? -size : size;
            same(Double.isInfinite(expected) ? Double.NaN : expected, read(text), text);
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextBoolean()) {
            text.append('-');
        }
        int whole = random.nextInt(random.nextInt(5) == 0 ? 25 : 5);
        for (int i = 0; i <= whole; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (random.nextInt(4) > 0) {
            text.append('.');
            int zeros = random.nextInt(4) == 0 ? random.nextInt(8) : 0;
            text.append("0".repeat(zeros));
            int fraction = random.nextInt(random.nextInt(5) == 0 ? 40 : 18);
            for (int i = 0; i <= fraction; i++) {
                text.append((char) ('0' + random.nextInt(10)));
            }
        }
        if (random.nextInt(3) == 0) {
            int exponent = random.nextInt(random.nextBoolean() ? 340 : 20);
            text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(3) > 0 ? "-" : "+");
            text.append(exponent < 10 && random.nextBoolean() ? "0" : "").append(exponent);
        }
        return text.toString();
    }

    /** The double nearest to {@code x >= 0}; what Java says is proved against both neighbours in exact decimals. */
    private static double nearest(BigDecimal x) {
        double guess = x.doubleValue();
        if (Double.isInfinite(guess)) {
            BigDecimal middle = new BigDecimal(Double.MAX_VALUE).add(new BigDecimal(Math.ulp(Double.MAX_VALUE) / 2));
            assertTrue(x.compareTo(middle) >= 0);
            return guess;
        }
        BigDecimal error = x.subtract(new BigDecimal(guess)).abs();
        double up = Math.nextUp(guess);
        double down = Math.max(Math.nextDown(guess), 0);
        for (double other : new double[] {down, Double.isInfinite(up) ? guess : up}) {
            int order = x.subtract(new BigDecimal(other)).abs().compareTo(error);
            boolean even = (Double.doubleToRawLongBits(guess) & 1) == 0;
            assertTrue(other == guess || order > 0 || order == 0 && even, "the oracle itself is wrong at " + x);
        }
        return guess;
    }

    @Test
    void halfwayCasesGoToEvenAndTheSlightestExcessDecides() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            double low = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (!(low < 1e300) || i % 3 == 0) {
                low = random.nextDouble() * 100;
            }
            BigDecimal middle =
                    new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
            if (middle.toString().length() > 1000) {
                continue;
            }
            double even = (Double.doubleToRawLongBits(low) & 1) == 0 ? low : Math.nextUp(low);
            BigDecimal little = middle.ulp().scaleByPowerOfTen(-3);
            same(even, read(middle.toString()), middle.toString());
            same(Math.nextUp(low), read(middle.add(little).toString()), middle + " and a little");
            same(low, read(middle.subtract(little).toString()), middle + " less a little");
        }
    }

    @Test
    void aDamagedNumberIsNeverReadAsAnother() {
        for (String good : List.of("-12.3456789012345e-07", "7", "-40", "1234567", "-87654321", "123456789")) {
            damage(good);
        }
    }

    private static void damage(String good) {
        for (int i = 0; i < good.length(); i++) {
            for (int c = 0; c < 256; c++) {
                String damaged = good.substring(0, i) + (char) c + good.substring(i + 1);
                double value = read(damaged);
                boolean finite = number(damaged) && !Double.isInfinite(Double.parseDouble(damaged));
                assertEquals(finite, value == value, damaged);
                if (finite) {
                    same(Double.parseDouble(damaged.strip()), value, damaged);
                }
            }
        }
    }

    private static boolean number(String text) {
        return text.matches("[ \t]*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?[ \t]*");
    }

    @Test
    void onlyAsciiCountsInCharacters() {
        assertFalse(DecimalReader.read("\u0131") == DecimalReader.read("1"));
        assertEquals(NumberVerdict.NOT_A_NUMBER, DecimalReader.verdict("\u0131"));
        assertEquals(NumberVerdict.NOT_A_NUMBER, DecimalReader.verdict("1\u0131"));
    }
}
