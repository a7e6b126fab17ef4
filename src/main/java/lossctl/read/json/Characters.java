package lossctl.read.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import lossctl.data.Refusal;

/** Counts characters where a parser has counted bytes: once something is refused, so that reading itself counts nothing. */
public final class Characters {
    private Characters() {}

    /** The character, from 1, that a byte belongs to: the byte of this number, from 1, in a text that begins at {@code from}. */
    public static int at(byte[] bytes, int from, int number) {
        int character = 1;
        for (int i = from + 1; i < Math.min(from + number, bytes.length); i++) {
            character += isInside(bytes[i]) ? 0 : 1;
        }
        return character;
    }

    /** Puts the character into a refusal that has the byte; {@code text} is the whole of it, and if it is not, all stays. */
    static void place(Refusal refusal, InputStream text) throws IOException {
        InputStream in = new BufferedInputStream(text);
        in.mark(3);
        if (in.read() != 0xef || in.read() != 0xbb || in.read() != 0xbf) {
            in.reset();
        }
        int next = in.read();
        for (long line = refusal.line(); line > 1 && next >= 0; ) {
            int end = next;
            next = in.read();
            // a parser ends a line at a return, too, and takes one before a line feed for half of it
            line -= end == '\n' || end == '\r' && next != '\n' ? 1 : 0;
        }
        int character = 1;
        for (int number = 1; number < refusal.position(); number++) {
            if (next < 0) {
                return;
            }
            next = in.read();
            character += isInside((byte) next) && next >= 0 ? 0 : 1;
        }
        refusal.at(refusal.line(), character);
    }

    /** Whether a byte is one of a character's, but not the first. */
    private static boolean isInside(byte b) {
        return (b & 0xc0) == 0x80;
    }
}
