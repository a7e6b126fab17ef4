package lossctl.read.npy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Places;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Field;
import lossctl.read.Fields;
import lossctl.read.Labels;
import lossctl.read.Numbers;

/** The bytes that a block's rows come from, and the rows' numbers: they stay until the block is filled again. */
final class NpyRows implements Places {
    /** So many turns of a loop make a method: compilers count calls. */
    private static final int TURNS = 512;

    /** Fewer bytes are copied sooner than room for them is got outside the heap. */
    private static final int MUCH = 1 << 16;

    private final Fields fields;
    /** Those of them that hold numbers. */
    private final List<Field> numbers = new ArrayList<>();

    private final List<NpyArray> arrays;
    private final Numbers texts;
    private final ByteBuffer[] bytes;
    private long first;
    /** The number of each row from {@link #first}, where some were left out; else null. */
    private int[] origin;
    /** Which rows a text leaves out; null where none does. */
    private boolean[] leftOut;

    NpyRows(Fields fields, List<NpyArray> arrays, Policy policy) {
        this.fields = fields;
        for (Field field : fields.all()) {
            if (field.kind() != Field.Kind.TEXT) {
                numbers.add(field);
            }
        }
        this.arrays = arrays;
        texts = new Numbers(policy);
        bytes = new ByteBuffer[arrays.size()];
    }

    boolean isOf(Fields others) {
        return fields == others;
    }

    /** Room for rows of an array; outside the heap where much is read from a file, which saves a copy. */
    ByteBuffer bytes(int array, int rows) {
        NpyHeader header = arrays.get(array).header();
        int length = rows * header.width() * header.type().size();
        if (bytes[array] == null || bytes[array].capacity() < length) {
            boolean outside = arrays.get(array).isFile() && length >= MUCH;
            bytes[array] = outside ? ByteBuffer.allocateDirect(length) : ByteBuffer.allocate(length);
        }
        return bytes[array].clear();
    }

    long first() {
        return first;
    }

    void first(long row) {
        first = row;
        origin = null;
        leftOut = null;
    }

    /** Whether what a field holds is looked up as it is spelled: a text, or a number where labels are numbers. */
    boolean isSpelled(int field) {
        Labels labels = fields.labels(fields.all().get(field));
        NpyHeader header = arrays.get(field).header();
        return header.type().isText() || labels != null && labels.isNumeric() && header.width() == 1;
    }

    /** Rows of one value each that were read become numbers as the cells of a table do, or indices of labels. */
    void lookUp(int index, ByteBuffer from, int rows, Block block) {
        Field field = fields.all().get(index);
        Labels labels = fields.words(field);
        String[] words = new String[rows];
        arrays.get(index).texts(from, rows, words);
        double[] values = field.array(block);
        for (int row = 0; row < rows; row++) {
            try {
                values[field.at(block, row)] = labels == null ? texts.of(words[row]) : labels.index(words[row], texts);
            } catch (Refusal refusal) {
                throw fields.hinted(field, refusal.reworded("row " + (first + row + 1) + ": " + refusal.getMessage()))
                        .in(file(field))
                        .column(field.name());
            }
            if (texts.leftOut()) {
                leftOut = leftOut == null ? new boolean[rows] : leftOut;
                leftOut[row] = true;
            }
        }
    }

    /**
     * Holds the rows against the policy: refuses, leaves out, or lets through what is not finite.
     *
     * @param picks whether of a row's predictions that of its true class alone is looked at
     */
    void keepFinite(Block block, Policy.NonFinite nonFinite, boolean aligned, boolean picks) {
        boolean any = nonFinite == Policy.NonFinite.PROPAGATE;
        if (leftOut == null && (any || isFinite(block))) {
            return;
        }
        int kept = 0;
        int[] origins = new int[block.rows()];
        for (int row = 0; row < block.rows(); row++) {
            boolean finite = leftOut == null || !leftOut[row];
            boolean looks = finite && !any;
            for (Field field : numbers) {
                int at = field.at(block, row);
                boolean picked = picks && fields.isPrediction(field);
                for (int i = 0; looks && i < field.width(); i++) {
                    if (picked && block.truth()[row] != field.offset() + i) {
                        continue;
                    }
                    double value = field.array(block)[at + i];
                    finite &= value - value == 0;
                    if (!finite && nonFinite == Policy.NonFinite.FAIL) {
                        throw refusal(field, row, i, value);
                    }
                }
            }
            if (!finite && aligned) {
                fields.leaveGap(block, row);
            }
            if (finite || aligned) {
                move(block, row, kept);
                origins[kept++] = row;
            }
        }
        block.skip(block.rows() - kept);
        block.rows(kept);
        origin = origins;
    }

    private boolean isFinite(Block block) {
        for (Field field : numbers) {
            double[] values = field.array(block);
            int end = block.rows() * field.stride(block);
            for (int from = 0; from < end; from += TURNS) {
                if (!isFinite(values, from, Math.min(end, from + TURNS))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isFinite(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    private void move(Block block, int from, int to) {
        for (Field field : numbers) {
            double[] values = field.array(block);
            System.arraycopy(values, field.at(block, from), values, field.at(block, to), field.width());
        }
        for (int i = 0; i < block.layout().texts().size(); i++) {
            block.texts(i)[to] = block.texts(i)[from];
        }
    }

    private Refusal refusal(Field field, int row, int index, double value) {
        String place = field.width() == 1 ? "row " + (first + row + 1) : place(row, index);
        return new Refusal(Refusal.Code.NOT_FINITE, place + ": not finite")
                .in(file(field))
                .column(field.name())
                .value(value == value ? value > 0 ? "inf" : "-inf" : "nan")
                .hint("--nonfinite skip, or propagate");
    }

    private String place(int row, int index) {
        return "row " + (first + row + 1) + ", value " + (index + 1);
    }

    @Override
    public Refusal mark(Refusal refusal, int row, Role role, int index) {
        Field field = fields.holder(role, index);
        return refusal.in(file(field)).column(field.name());
    }

    @Override
    public String name(int row, Role role, int index) {
        return fields.name(role, index) + ", row " + number(row);
    }

    @Override
    public String describe(int row) {
        return arrays.get(arrays.size() - 1).file() + ": row " + number(row);
    }

    private String file(Field field) {
        return arrays.get(fields.all().indexOf(field)).file();
    }

    private long number(int row) {
        return first + (origin == null ? row : origin[row]) + 1;
    }
}
