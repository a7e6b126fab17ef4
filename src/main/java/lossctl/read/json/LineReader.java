package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import lossctl.data.Block;
import lossctl.data.Refusal;
import lossctl.read.Fields;
import lossctl.read.ReadOptions;
import lossctl.read.Utf8;

/** Reads lines of JSON Lines, one sample each, with a parser that takes all of JSON. One object a thread. */
final class LineReader {
    private final Parsers parsers;
    private final RecordReader general;

    LineReader(Fields fields, Parsers parsers, ReadOptions options) {
        this.parsers = parsers;
        general = new RecordReader(fields, options);
    }

    /**
     * Reads a line that is not blank.
     *
     * @return whether the row is kept; else it is to be counted as skipped
     * @throws Refusal with the position in the line
     */
    boolean read(byte[] bytes, int from, int to, Block block, int row) {
        checkUtf8(bytes, from, to);
        JsonParser parser = parsers.open(bytes, from, to);
        try (parser) {
            parser.nextToken();
            boolean kept = general.read(parser, block, row);
            if (parser.nextToken() != null) {
                throw Parsers.at(
                        new Refusal(Refusal.Code.MALFORMED, "something follows the object"),
                        parser.currentTokenLocation());
            }
            return kept;
        } catch (IOException e) {
            throw Parsers.refusal(e, parser);
        }
    }

    static void checkUtf8(byte[] bytes, int from, int to) {
        Utf8 utf8 = new Utf8();
        int wrong = utf8.check(bytes, from, to);
        if (wrong >= 0 || !utf8.isWhole()) {
            throw new Refusal(Refusal.Code.MALFORMED, "not UTF-8")
                    .at(1, (wrong >= 0 ? wrong : to) - from + 1)
                    .hint("write the file as UTF-8");
        }
    }

    /** Counts characters where the parser counted bytes, and took a return in the line for the end of one. */
    static Refusal placed(Refusal refusal, byte[] bytes, int from, long line) {
        int at = from;
        for (long ends = refusal.line(); ends > 1; at++) {
            ends -= bytes[at] == '\r' ? 1 : 0;
        }
        at += Math.max(refusal.position(), 1) - 1;
        int character = 1;
        for (int i = from; i < at; i++) {
            character += (bytes[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return refusal.at(line, character);
    }

    /** Blanks of JSON, but for the end of a line. */
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }
}
