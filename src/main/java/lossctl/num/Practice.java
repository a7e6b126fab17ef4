package lossctl.num;

import java.nio.charset.StandardCharsets;

/**
 * Numbers of every shape for the fast reader, to be read now and then before many others are. A compiler leaves out the
 * branches that were never taken; the first number that takes one then throws away what was compiled, and costs a second
 * compilation in the middle of a file. Shapes that one file in two has once in ten thousand numbers are met here first.
 */
public final class Practice {
    private static final String[] SHAPES = {
        "0.5",
        "-0.0625",
        "0.00000000001",
        "12.25",
        "12.12345678",
        "-1.234567890123456",
        "0.0",
        "0",
        "-1",
        "7",
        "42",
        "1234567",
        "123456.5",
        "12345678.5",
        "1e-11",
        "1.5e-05",
        "-9.87654321e-12",
        "1.2345678901234567e-05",
        "3.25e+10",
        "2E5",
        "0.00012345678901234567",
        "0.1234567890123456789",
        "1234567.1234567890123456789",
        "0.12345678901234567890123456789",
        "+1.5",
        ".5",
        "5.",
        "1.5e-300",
        "nan",
        "x",
        ""
    };

    /** Before and behind each there is as much room as the fast reader wants. */
    private static final byte[] TEXT;

    private static final int[] STARTS = new int[SHAPES.length];

    private Practice() {}

    static {
        StringBuilder text = new StringBuilder(" ".repeat(32));
        for (int i = 0; i < SHAPES.length; i++) {
            STARTS[i] = text.length();
            text.append(SHAPES[i]).append('\n');
        }
        TEXT = text.append(" ".repeat(40)).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The texts, each followed by a line end, with 32 blanks before the first and 40 behind the last; not to be changed. */
    public static byte[] text() {
        return TEXT;
    }

    /** Where each text begins; not to be changed. */
    public static int[] starts() {
        return STARTS;
    }

    /** Reads them all; takes a microsecond or two. */
    public static void read() {
        for (int i = 0; i < STARTS.length; i++) {
            FastDecimal.read(TEXT, STARTS[i], STARTS[i] + SHAPES[i].length());
        }
    }
}
