package lossctl.read.npy;

import java.nio.ByteBuffer;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Field;
import lossctl.read.Fields;
import lossctl.read.ReadOptions;
import lossctl.read.Table;

/** Rows of arrays side by side. Files are read by all threads at once, streams by one after the other. */
final class NpySource implements BlockSource {
    private static final int MOST = 1 << 16;

    private final Fields fields;
    /** The array of each field. */
    private final List<NpyArray> arrays;

    private final Policy policy;
    private final boolean picks;
    private final boolean aligned;
    private final Table table;
    private final long total;
    private final int step;
    private long taken;
    private boolean failed;

    NpySource(Fields fields, List<NpyArray> arrays, ReadOptions options, boolean aligned, Table table) {
        this.fields = fields;
        this.arrays = arrays;
        policy = options.policy();
        picks = options.unchecked() && fields.mayPick();
        this.aligned = aligned;
        this.table = table;
        long bytes = 1;
        for (NpyArray array : arrays) {
            bytes += (long) array.header().width() * array.header().type().size();
        }
        total = arrays.get(0).header().rows();
        step = (int) Math.max(1, Math.min(MOST, options.chunk() / bytes));
    }

    @Override
    public Layout layout() {
        return fields.layout();
    }

    @Override
    public boolean next(Block block) {
        NpyRows rows =
                block.places() instanceof NpyRows own && own.isOf(fields) ? own : new NpyRows(fields, arrays, policy);
        block.clear(0);
        int count = take(block, rows);
        if (count == 0) {
            return false;
        }
        block.ensure(count);
        for (int i = 0; i < arrays.size(); i++) {
            Field field = fields.all().get(i);
            ByteBuffer bytes = rows.bytes(i, count);
            if (!arrays.get(i).isSequential()) {
                arrays.get(i).readAt(rows.first(), count, bytes);
            }
            if (field.kind() == Field.Kind.TEXT) {
                arrays.get(i).texts(bytes.clear(), count, block.texts(field.target()));
            } else if (rows.isSpelled(i)) {
                rows.lookUp(i, bytes.clear(), count, block);
            } else {
                arrays.get(i).convert(bytes, count, field.array(block), field.at(block, 0), field.stride(block));
            }
        }
        block.rows(count);
        block.places(rows);
        rows.keepFinite(block, policy.nonFinite(), aligned, picks);
        return true;
    }

    /** Takes the next rows, and reads them where they come in order only. */
    private synchronized int take(Block block, NpyRows rows) {
        int count = failed ? 0 : (int) Math.min(step, total - taken);
        if (count == 0) {
            if (total == 0) {
                checkEnds(); // Nobody comes to a last row.
            }
            return 0;
        }
        block.ordinal(taken / step);
        rows.first(taken);
        taken += count;
        try {
            for (int i = 0; i < arrays.size(); i++) {
                if (arrays.get(i).isSequential()) {
                    arrays.get(i).readNext(count, rows.bytes(i, count));
                }
            }
            if (taken == total) {
                checkEnds();
            }
        } catch (Refusal refusal) {
            failed = true;
            throw refusal;
        }
        return count;
    }

    private void checkEnds() {
        for (NpyArray array : arrays) {
            if (array.isSequential()) {
                array.checkEnd();
            }
        }
    }

    @Override
    public void close() {
        for (NpyArray array : arrays) {
            array.close();
        }
        table.close();
    }
}
