package lossctl.read;

import lossctl.data.Refusal;

/** The bytes that tell UTF-16 and UTF-32 from UTF-8 at the beginning of a text: a mark, or every second one zero. */
final class ByteOrderMark {
    private ByteOrderMark() {}

    /** Refuses text that says it is not UTF-8. */
    static void refuse(Head head) {
        String encoding = null;
        if (head.startsWith(0, 0, 0xfe, 0xff)) {
            encoding = "UTF-32BE";
        } else if (head.startsWith(0xff, 0xfe, 0, 0)) {
            encoding = "UTF-32LE";
        } else if (head.startsWith(0xfe, 0xff)) {
            encoding = "UTF-16BE";
        } else if (head.startsWith(0xff, 0xfe)) {
            encoding = "UTF-16LE";
        } else if (isAlternate(head, 0)) {
            encoding = "UTF-16LE";
        } else if (isAlternate(head, 1)) {
            encoding = "UTF-16BE";
        }
        if (encoding != null) {
            throw new Refusal(Refusal.Code.MALFORMED, "the text is in " + encoding + ", not in UTF-8")
                    .in(head.name())
                    .hint("iconv -f " + encoding + " -t UTF-8");
        }
    }

    /** Whether the first four bytes are two ASCII characters, from {@code first} on, and two zeros. */
    private static boolean isAlternate(Head head, int first) {
        return head.length() >= 4 && isAscii(head, first) && isAscii(head, first + 2);
    }

    private static boolean isAscii(Head head, int at) {
        byte b = head.bytes()[at];
        return (b >= ' ' || b == '\t' || b == '\n' || b == '\r') && head.bytes()[at ^ 1] == 0;
    }
}
