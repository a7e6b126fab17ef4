package lossctl.read.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import lossctl.data.Refusal;

/** The text of fields. */
final class Text {
    private static final char REPLACEMENT = '\ufffd';

    private static final int SHOWN = 40;

    private Text() {}

    /** Which character of its line a byte begins, from 1; {@code start} is the begin of a line. */
    static int position(byte[] bytes, int start, int at) {
        int position = 1;
        for (int i = at - 1; i >= start && bytes[i] != '\n' && bytes[i] != '\r'; i--) {
            if ((bytes[i] & 0xC0) != 0x80) {
                position++;
            }
        }
        return position;
    }

    /**
     * The text of a field: without the quotes around it, and doubled quotes in it once.
     *
     * @throws Refusal where it is not UTF-8
     */
    static String of(byte[] bytes, int from, int to) {
        if (from == to || bytes[from] != '"') {
            return decode(bytes, from, to - from);
        }
        byte[] plain = new byte[to - from - 2];
        int length = 0;
        for (int at = from + 1; at < to - 1; at++) {
            plain[length++] = bytes[at];
            if (bytes[at] == '"') {
                at++;
            }
        }
        return decode(plain, 0, length);
    }

    /** Bytes as they stand, replaced where they are not UTF-8. */
    static String plain(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The text of a field for a message: bytes that are not UTF-8 are replaced. */
    static String shown(byte[] bytes, int from, int to) {
        try {
            return of(bytes, from, to);
        } catch (Refusal refusal) {
            return refusal.value();
        }
    }

    /** The text, or its first characters where it is long for a message. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
    }

    private static String decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            } catch (CharacterCodingException e) {
                throw new Refusal(Refusal.Code.MALFORMED, "not UTF-8").value(text);
            }
        }
        return text;
    }

    /** The line ends in {@code [from, to)}: LF, CRLF, CR. */
    static long lineEnds(byte[] bytes, int from, int to) {
        long lines = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n' || bytes[at] == '\r' && (at + 1 == to || bytes[at + 1] != '\n')) {
                lines++;
            }
        }
        return lines;
    }
}
