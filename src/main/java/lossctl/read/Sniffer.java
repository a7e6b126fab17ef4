package lossctl.read;

import java.util.Locale;
import lossctl.data.Refusal;
import lossctl.read.json.Json;

/** Tells a dump's format: by magic bytes, then by the name's extension, then by the first bytes of text. */
final class Sniffer {
    private Sniffer() {}

    static Format format(Head head) {
        if (head.startsWith(0x93, 'N', 'U', 'M', 'P', 'Y')) {
            return Format.NPY;
        }
        if (head.startsWith('P', 'K', 3, 4) || head.startsWith('P', 'K', 5, 6)) {
            return Format.NPZ;
        }
        refuseKnown(head);
        Format format = byExtension(head.name());
        return format == Format.AUTO ? byText(head) : format;
    }

    /** Refuses what many dumps are in, but is not read here, by its name. */
    private static void refuseKnown(Head head) {
        boolean bzip2 =
                head.startsWith('B', 'Z', 'h') && head.length() > 5 && head.bytes()[4] == '1' && head.bytes()[5] == 'A';
        boolean xz = head.startsWith(0xfd, '7', 'z', 'X', 'Z', 0);
        if (bzip2 || xz) {
            String packer = bzip2 ? "bzip2" : "xz";
            throw new Refusal(Refusal.Code.MALFORMED, "packed by " + packer + ", which is not undone here")
                    .in(head.name())
                    .hint(packer + " -dc undoes it, for a pipe");
        }
        String kept = keeper(head);
        if (kept != null) {
            throw new Refusal(Refusal.Code.MALFORMED, kept + ", which is not read here")
                    .in(head.name())
                    .hint("write it as CSV, JSON Lines or NPY");
        }
    }

    /** What a file is by its first bytes, where no text begins so; null where nothing is known of it. */
    private static String keeper(Head head) {
        if (head.startsWith('P', 'A', 'R', '1')) {
            return "a Parquet file";
        }
        if (head.startsWith('A', 'R', 'R', 'O', 'W', '1', 0)) {
            return "an Arrow file";
        }
        if (head.startsWith(0x89, 'H', 'D', 'F', '\r', '\n')) {
            return "an HDF5 file";
        }
        if (head.length() > 1 && (head.bytes()[0] & 0xff) == 0x80 && head.bytes()[1] >= 2 && head.bytes()[1] <= 5) {
            return "a Python pickle";
        }
        return null;
    }

    private static Format byExtension(String path) {
        String name = Packed.withoutEnding(path);
        int dot = name.lastIndexOf('.');
        if (dot <= name.lastIndexOf('/')) {
            return Format.AUTO;
        }
        switch (name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
            case "csv":
                return Format.CSV;
            case "tsv":
            case "tab":
                return Format.TSV;
            case "json":
                return Format.JSON;
            case "jsonl":
            case "ndjson":
                return Format.JSONL;
            case "npy":
                return Format.NPY;
            case "npz":
                return Format.NPZ;
            default:
                return Format.AUTO;
        }
    }

    private static Format byText(Head head) {
        byte[] bytes = head.bytes();
        int at = head.startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
        while (at < head.length()
                && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        if (at < head.length() && bytes[at] == '[') {
            return Format.JSON;
        }
        if (at < head.length() && bytes[at] == '{') {
            return Json.isLines(head) ? Format.JSONL : Format.JSON;
        }
        boolean tab = false;
        boolean comma = false;
        for (int i = at; i < head.length() && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
            tab |= bytes[i] == '\t';
            comma |= bytes[i] == ',';
        }
        return tab && !comma ? Format.TSV : Format.CSV;
    }
}
