package lossctl.num;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecimalColumnTest {
    private static final double UNTOUCHED = -77;

    private final DecimalColumn column = new DecimalColumn(0);

    /** Reads texts as the column of that index of a table with so many columns, the other cells of which are digits. */
    private double[] read(List<String> texts, int columns, int index, int width) {
        StringBuilder table = new StringBuilder("y\n");
        int[] marks = new int[texts.size() * columns + 1];
        marks[0] = 1;
        int m = 1;
        for (String text : texts) {
            for (int c = 0; c < columns; c++) {
                table.append(c == index ? text : "7777777.7777777").append(c == columns - 1 ? '\n' : ',');
                marks[m++] = table.length() - 1;
            }
        }
        byte[] bytes = table.toString().getBytes(ISO_8859_1);
        double[] to = new double[texts.size() * width];
        Arrays.fill(to, UNTOUCHED);
        boolean plain = column.read(bytes, marks, index, columns, texts.size(), to, width - 1, width);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < to.length; i++) {
            if (i % width == width - 1) {
                numbers[i / width] = to[i];
            } else {
                assertEquals(UNTOUCHED, to[i], "a cell of another column");
            }
        }
        assertEquals(Arrays.stream(numbers).noneMatch(Double::isNaN), plain);
        return numbers;
    }

    private static void same(double expected, double actual, String text) {
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), text);
    }

    @Test
    void everyLineOfTheParseNumberSuiteIsReadToTheBit() throws IOException {
        List<String> texts = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        try (Stream<Path> files = Files.list(SuiteFiles.folder("parse-number"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().contains(".txt"))::iterator) {
                try (BufferedReader lines = SuiteFiles.lines(file)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        int text = line.lastIndexOf(' ') + 1;
                        texts.add(line.substring(text));
                        double value = Double.longBitsToDouble(Long.parseUnsignedLong(line, text - 17, text - 1, 16));
                        boolean isRead = texts.get(texts.size() - 1).length() <= DecimalReader.LONGEST
                                && !Double.isInfinite(value);
                        expected.add(isRead ? value : Double.NaN);
                    }
                }
            }
        }
        assertTrue(texts.size() > 178_000, "only " + texts.size() + " lines");
        double[] numbers = read(texts, 2, 1, 1);
        for (int i = 0; i < numbers.length; i++) {
            same(expected.get(i), numbers[i], texts.get(i));
        }
    }

    @Test
    void whatIsNoNumberIsNoneAndNothingElseIsTouched() {
        List<Spelling> all = Spelling.all();
        List<String> texts = new ArrayList<>();
        for (Spelling each : all) {
            texts.add(each.text().chars().allMatch(c -> c < 128 && c != '\n' && c != ',') ? each.text() : "x");
        }
        double[] numbers = read(texts, 1, 0, 2);
        for (int i = 0; i < numbers.length; i++) {
            double expected = texts.get(i).equals("x") ? Double.NaN : all.get(i).value();
            same(expected, numbers[i], texts.get(i));
        }
    }

    @Test
    void digitsWithAPointAtAnyPlaceReadAsBigDecimalRoundsThem() {
        Random random = new Random(3);
        for (int columns = 1; columns <= 3; columns++) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 60_000; i++) {
                texts.add(randomDigits(random));
            }
            double[] numbers = read(texts, columns, random.nextInt(columns), 1 + random.nextInt(2));
            for (int i = 0; i < numbers.length; i++) {
                String text = texts.get(i);
                double size = new BigDecimal(text).abs().doubleValue();
                same(text.startsWith("-") ? -size : size, numbers[i], text);
            }
        }
    }

    /** One to 26 digits, many zeros among them, and mostly a point. */
    private static String randomDigits(Random random) {
        int length = 1 + random.nextInt(26);
        int zeros = random.nextInt(3) == 0 ? random.nextInt(length) : 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i < zeros ? 0 : random.nextInt(10));
        }
        int point = random.nextInt(length + 1);
        if (random.nextInt(8) > 0) {
            text.insert(point, '.');
        }
        return (random.nextBoolean() ? "-" : "") + text;
    }

    @Test
    void aStrangeByteAtAnyPlaceIsNoNumber() {
        for (String number : List.of("12345678.12345678901234", "0.5", "1234567", "-7", "-0.000000000000001")) {
            for (int at = 0; at < number.length(); at++) {
                List<String> texts = new ArrayList<>();
                for (char c = 1; c < 256; c++) {
                    if (c != '\n' && c != ',' && (c < '0' || c > '9')) {
                        texts.add(number.substring(0, at) + c + number.substring(at + 1));
                    }
                }
                double[] numbers = read(texts, 2, 0, 1);
                for (int i = 0; i < numbers.length; i++) {
                    byte[] alone = texts.get(i).getBytes(ISO_8859_1);
                    same(DecimalReader.read(alone, 0, alone.length), numbers[i], texts.get(i));
                }
            }
        }
    }

    @Test
    void numbersHalfBetweenTwoDoublesGoToTheEvenOne() {
        List<String> texts =
                List.of("9007199254740993", "9007199254740995", "4503599627370497.5", "-9007199254740993.0");
        double[] numbers = read(texts, 1, 0, 1);
        assertEquals(9007199254740992.0, numbers[0]);
        assertEquals(9007199254740996.0, numbers[1]);
        assertEquals(4503599627370498.0, numbers[2]);
        assertEquals(-9007199254740992.0, numbers[3]);
    }
}
