package lossctl.read;

import java.io.InputStream;
import lossctl.read.gzip.GzipStream;
import lossctl.read.zstd.ZstdStream;

/** What is packed, told by its magic bytes: gzip and Zstandard. Their classes are loaded when they are met. */
final class Packed {
    private static final String[] ENDINGS = {".gz", ".zst"};

    private Packed() {}

    /** The unpacked bytes of a head; null where it is not packed. */
    static InputStream undone(Head head) {
        if (head.startsWith(0x1f, 0x8b)) {
            return new GzipStream(head.name(), head.stream());
        }
        boolean skippable = head.length() >= 4 && (head.bytes()[0] & 0xf0) == 0x50;
        if (head.startsWith(0x28, 0xb5, 0x2f, 0xfd)
                || skippable && head.startsWith(head.bytes()[0], 0x2a, 0x4d, 0x18)) {
            return new ZstdStream(head.name(), head.stream());
        }
        return null;
    }

    /** A path without the ending of its packer. */
    static String withoutEnding(String path) {
        for (String ending : ENDINGS) {
            if (path.regionMatches(true, path.length() - ending.length(), ending, 0, ending.length())) {
                return path.substring(0, path.length() - ending.length());
            }
        }
        return path;
    }
}
