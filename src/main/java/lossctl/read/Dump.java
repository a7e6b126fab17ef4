package lossctl.read;

import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.read.csv.CsvTable;
import lossctl.read.json.Json;

/** One file or stream as a dataset, whatever its format. */
final class Dump implements Dataset {
    private final Bytes bytes;
    private final ReadOptions options;

    Dump(Bytes bytes, ReadOptions options) {
        this.bytes = bytes;
        this.options = options;
    }

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public boolean isRepeatable() {
        return bytes.isRepeatable();
    }

    @Override
    public BlockSource open() {
        Head head = Head.of(bytes);
        try {
            return open(head, format(head, options), options);
        } catch (RuntimeException e) {
            head.close();
            throw e;
        }
    }

    /** The format that was said, else the one it seems to have. */
    static Format format(Head head, ReadOptions options) {
        return options.format() == Format.AUTO ? Sniffer.format(head) : options.format();
    }

    private static BlockSource open(Head head, Format format, ReadOptions options) {
        switch (format) {
            case JSON:
                return Json.document(head, options).open();
            case JSONL:
                return Json.lines(head, options).open();
            case NPY:
            case NPZ:
                throw new Refusal(Refusal.Code.USAGE, "the format " + format + " is not read yet").in(head.name());
            default:
                return CsvTable.open(head, format, options).rows(options.columns(), false);
        }
    }
}
