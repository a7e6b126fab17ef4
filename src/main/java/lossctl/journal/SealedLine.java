package lossctl.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import lossctl.write.CheckedOut;
import lossctl.write.JsonOut;
import lossctl.write.OutputFormat;
import lossctl.write.Style;

/**
 * A JSON object on a line of its own whose last member, {@code "crc":"1a2b3c4d"}, is the CRC-32C of all bytes before its
 * comma: a line that was cut or changed is not taken for whole.
 */
final class SealedLine {
    private static final String CRC = ",\"crc\":\"";
    private static final int DIGITS = 8;
    private static final int TAIL = CRC.length() + DIGITS + 2;

    private SealedLine() {}

    /** Writes the members of an object. */
    interface Members {
        void write(JsonOut json);
    }

    /** The line, its end among it. */
    static byte[] of(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckedOut out = CheckedOut.to(bytes, "memory");
        JsonOut json = new JsonOut(new Style(OutputFormat.JSON, 0, false, false), out);
        json.object();
        members.write(json);
        out.flush();
        byte[] open = bytes.toByteArray();
        byte[] line = Arrays.copyOf(open, open.length + TAIL + 1);
        byte[] tail = (CRC + digits(open, 0, open.length) + "\"}\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(tail, 0, line, open.length, tail.length);
        return line;
    }

    /** Whether a line, {@code [from, to)} without its end, is one that was written whole. */
    static boolean isWhole(byte[] bytes, int from, int to) {
        int seal = to - TAIL;
        if (seal <= from) {
            return false;
        }
        byte[] tail = (CRC + digits(bytes, from, seal) + "\"}").getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(bytes, seal, to, tail, 0, tail.length);
    }

    private static String digits(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        String hex = Long.toHexString(crc.getValue());
        return "0".repeat(DIGITS - hex.length()) + hex;
    }
}
