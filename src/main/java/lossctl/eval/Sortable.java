package lossctl.eval;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;

/**
 * The rows of a dataset that can be sorted into bins: those whose cell in one of the columns is missing or not finite are
 * skipped and counted, as the policy skips them where a loss reads such a cell.
 */
public final class Sortable implements Dataset {
    private final Dataset all;
    private final List<String> columns;
    private final Policy policy;

    private Sortable(Dataset all, List<String> columns, Policy policy) {
        this.all = all;
        this.columns = columns;
        this.policy = policy;
    }

    /** The dataset itself where nothing is skipped; {@code columns} are carried along as its last texts. */
    public static Dataset of(Dataset all, List<String> columns, Policy policy) {
        boolean skips = policy.skipMissing() || policy.nonFinite() == Policy.NonFinite.SKIP;
        return skips ? new Sortable(all, columns, policy) : all;
    }

    @Override
    public String name() {
        return all.name();
    }

    @Override
    public boolean isRepeatable() {
        return all.isRepeatable();
    }

    @Override
    public BlockSource open() {
        BlockSource source = all.open();
        int[] places = GroupBy.texts(columns).places(source.layout());
        return new BlockSource() {
            @Override
            public Layout layout() {
                return source.layout();
            }

            @Override
            public boolean next(Block block) {
                boolean more = source.next(block);
                leaveOut(block, places);
                return more;
            }

            @Override
            public List<String> warnings() {
                return source.warnings();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    private void leaveOut(Block block, int[] places) {
        int kept = 0;
        int[] origins = new int[block.rows()];
        for (int row = 0; row < origins.length; row++) {
            if (isSortable(block, places, row)) {
                block.move(row, kept);
                origins[kept++] = row;
            }
        }
        if (kept < origins.length) {
            block.skip(origins.length - kept);
            block.rows(kept);
            block.places(new Moved(block.places(), origins));
        }
    }

    private boolean isSortable(Block block, int[] places, int row) {
        for (int place : places) {
            String text = block.texts(place)[row];
            if (policy.skipMissing() && policy.missingValues().contains(text)) {
                return false;
            }
            if (policy.nonFinite() == Policy.NonFinite.SKIP && isNonFinite(text)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a number that is not finite; any other text that is none is refused later on. */
    static boolean isNonFinite(String text) {
        return switch (DecimalReader.verdict(text)) {
            case NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> true;
            default -> false;
        };
    }

    /** Places of rows that moved up. */
    private record Moved(Places places, int[] origins) implements Places {
        @Override
        public Refusal mark(Refusal refusal, int row, Role role, int index) {
            return places.mark(refusal, origins[row], role, index);
        }

        @Override
        public String name(int row, Role role, int index) {
            return places.name(origins[row], role, index);
        }

        @Override
        public String describe(int row) {
            return places.describe(origins[row]);
        }
    }
}
