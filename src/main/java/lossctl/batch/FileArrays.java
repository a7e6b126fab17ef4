package lossctl.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.loss.Domain;
import lossctl.loss.Spec;
import lossctl.num.DecimalWriter;
import lossctl.num.Tensor;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Sources;

/** The arrays of a request that names files in their place. */
final class FileArrays {
    private static final List<String> FORMATS = List.of("auto", "csv", "tsv", "json", "jsonl", "npy", "npz");
    private static final String COL = "_col";

    private final Request request;
    private final Map<String, String> files;
    private double[] truth = {};
    private double[] weights = {};
    private double[][] vectors = {};
    private List<List<String>> names = List.of();
    private int rows;

    private FileArrays(Request request) {
        this.request = request;
        files = request.files;
    }

    /** Reads what the request's files hold into its arrays, if it names any. */
    static void read(Request request) {
        if (!request.files.isEmpty()) {
            new FileArrays(request).read();
        }
    }

    private void read() {
        if (request.prediction != null || request.truth != null) {
            throw new Refusal(Refusal.Code.USAGE, "a request has arrays or files, not both");
        }
        Columns columns = columns();
        try {
            read(columns);
        } catch (Refusal refusal) {
            // standard input cannot be read again
            if (!request.as.startsWith("sklearn") || !mayBeNames(refusal) || files.containsValue("-")) {
                throw refusal;
            }
            readNames(columns);
        }
    }

    private static boolean mayBeNames(Refusal refusal) {
        return refusal.code() == Refusal.Code.NOT_A_NUMBER;
    }

    private boolean isMath() {
        return request.as.equals(Conventions.MATH);
    }

    /** Reads the truths as names of classes, which a framework sorts, and single predictions too if they are no numbers. */
    private void readNames(Columns columns) {
        try {
            read(columns.naming(Columns.Named.TRUTH));
        } catch (Refusal refusal) {
            if (!mayBeNames(refusal)) {
                throw refusal;
            }
            read(columns.naming(Columns.Named.BOTH));
        }
    }

    private void read(Columns columns) {
        rows = 0;
        Dataset data = dataset(columns);
        try (BlockSource source = data.open()) {
            Layout layout = source.layout();
            vectors = new double[layout.vectorWidths().length][0];
            names = new ArrayList<>();
            for (int i = 0; i < layout.texts().size(); i++) {
                names.add(new ArrayList<>());
            }
            Block block = new Block(layout);
            while (source.next(block)) {
                append(block);
            }
            hand(layout);
        } catch (Refusal refusal) {
            throw refusal.inUnlessNamed(data.name());
        }
    }

    private Dataset dataset(Columns columns) {
        String one = files.get("file");
        String prediction = files.get("pred_file");
        if ((one == null) == (prediction == null)) {
            throw new Refusal(Refusal.Code.USAGE, "give 'file', or 'true_file' and 'pred_file'");
        }
        return one != null
                ? Sources.file(one, options(columns))
                : Sources.pair(files.get("true_file"), prediction, files.get("key"), options(columns));
    }

    private ReadOptions options(Columns columns) {
        String format = files.getOrDefault("input_format", "auto");
        if (!FORMATS.contains(format)) {
            throw new Refusal(Refusal.Code.USAGE, "input_format is one of: " + String.join(", ", FORMATS));
        }
        return new ReadOptions(
                Format.valueOf(format.toUpperCase(Locale.ROOT)),
                columns,
                !"true".equals(files.get("no_header")),
                character("delimiter"),
                character("comment"),
                Policy.STRICT,
                Limits.DEFAULT,
                false,
                ReadOptions.CHUNK);
    }

    private char character(String name) {
        String text = files.getOrDefault(name, "");
        if (text.length() > 1) {
            throw new Refusal(Refusal.Code.USAGE, name + " is one character");
        }
        return text.isEmpty() ? (char) 0 : text.charAt(0);
    }

