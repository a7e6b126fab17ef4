package lossctl.read.csv;

import lossctl.data.Block;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.read.Chunk;
import lossctl.read.Head;
import lossctl.read.Rejects;
import lossctl.read.Roles;

/**
 * A piece of a CSV text with its records found. It stays with the block that was filled from it, for the place of a
 * value that turns out to be wrong later, and is used again when that block is filled again.
 */
final class CsvChunk implements Places {
    private static final int FEWEST_MARKS = 128;

    /** A field and its delimiter are seldom shorter; where they are, marks grow. */
    private static final int LIKELY_BYTES = 8;

    private final Sheet sheet;
    private final Scanner scanner;
    private final PlainScanner plain;
    private final Chunk chunk = new Chunk();
    private final Records records;
    private final Records firstRecord;
    private final Rows rows;
    private int guess;
    private int piece;
    private int[] recordOf;

    CsvChunk(Sheet sheet) {
        this(sheet, new Rows(sheet), new Records(), new Records());
    }

    /** A chunk that takes over the index of one of another sheet, which is not used any more. */
    CsvChunk(Sheet sheet, CsvChunk used) {
        this(sheet, new Rows(sheet, used.rows), used.records, used.firstRecord);
    }

    private CsvChunk(Sheet sheet, Rows rows, Records records, Records firstRecord) {
        this.sheet = sheet;
        this.rows = rows;
        this.records = records;
        this.firstRecord = firstRecord;
        scanner = new Scanner(sheet.dialect(), sheet.rejects() != null && !sheet.aligned());
        plain = new PlainScanner(sheet.dialect());
    }

    /** A chunk that finds records and converts nothing. */
    static CsvChunk bare(Sheet sheet) {
        return new CsvChunk(sheet, null, new Records(), new Records());
    }

    /** The chunk of a block: that of the block before where there is one. */
    static CsvChunk of(Sheet sheet, Places before) {
        if (!(before instanceof CsvChunk used)) {
            return new CsvChunk(sheet);
        }
        if (used.sheet == sheet) {
            return used;
        }
        Head.reuse(used.chunk);
        return new CsvChunk(sheet, used);
    }

    Chunk chunk() {
        return chunk;
    }

    Records records() {
        return records;
    }

    /**
     * Finds the records of the piece before it is known what the pieces before it leave over: as if a record began
     * behind the first line end. That is right unless this line end stands in quotes, which {@link #settle} finds out.
     */
    void guess() {
        piece = chunk.piece();
        guess = chunk.ordinal() == 0 ? piece : behindLine();
        if (guess >= 0) {
            clear(sheet.names().size() + 1);
            scan(guess);
        }
    }

    private void clear(int firstMark) {
        int likely = FEWEST_MARKS + (chunk.to() - chunk.from()) / LIKELY_BYTES;
        records.clear(firstMark, sheet.names().size(), likely);
    }

    private void scan(int from) {
        if (!plain.scan(chunk.bytes(), from, chunk.to(), chunk.isLast(), records)) {
            scanner.scan(chunk.bytes(), from, chunk.to(), chunk.isLast(), records, Scanner.ALL);
        }
    }

    private int behindLine() {
        byte[] bytes = chunk.bytes();
        for (int at = piece; at < chunk.to(); at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    /** Finds the records for good, now that what was left over stands before the piece. */
    void settle() {
        recordOf = null;
        int columns = sheet.names().size();
        boolean moved = piece != chunk.piece();
        if (!moved && guess == chunk.from()) {
            return;
        }
        if (!moved && guess >= 0) {
            firstRecord.clear(0, columns, FEWEST_MARKS + columns);
            scanner.scan(chunk.bytes(), chunk.from(), guess, false, firstRecord, Scanner.ALL);
            boolean right = firstRecord.end() == guess && firstRecord.fault() == Fault.NONE && firstRecord.count() <= 1;
            if (right && records.prepend(firstRecord)) {
                return;
            }
        }
        clear(0);
        scan(chunk.from());
    }

    /** Converts the records that were found. */
    void fill(Block block) {
        rows.fill(this, block);
    }

    /** The refusal of what broke off the records. */
    Refusal fault() {
        Fault fault = records.fault();
        Refusal refusal = fault.refusal(
                records.faultFields(),
                records.columns(),
                sheet.dialect().header(),
                sheet.dialect().limits());
        int at = records.faultAt();
        int position = records.faultField() == 0 ? 0 : Text.position(chunk.bytes(), chunk.from(), at);
        return refusal.in(sheet.name()).at(line(at), position).field(records.faultField());
    }

    private long line(int at) {
        return chunk.line() + Text.lineEnds(chunk.bytes(), chunk.from(), at);
    }

    /** Passes over a record that cannot be read, for a reason, in a column unless that is null. */
    void reject(int from, int to, String column, String reason) {
        Rejects rejects = sheet.rejects();
        if (rejects.keeps()) {
            String text = Text.plain(chunk.bytes(), from, to);
            rejects.add(sheet.name(), line(from), chunk.offsetOf(from), column, reason, text);
        }
    }

    /** Tells of the records that have too many or too few fields; returns how many. */
    int rejectRagged() {
        for (int i = 0; i < records.ragged(); i++) {
            Refusal reason = Fault.RAGGED.refusal(
                    records.ragged(i, 2),
                    records.columns(),
                    sheet.dialect().header(),
                    sheet.dialect().limits());
            reject(records.ragged(i, 0), records.ragged(i, 1), null, reason.getMessage());
        }
        return records.ragged();
    }

    /** Says which record each row comes from, where some were left out. */
    void origin(int[] origin) {
        recordOf = origin;
    }

    /** Puts the place of a field into a refusal. */
    Refusal mark(Refusal refusal, int record, int field) {
        int from = records.from(record, field);
        if (refusal.value() == null) {
            refusal.value(Text.shown(chunk.bytes(), from, records.to(record, field)));
        }
        return refusal.in(sheet.name())
                .at(line(from), Text.position(chunk.bytes(), chunk.from(), from))
                .field(field + 1)
                .column(sheet.names().get(field));
    }

    @Override
    public Refusal mark(Refusal refusal, int row, Role role, int index) {
        return mark(refusal, record(row), field(role, index));
    }

    @Override
    public String name(int row, Role role, int index) {
        return sheet.column(field(role, index));
    }

    @Override
    public String describe(int row) {
        return sheet.name() + ":" + line(records.from(record(row), 0));
    }

    private int record(int row) {
        return recordOf == null ? row : recordOf[row];
    }

    private int field(Role role, int index) {
        Roles roles = sheet.roles();
        return switch (role) {
            case TRUTH -> roles.truth()[index];
            case PREDICTION -> roles.prediction()[index];
            case WEIGHT -> roles.weight();
            case INPUT ->
                roles.inputs()
                        .get(index % roles.inputs().size())[
                        index / roles.inputs().size()];
        };
    }
}
