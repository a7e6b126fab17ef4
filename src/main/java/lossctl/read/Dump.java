package lossctl.read;

import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.read.csv.CsvTable;
import lossctl.read.json.Json;
import lossctl.read.npy.NpyTable;

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
        Table table = table(bytes, options);
        try {
            return table.rows(options.columns(), false);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** The format that was said, else the one it seems to have. */
    static Format format(Head head, ReadOptions options) {
        return options.format() == Format.AUTO ? Sniffer.format(head) : options.format();
    }

    /** Opens a dump as far as its columns. */
    static Table table(Bytes bytes, ReadOptions options) {
        Head head = Head.of(bytes);
        try {
            Format format = format(head, options);
            if (options.rejects() != null && format.ordinal() >= Format.JSON.ordinal() && format != Format.JSONL) {
                throw new Refusal(Refusal.Code.USAGE, "bad rows can be skipped in CSV, TSV and JSON Lines, not here")
                        .in(bytes.name());
            }
            switch (format) {
                case JSON:
                    return Json.document(bytes, head, options);
                case JSONL:
                    return Json.lines(head, options);
                case NPY:
                    return NpyTable.array(head, options);
                case NPZ:
                    return NpyTable.arrays(head, options);
                default:
                    return CsvTable.open(head, format, options);
            }
        } catch (RuntimeException e) {
            head.close();
            throw e;
        }
    }
}
