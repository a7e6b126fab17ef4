package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lossctl.data.Block;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.read.Chunk;
import lossctl.read.Field;
import lossctl.read.Fields;
import lossctl.read.Rejects;

/**
 * A piece of JSON Lines, and the places of the rows that were read from it: they stay with the bytes until the block is
 * filled again.
 */
final class LineBuffer implements Places {
    /** A line is hardly shorter; where lines are, arrays grow. */
    private static final int USUAL = 48;

    /** Turns of a loop in one call, so that the compiler counts calls and compiles nothing twice. */
    private static final int TURNS = 32;

    /** Such calls in one method: the turns of one that is not compiled for good are counted where all threads do. */
    private static final int CALLS = 8;

    /** Before so many pieces of a long text, numbers of every shape are met. */
    private static final int PRACTICE = 32;

    private static final int MUCH = 1 << 16;

    private final LineSource source;
    private final String name;
    private final Fields fields;
    private final Parsers parsers;
    private final FlatLine flat;
    private final LineReader reader;
    private final Chunk chunk = new Chunk();
    /** Where the line of each row begins, and its number in the piece, from 0. */
    private int[] starts = new int[64];

    private int[] numbers = new int[64];
    /** How many rows and how many lines were read so far. */
    private int rows;

    private int number;
    /** The number of the piece's first line, once it was asked for, else 0. */
    private long first;

    private int practised;

    LineBuffer(LineSource source, String name, Fields fields, Parsers parsers, FlatLine flat, LineReader reader) {
        this.source = source;
        this.name = name;
        this.fields = fields;
        this.parsers = parsers;
        this.flat = flat;
        this.reader = reader;
    }

    boolean isOf(LineSource other) {
        return source == other;
    }

    Chunk chunk() {
        return chunk;
    }

    /** Where in the piece its last line ends, -1 where none does; the last piece ends with a line in any case. */
    int cut() {
        if (chunk.isLast()) {
            return chunk.to() - chunk.piece();
        }
        int at = chunk.to() - 1;
        while (at >= chunk.piece() && chunk.bytes()[at] != '\n') {
            at--;
        }
        return at < chunk.piece() ? -1 : at + 1 - chunk.piece();
    }

    /** How many lines end before {@code end}. */
    int lines(int end) {
        int lines = 0;
        for (int at = chunk.from(); at < end; at++) {
            lines += chunk.bytes()[at] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Reads the lines up to {@code end}; returns how many there were. */
    int read(Block block, int end) {
        byte[] bytes = chunk.bytes();
        if (chunk.isLast()) {
            bytes[end] = '\n';
        }
        if (practised < PRACTICE && end - chunk.from() > MUCH) {
            practised++;
            FlatTokens.practise();
        }
        rows = 0;
        number = 0;
        first = 0;
        makeRoom(block, likely(bytes, chunk.from(), end));
        for (int at = chunk.from(); at < end; ) {
            if (rows == starts.length) {
                makeRoom(block, 2 * rows);
            }
            int before = rows;
            at = flat == null ? at : stretch(bytes, at, end);
            if (rows == before) {
                at = general(block, at);
            }
        }
        block.rows(rows);
        block.places(this);
        return number;
    }

    /** How many lines there may be: most are about as long as the first. */
    private static int likely(byte[] bytes, int from, int end) {
        int to = from;
        while (to < end && bytes[to] != '\n') {
            to++;
        }
        int length = to - from;
        return 1 + (end - from) / Math.max(USUAL, length - (length >> 3));
    }

    /** Which line of the text a line of the piece is. */
    private long line(int inPiece) {
        if (first == 0) {
            first = source.firstLine(chunk.ordinal());
        }
        return first + inPiece;
    }

    /** The same as {@link #flat(byte[], int, int)}, some times over where all lines are of the usual kind. */
    private int stretch(byte[] bytes, int from, int end) {
        int at = from;
        for (int k = 0; k < CALLS; k++) {
            int before = rows;
            at = flat(bytes, at, end);
            if (rows < before + TURNS) {
                break;
            }
        }
        return at;
    }

    /** Reads some lines of the usual kind; where the first line begins that is none, or was not reached. */
    private int flat(byte[] bytes, int from, int end) {
        int at = from;
        int most = Math.min(starts.length, rows + TURNS);
        while (at < end && rows < most) {
            int next = flat.read(bytes, at, rows);
            if (next < 0) {
                return at;
            }
            starts[rows] = at;
            numbers[rows++] = number++;
            at = next;
        }
        return at;
    }

    /** Reads a line of any kind; where the next begins. */
    private int general(Block block, int from) {
        byte[] bytes = chunk.bytes();
        int to = from;
        boolean blank = true;
        while (bytes[to] != '\n') {
            blank &= LineReader.isBlank(bytes[to++]);
        }
        if (!blank) {
            rows += row(block, rows, from, to, number);
        }
        number++;
        return to + 1;
    }

    private void makeRoom(Block block, int rows) {
        int room = Math.max(rows, starts.length);
        if (room > starts.length) {
            starts = Arrays.copyOf(starts, room);
            numbers = Arrays.copyOf(numbers, room);
        }
        block.ensure(room);
        if (flat != null) {
            flat.into(block);
        }
    }

    private int row(Block block, int row, int from, int to, int number) {
        starts[row] = from;
        numbers[row] = number;
        try {
            if (reader.read(chunk.bytes(), from, to, block, row)) {
                return 1;
            }
            return leaveOut(block, row);
        } catch (Refusal refusal) {
            Rejects rejects = source.rejects();
            if (rejects == null || !Rejects.takes(refusal)) {
                throw placed(refusal, from, number);
            }
            if (rejects.keeps()) {
                String text = new String(chunk.bytes(), from, to - from, StandardCharsets.UTF_8);
                rejects.add(name, line(number), chunk.offsetOf(from), refusal.column(), refusal.getMessage(), text);
            }
            return leaveOut(block, row);
        }
    }

    /** Leaves a gap where rows keep their places; returns how many rows that makes. */
    private int leaveOut(Block block, int row) {
        if (source.isAligned()) {
            fields.leaveGap(block, row);
            return 1;
        }
        block.skip(1);
        return 0;
    }

    private Refusal placed(Refusal refusal, int from, int number) {
        return LineReader.placed(refusal, chunk.bytes(), from, line(number));
    }

    @Override
    public Refusal mark(Refusal refusal, int row, Role role, int index) {
        Field field = fields.holder(role, index);
        int from = starts[row];
        int to = from;
        while (to < chunk.to() && chunk.bytes()[to] != '\n') {
            to++;
        }
        try (JsonParser parser = parsers.open(chunk.bytes(), from, to)) {
            new Locator(parser).inLine(refusal, field.name(), fields.inner(role, index) - field.offset());
        } catch (IOException e) {
            throw new IllegalStateException("a line that was read before", e);
        }
        return placed(refusal, from, numbers[row]).in(name).column(field.name());
    }

    @Override
    public String name(int row, Role role, int index) {
        return fields.name(role, index);
    }

    @Override
    public String describe(int row) {
        return name + ":" + line(numbers[row]);
    }
}
