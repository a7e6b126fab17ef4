package lossctl.read.csv;

import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.num.DecimalColumn;
import lossctl.num.DecimalReader;
import lossctl.num.Practice;
import lossctl.read.Labels;
import lossctl.read.Numbers;
import lossctl.read.Rejects;

/**
 * Turns the fields of a chunk into the numbers and texts of a block, a column at a time. Of several fields that are
 * refused it tells the first, as they stand in the text. One object a thread.
 */
final class Rows {
    /** Until so many numbers are read, those of every shape are met before each long chunk. */
    private static final long PRACTISED = 1_000_000;

    private static final int MUCH = 1000;

    /** Turns of a loop in one call, so that the compiler counts calls and compiles nothing twice. */
    private static final int TURNS = 32;

    /** Rows of a column that are read at once. */
    private static final int PIECE = 1024;

    private final Sheet sheet;
    private final List<Target> targets;
    private final int[] textFields;
    private final TextCache[] caches;
    private final Numbers numbers;
    private final double[] missing;

    private CsvChunk chunk;
    private byte[] bytes;
    private int[] marks;
    private int first;
    private int stride;
    private int rows;
    private boolean[] leftOut;
    private boolean[] rejected;
    private Refusal refusal;
    private final DecimalColumn column;
    private long read;

    Rows(Sheet sheet) {
        this(sheet, new DecimalColumn());
    }

    /** Rows of a sheet that is read after another one. */
    Rows(Sheet sheet, Rows before) {
        this(sheet, before.column);
        read = before.read;
    }

    private Rows(Sheet sheet, DecimalColumn column) {
        this.sheet = sheet;
        this.column = column;
        targets = Target.of(sheet.roles());
        textFields = sheet.roles().texts();
        caches = new TextCache[textFields.length];
        for (int i = 0; i < caches.length; i++) {
            caches[i] = new TextCache();
        }
        numbers = new Numbers(sheet.policy());
        missing = numericMissing(sheet.policy().missingValues());
    }

    /** The numbers that mean "missing", like -999; null where there are none. */
    private static double[] numericMissing(List<String> texts) {
        double[] found = new double[texts.size()];
        int count = 0;
        for (String text : texts) {
            double value = DecimalReader.read(text);
            if (value == value) {
                found[count++] = value;
            }
        }
        return count == 0 ? null : Arrays.copyOf(found, count);
    }

    /** Whether this is a number, and not one that means "missing". */
    private boolean isPlain(double value) {
        return value == value && (missing == null || !isMissing(value));
    }

    private boolean isMissing(double value) {
        for (double number : missing) {
            if (value == number) {
                return true;
            }
        }
        return false;
    }

