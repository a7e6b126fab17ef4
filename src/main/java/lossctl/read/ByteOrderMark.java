package lossctl.read;

import lossctl.data.Refusal;

/** The marks that tell UTF-16 and UTF-32 from UTF-8 at the beginning of a text. */
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
        }
        if (encoding != null) {
            throw new Refusal(Refusal.Code.MALFORMED, "the text is in " + encoding + ", not in UTF-8")
                    .in(head.name())
                    .hint("iconv -f " + encoding + " -t UTF-8");
        }
    }
}
