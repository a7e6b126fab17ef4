package lossctl.read.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lossctl.data.Block;
import lossctl.data.Columns;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Fields;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import org.junit.jupiter.api.Test;

/** Whatever the fast reader takes, the general one takes too, with the same bits; and it takes what is usual. */
class FlatLineTest {
    private static final String FIRST =
            "{\"y_true\": 1, \"y_pred\": [1, 2.5], \"id\": \"a\", \"g\": 7, \"x\": [0], \"w\": 1}";
    private static final Columns COLUMNS =
            new Columns(null, null, "w", "id", List.of(), List.of(), List.of("g"), null, false, false);
    private static final Policy SKIP = new Policy(true, Policy.STRICT.missingValues(), Policy.NonFinite.SKIP);
    private static final ReadOptions OPTIONS =
            new ReadOptions(Format.JSONL, COLUMNS, true, (char) 0, (char) 0, SKIP, Limits.DEFAULT, false, 64);
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-1.5",
        "0.1",
        "1e5",
        "1E-7",
        "1e+16",
        "123456789012345678901234567890",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "1e400",
        "01",
        "+1",
        ".5",
        "5.",
        "-",
        "1e",
        "1e+",
        "0x1",
        "1d",
        "NaN",
        "-Infinity",
        "null",
        "\"1\"",
        "true",
        "0.30000000000000004",
        "4.9e-324",
        "-0.0",
        "9007199254740993",
        "[1]",
        "{}"
    };
    private static final String[] OTHERS = {
        "1",
        "\"a\"",
        "\"\"",
        "2.5",
        "true",
        "false",
        "[1,2]",
        "null",
        "[]",
        "[ 1 , 2.5e3 ]",
        "\"\\n\"",
        "\"\u00e9\"",
        "{\"a\":1}",
        "\"a b\"",
        "tru",
        "[1,]",
        "\"a",
        "[[1]]",
        "1e999",
        "-",
        "\"\t\""
    };

    private final Parsers parsers = new Parsers(OPTIONS);
    private final Fields fields;
    private final FlatLine flat;
    private final LineReader general;
    private final Block fast;
    private final Block slow;

    FlatLineTest() throws IOException {
        byte[] line = FIRST.getBytes(StandardCharsets.UTF_8);
        FirstRecord first = FirstRecord.ofLine(line, 0, line.length, parsers);
        fields = new Fields(first.names(), first.widths(), COLUMNS, "field");
        flat = FlatLine.of(first, fields, SKIP);
        general = new LineReader(fields, parsers, OPTIONS);
        fast = new Block(fields.layout());
        slow = new Block(fields.layout());
        fast.clear(3);
        slow.clear(3);
        flat.into(fast);
    }

    /** Whether the fast reader took the line; then the general one must agree. */
    private boolean taken(byte[] line) {
        byte[] text = Arrays.copyOf(line, line.length + (line.length % 2 == 0 ? 8 : 100));
        text[line.length] = '\n';
        Arrays.fill(text, line.length + 1, text.length, (byte) '7');
        int end = flat.read(text, 0, 1);
        if (end < 0) {
            return false;
        }
        String message = new String(line, StandardCharsets.ISO_8859_1);
        assertEquals(line.length + 1, end, message);
        try {
            assertTrue(general.read(text, 0, line.length, slow, 1), message);
        } catch (Refusal refusal) {
            throw new AssertionError(message, refusal);
        }
        assertArrayEquals(values(slow), values(fast), message);
        assertEquals(slow.texts(0)[1] + "|" + slow.texts(1)[1], fast.texts(0)[1] + "|" + fast.texts(1)[1]);
        return true;
    }

    private static long[] values(Block block) {
        return new long[] {
            Double.doubleToRawLongBits(block.truth()[1]),
            Double.doubleToRawLongBits(block.prediction()[2]),
            Double.doubleToRawLongBits(block.prediction()[3]),
            Double.doubleToRawLongBits(block.weights()[1])
        };
    }

    @Test
    void itTakesWhatIsUsual() {
        for (String line : new String[] {
            FIRST,
            "{\"y_true\":-1.5e-3,\"y_pred\":[0,-0.0],\"id\":\"\",\"g\":true,\"x\":[],\"w\":0.5}".replace("[]", "null"),
            " { \"y_true\" : 1 , \"y_pred\" : [ 1 , 2 ] , \"id\" : 5 , \"g\" : \"b c\" , \"x\" : \"s\" , \"w\" : 1 } \r",
        }) {
            assertTrue(taken(line.getBytes(StandardCharsets.UTF_8)), line);
        }
    }

    @Test
    void itTakesLinesThatDifferFromTheFirstInBlanksAlone() {
        String again = FIRST.replace("1", "-2.75").replace("\"a\"", "\"bc\"");
        for (String line :
                new String[] {FIRST, again, again.replace(": ", ":"), again.replace(",", " ,  "), again + " "}) {
            assertTrue(taken(line.getBytes(StandardCharsets.UTF_8)), line);
            assertEquals(line.equals(FIRST) ? 1 : -2.75, fast.truth()[1]);
        }
        for (String line : new String[] {again.replace("y_pred", "y_prod"), again.replace("}", "]"), again + "x"}) {
            assertFalse(taken(line.getBytes(StandardCharsets.UTF_8)), line);
        }
    }

    @Test
    void itAgreesWithTheGeneralReaderOnRandomAndBrokenLines() {
        SplittableRandom random = new SplittableRandom(20261120);
        int[] counts = new int[2];
        for (int i = 0; i < 100_000; i++) {
            byte[] line = line(random).getBytes(StandardCharsets.UTF_8);
            for (int edits = random.nextInt(4) - 1; edits > 0; edits--) {
                line = edited(line, random);
            }
            boolean blank = new String(line, StandardCharsets.UTF_8).isBlank();
            if (!blank && new String(line, StandardCharsets.ISO_8859_1).indexOf('\n') < 0) {
                counts[taken(line) ? 1 : 0]++;
            }
        }
        assertTrue(counts[0] > 20_000 && counts[1] > 20_000, counts[1] + " taken, " + counts[0] + " not");
    }

    private static String line(SplittableRandom random) {
        String gap = random.nextInt(3) == 0 ? " " : "";
        return "{" + gap + "\"y_true\":" + gap + number(random) + gap + ",\"y_pred\": [" + number(random) + gap + ","
                + number(random) + "], \"id\":" + other(random) + ",\"g\" :" + other(random) + ",\"x\":" + other(random)
                + ",\"w\":" + number(random) + gap + "}" + gap;
    }

    private static String number(SplittableRandom random) {
        return random.nextInt(12) == 0
                ? NUMBERS[random.nextInt(NUMBERS.length)]
                : Double.toString(Double.longBitsToDouble(random.nextLong() & 0xbfff_ffff_ffff_ffffL))
                        .replace("NaN", "0");
    }

    private static String other(SplittableRandom random) {
        return OTHERS[random.nextInt(random.nextInt(4) > 0 ? 6 : OTHERS.length)];
    }

    private static byte[] edited(byte[] line, SplittableRandom random) {
        int at = random.nextInt(line.length);
        String alphabet = " ,:[]{}\"0123456789eE+-.tfn\\\t\r\u0000\u007f\u00ff";
        byte other = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        byte[] edited;
        switch (random.nextInt(3)) {
            case 0:
                edited = line.clone();
                edited[at] = other;
                return edited;
            case 1:
                edited = Arrays.copyOf(line, line.length + 1);
                System.arraycopy(line, at, edited, at + 1, line.length - at);
                edited[at] = other;
                return edited;
            default:
                edited = Arrays.copyOf(line, line.length - 1);
                System.arraycopy(line, at + 1, edited, at, line.length - at - 1);
                return edited;
        }
    }

    @Test
    void everySingleByteChangeOfALineIsJudgedAlike() {
        byte[] line = FIRST.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < line.length; at++) {
            for (int b = -128; b < 128; b++) {
                byte[] changed = line.clone();
                changed[at] = (byte) b;
                if (b != '\n') {
                    taken(changed);
                }
            }
        }
    }
}
