package lossctl.read.npy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import lossctl.read.Field;
import lossctl.read.Fields;
import lossctl.read.Head;
import lossctl.read.ReadOptions;
import lossctl.read.Table;

/**
 * Arrays as a table: each is a column of one value or several a row. Its first length counts the samples; the others
 * make up a row, in C order.
 */
public final class NpyTable implements Table {
    private final String name;
    private final ReadOptions options;
    /** The one array; null where there is an archive. */
    private final NpyArray single;

    private final Archive archive;

    private NpyTable(String name, NpyArray single, Archive archive, ReadOptions options) {
        this.name = name;
        this.single = single;
        this.archive = archive;
        this.options = options;
    }

    /**
     * One array: truths or predictions, since it has no room for both.
     *
     * @throws Refusal where it is no array of plain numbers, nor of texts where these may name classes
     */
    public static Table array(Head head, ReadOptions options) {
        Columns wanted = options.columns();
        boolean texts = wanted.mayName() || wanted.named() != Columns.Named.NOTHING;
        return new NpyTable(head.name(), new NpyArray("array", head, options.limits(), texts), null, options);
    }

    /**
     * The arrays of a zip file, each under its name; only those that are wanted are read.
     *
     * @throws Refusal where it is no zip file
     */
    public static Table arrays(Head head, ReadOptions options) {
        return new NpyTable(head.name(), null, new Archive(head, options.limits()), options);
    }

    /**
     * The truths of one array and the predictions of another, row by row and at full speed; null where the tables are
     * others, or more is wanted of them.
     *
     * @throws Refusal where one is longer than the other
     */
    public static BlockSource pair(Table truth, Table prediction, ReadOptions options) {
        Columns wanted = options.columns();
        boolean plain = wanted.weight() == null
                && wanted.id() == null
                && wanted.truth() == null
                && wanted.prediction() == null
                && wanted.keep().isEmpty()
                && wanted.inputs().isEmpty()
                && !wanted.noTruth();
        if (!plain
                || !(truth instanceof NpyTable left)
                || !(prediction instanceof NpyTable right)
                || left.single == null
                || right.single == null) {
            return null;
        }
        left.single.refuseEmptyRows();
        right.single.refuseEmptyRows();
        long rows = left.single.header().rows();
        if (rows != right.single.header().rows()) {
            throw new Refusal(
                    Refusal.Code.SHAPE,
                    left.name + " has " + count(rows) + " but " + right.name + " has "
                            + count(right.single.header().rows()));
        }
        int[] widths = {left.single.header().width(), right.single.header().width()};
        Fields fields = new Fields(List.of("y_true", "y_pred"), widths, wanted, "array");
        List<NpyArray> arrays = new ArrayList<>();
        for (Field field : fields.all()) {
            arrays.add(field.name().equals("y_true") ? left.single : right.single);
        }
        refuseWideTexts(fields, arrays);
        return new NpySource(fields, arrays, options, false, right);
    }

    private static String count(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }

    @Override
    public List<String> names() {
        return single == null ? archive.names() : List.of(single.name());
    }

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public BlockSource rows(Columns columns, boolean aligned) {
        List<NpyArray> opened = new ArrayList<>();
        try {
            return source(columns, aligned, opened);
        } catch (RuntimeException e) {
            for (NpyArray array : opened) {
                array.close();
            }
            throw e instanceof Refusal refusal && refusal.file() == null ? refusal.in(name) : e;
        }
    }

    private BlockSource source(Columns columns, boolean aligned, List<NpyArray> opened) {
        if (single != null && !columns.noTruth() && !columns.noPrediction()) {
            throw new Refusal(Refusal.Code.SHAPE, "one array holds no truths beside predictions")
                    .hint("--true-file and --pred-file take an array each");
        }
        int[] widths = new int[names().size()];
        Arrays.fill(widths, 1);
        Fields named = new Fields(names(), widths, columns, "array");
        boolean further = columns.id() != null || !columns.keep().isEmpty();
        for (Field field : named.all()) {
            boolean text = field.kind() == Field.Kind.TEXT;
            if (text && single != null && further) {
                throw new Refusal(
                                Refusal.Code.USAGE,
                                "one array holds nothing beside its numbers, so '" + field.name() + "' is not read")
                        .hint("an .npz holds further arrays by their names");
            }
            boolean mayName = named.mayName(field);
            NpyArray array = single == null ? archive.open(field.name(), text || mayName) : single;
            opened.add(array);
            array.refuseEmptyRows();
            widths[names().indexOf(field.name())] = array.header().width();
        }
        Fields fields = new Fields(names(), widths, columns, "array");
        refuseWideTexts(fields, opened);
        NpyArray first = opened.get(0);
        for (NpyArray array : opened) {
            if (array.header().rows() != first.header().rows()) {
                throw new Refusal(
                        Refusal.Code.SHAPE,
                        "'" + first.name() + "' has " + first.header().rows() + " rows but '" + array.name() + "' has "
                                + array.header().rows());
            }
        }
        return new NpySource(fields, opened, options, aligned, this);
    }

    /** Refuses rows of texts: a text is one value. */
    private static void refuseWideTexts(Fields fields, List<NpyArray> arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            NpyArray array = arrays.get(i);
            Field field = fields.all().get(i);
            boolean text =
                    field.kind() == Field.Kind.TEXT || array.header().type().isText();
            if (text && array.header().width() > 1) {
                throw new Refusal(
                                Refusal.Code.SHAPE,
                                "'" + field.name() + "' has " + array.header().width()
                                        + " values a row where one is wanted")
                        .in(array.file());
            }
        }
    }

    @Override
    public void close() {
        if (single != null) {
            single.close();
        }
        if (archive != null) {
            archive.close();
        }
    }
}