    /**
     * Fills a block with the records of a chunk.
     *
     * @throws Refusal for the first field that cannot be read; the block has the rows before it
     */
    void fill(CsvChunk from, Block block) {
        chunk = from;
        bytes = from.chunk().bytes();
        marks = from.records().marks();
        first = from.records().first();
        stride = from.records().stride();
        rows = from.records().count();
        leftOut = null;
        rejected = null;
        refusal = null;
        prepare();
        block.clear(rows);
        block.places(from);
        boolean pick = sheet.unchecked() && sheet.roles().truth().length == 1;
        for (Target target : targets) {
            if (!pick || target.role() != Places.Role.PREDICTION) {
                convert(target, target.array(block));
            }
        }
        if (pick) {
            pick(block);
        }
        for (int i = 0; i < textFields.length; i++) {
            texts(textFields[i], caches[i], block.texts(i));
        }
        block.rows(rows);
        if (leftOut != null) {
            new LeftOut(leftOut, rows).apply(from, block, sheet.aligned());
        }
        if (sheet.rejects() != null) {
            block.skip(from.rejectRagged());
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    private void prepare() {
        if (read < PRACTISED) {
            if (rows > MUCH) {
                Practice.read();
            }
            read += (long) rows * targets.size();
        }
    }

    private void convert(Target target, double[] to) {
        Labels labels = sheet.labels(target.role());
        int field = target.field();
        int at = target.index();
        int width = target.width();
        if (labels != null && labels.isNumeric()) {
            for (int r = 0; r < rows; r++, at += width) {
                to[at] = careful(r, field, labels);
            }
            return;
        }
        for (int r = 0; r < rows; r += PIECE) {
            int count = Math.min(PIECE, rows - r);
            int m = first + field + r * stride;
            at = target.index() + r * width;
            if (!column.read(bytes, marks, m, stride, count, to, at, width) || missing != null) {
                mend(r, count, target, labels, to);
            }
        }
    }

    /** Looks again at what may be no plain number. */
    private void mend(int from, int count, Target target, Labels labels, double[] to) {
        int at = target.index() + from * target.width();
        for (int r = from; r < from + count && r < rows; r++, at += target.width()) {
            to[at] = isPlain(to[at]) ? to[at] : careful(r, target.field(), labels);
        }
    }

    /** Of each row's predictions only that of its true class; the others become NaN. */
    private void pick(Block block) {
        int[] fields = sheet.roles().prediction();
        double[] truth = block.truth();
        double[] to = block.prediction();
        for (int r = 0; r < rows; r += TURNS) {
            pick(fields, truth, to, r, Math.min(r + TURNS, rows));
        }
    }

    private void pick(int[] fields, double[] truth, double[] to, int from, int end) {
        for (int r = from, at = from * fields.length; r < end && r < rows; r++, at += fields.length) {
            Arrays.fill(to, at, at + fields.length, Double.NaN);
            int index = (int) truth[r];
            if (index == truth[r] && index >= 0 && index < fields.length) {
                int field = fields[index];
                double value = DecimalReader.read(
                        bytes, chunk.records().from(r, field), chunk.records().to(r, field));
                to[at + index] = isPlain(value) ? value : careful(r, field, null);
            }
        }
    }

    /** A field that is no plain number: quoted, a label, missing, not finite, or refused. */
    private double careful(int row, int field, Labels labels) {
        int from = chunk.records().from(row, field);
        int to = chunk.records().to(row, field);
        if (labels == null && from < to && bytes[from] == '"') {
            double value = DecimalReader.read(bytes, from + 1, to - 1);
            if (isPlain(value)) {
                return value;
            }
        }
        try {
            String text = Text.of(bytes, from, to);
            double value = labels == null ? numbers.of(text) : labels.index(text, numbers);
            if (numbers.leftOut()) {
                leaveOut(row);
            }
            return value;
        } catch (Refusal reason) {
            refuse(row, field, reason);
            return Double.NaN;
        }
    }

    private void leaveOut(int row) {
        if (leftOut == null) {
            leftOut = new boolean[rows];
        }
        leftOut[row] = true;
    }

    /** Nothing behind this field matters any more. */
    private void refuse(int row, int field, Refusal reason) {
        if (sheet.rejects() != null && Rejects.takes(reason)) {
            reject(row, field, reason);
            return;
        }
        if (sheet.isName(field)) {
            Labels.hinting(reason);
        }
        String value = reason.value();
        String message = sheet.column(field) + ": " + reason.getMessage();
        if (value != null) {
            message += ": '" + Text.cut(value) + "'";
        }
        refusal = chunk.mark(new Refusal(reason.code(), message).value(value).hint(reason.hint()), row, field);
        rows = row;
    }

    /** Leaves a row out for the first reason there is; columns are converted as they stand in the file. */
    private void reject(int row, int field, Refusal reason) {
        leaveOut(row);
        rejected = rejected == null ? new boolean[rows] : rejected;
        if (!rejected[row]) {
            rejected[row] = true;
            int from = marks[first + row * stride] + 1;
            chunk.reject(
                    from,
                    marks[first + row * stride + sheet.names().size()],
                    sheet.names().get(field),
                    reason.getMessage());
        }
    }

    private void texts(int field, TextCache cache, String[] to) {
        for (int r = 0, m = first + field; r < rows; r++, m += stride) {
            try {
                to[r] = cache.text(bytes, marks[m] + 1, marks[m + 1]);
            } catch (Refusal reason) {
                refuse(r, field, reason);
            }
        }
    }
}