    private Columns columns() {
        List<String> inputs = new ArrayList<>();
        List<String> inputColumns = new ArrayList<>();
        for (Map.Entry<String, String> each : files.entrySet()) {
            String name = each.getKey();
            if (name.endsWith(COL)
                    && !List.of("true_col", "pred_col", "weight_col").contains(name)) {
                inputs.add(name.substring(0, name.length() - COL.length()));
                inputColumns.add(each.getValue());
            }
        }
        Spec spec = isMath() ? Catalog.find(request.loss) : null;
        Domain truths = spec == null ? null : spec.create(spec.defaults()).truth();
        List<String> labels = isMath() ? labels() : null;
        return new Columns(
                files.get("true_col"),
                files.get("pred_col"),
                files.get("weight_col"),
                null,
                inputs,
                inputColumns,
                List.of(),
                labels,
                truths != null && (truths.kind() == Domain.Kind.LABEL || labels != null && truths.isIndexed()),
                truths != null && truths.kind() == Domain.Kind.NONE);
    }

    /** The names of classes in index order, as a file spells them; null where the request has none. */
    private List<String> labels() {
        List<String> words = request.words.remove("labels");
        if (words != null || !(request.params.get("labels") instanceof Tensor numbers)) {
            return words;
        }
        List<String> labels = new ArrayList<>();
        for (double number : numbers.values()) {
            labels.add(number == (long) number ? Long.toString((long) number) : DecimalWriter.text(number));
        }
        return labels;
    }

    private void append(Block block) {
        Layout layout = block.layout();
        truth = appended(truth, block.truth(), layout.truthWidth(), block.rows());
        for (int v = 0; v < vectors.length; v++) {
            vectors[v] = appended(vectors[v], block.vector(v), layout.vectorWidths()[v], block.rows());
        }
        for (int i = 0; i < names.size(); i++) {
            List<String> texts = Arrays.asList(block.texts(i)).subList(0, block.rows());
            refuseMissing(texts, layout.texts().get(i), block);
            names.get(i).addAll(texts);
        }
        if (layout.weighted()) {
            weights = appended(weights, block.weights(), 1, block.rows());
        }
        rows += block.rows();
    }

    /** What stands for a missing value names no class. */
    private static void refuseMissing(List<String> texts, String column, Block block) {
        for (int row = 0; row < texts.size(); row++) {
            if (Policy.STRICT.missingValues().contains(texts.get(row))) {
                String what = "column '" + column + "': missing value: '" + texts.get(row) + "'";
                throw new Refusal(Refusal.Code.MISSING_VALUE, what)
                        .in(block.places().describe(row));
            }
        }
    }

    private double[] appended(double[] all, double[] more, int width, int count) {
        int needed = Math.multiplyExact(Math.addExact(rows, count), width);
        double[] grown = all.length >= needed ? all : Arrays.copyOf(all, Math.max(needed, 2 * all.length));
        System.arraycopy(more, 0, grown, rows * width, count * width);
        return grown;
    }

    private void hand(Layout layout) {
        if (isMath()) {
            request.params.remove("labels");
        }
        if (layout.truthWidth() > 0) {
            request.truth = tensor(truth, layout.truthWidth());
        }
        if (!names.isEmpty()) {
            request.words.put("y_true", names.get(0));
            request.truth = tensor(new double[rows], 1);
        }
        if (names.size() > 1) {
            request.words.put("y_pred", names.get(1));
        }
        request.prediction =
                names.size() > 1 ? tensor(new double[rows], 1) : tensor(vectors[0], layout.predictionWidth());
        for (int i = 0; i < layout.inputs().size(); i++) {
            request.inputs.put(layout.inputs().get(i), tensor(vectors[i + 1], layout.inputWidths()[i]));
        }
        if (layout.weighted()) {
            request.weight = Tensor.list(Arrays.copyOf(weights, rows));
        }
    }

    /** A row a sample; a single column is a list, but to Keras, which would take that for one sample. */
    private Tensor tensor(double[] values, int width) {
        double[] exact = Arrays.copyOf(values, rows * width);
        return width == 1 && !request.as.startsWith("keras") ? Tensor.list(exact) : new Tensor(exact, rows, width);
    }
}
