package lossctl.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Limits;
import lossctl.data.Omissions;
import lossctl.data.Policy;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Selection;
import lossctl.read.Bytes;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Rejects;
import lossctl.read.Sources;
import lossctl.read.inline.Inline;

/** Where the samples come from, as the options say. */
final class DataOptions {
    private static final List<Option> FILES_ONLY = List.of(
            Options.KEY,
            Options.JOIN,
            Options.TRUE_COL,
            Options.PRED_COL,
            Options.WEIGHT_COL,
            Options.ID_COL,
            Options.KEEP);

    private final Arguments arguments;
    private final List<Selection> losses;
    private final List<String> further;
    private final Rejects rejects;
    private ReadOptions read;

    DataOptions(Arguments arguments, List<Selection> losses) {
        this(arguments, losses, List.of());
    }

    private DataOptions(Arguments arguments, List<Selection> losses, List<String> further) {
        this.arguments = arguments;
        this.losses = losses;
        this.further = further;
        rejects = RejectOptions.of(arguments);
    }

    /** The same with further columns carried along as text. */
    DataOptions keeping(List<String> columns) {
        return new DataOptions(arguments, losses, columns);
    }

    /** All files that are read with these: of them {@code operands}, {@code -} for a pipe. */
    List<String> files(List<String> operands) {
        List<String> files = new ArrayList<>(operands);
        for (Option option : List.of(Options.TRUE_FILE, Options.PRED_FILE)) {
            if (arguments.has(option)) {
                files.add(arguments.get(option));
            }
        }
        if (arguments.has(Options.JOIN)) {
            files.addAll(Collections.nCopies(operands.size(), arguments.get(Options.JOIN)));
        }
        return files;
    }

    /** What takes rows that cannot be read; null where they are refused. */
    Rejects rejects() {
        return rejects;
    }

    /** Whether values were given on the command line. */
    boolean isInline() {
        return arguments.has(Options.TRUE) || arguments.has(Options.PRED);
    }

    /** Whether truths and predictions come from two files. */
    boolean isPair() {
        return arguments.has(Options.TRUE_FILE) || arguments.has(Options.PRED_FILE);
    }

    /** Which rows are left out of the numbers. */
    Omissions omissions() {
        return new Omissions(policy(), rejects != null);
    }

    private Policy policy() {
        boolean skip = arguments.word(Options.MISSING, "fail", "skip").equals("skip");
        List<String> missing = Policy.STRICT.missingValues();
        if (arguments.has(Options.MISSING_VALUES)) {
            missing = new ArrayList<>(arguments.list(Options.MISSING_VALUES));
            if (!missing.contains("")) {
                missing.add("");
            }
        }
        Policy.NonFinite nonFinite = switch (arguments.word(Options.NON_FINITE, "fail", "skip", "propagate")) {
            case "skip" -> Policy.NonFinite.SKIP;
            case "propagate" -> Policy.NonFinite.PROPAGATE;
            default -> Policy.NonFinite.FAIL;
        };
        return new Policy(skip, missing, nonFinite);
    }

    /**
     * The values given on the command line.
     *
     * @throws UsageError where files are named as well
     */
    Dataset inline() {
        if (isPair() || !arguments.operands().isEmpty()) {
            throw new UsageError("--true and --pred give values, so no file goes with them");
        }
        requireBoth(Options.TRUE, Options.PRED, noTruth());
        for (Option option : FILES_ONLY) {
            if (arguments.has(option)) {
                throw new UsageError(option.name() + " is for files, but --true and --pred give values");
            }
        }
        Inline values = Inline.of(arguments.get(Options.TRUE), arguments.get(Options.PRED))
                .weights(arguments.get(Options.WEIGHTS))
                .labels(labels() == null && classTruth() ? List.of() : labels())
                .named(classTruth() || takesNames())
                .policy(policy());
        Inline.Truth rows = rows();
        if (rows != null) {
            values = singles() ? values.rows(rows).orSingles() : values.rows(rows);
        }
        for (Input input : inputs()) {
            String text = arguments.get(LossOptions.option(input));
            if (text == null) {
                throw new UsageError("give " + LossOptions.option(input) + " too: " + input.description());
            }
            values = values.input(input.name(), text, input.width() != Input.Width.ONE && rows != null);
        }
        return values.dataset();
    }

    private void requireBoth(Option first, Option second, boolean onlySecond) {
        if (!onlySecond && !arguments.has(first)) {
            throw new UsageError("give " + first.name() + " too: " + second.name() + " alone is no answer");
        }
        if (!arguments.has(second)) {
            throw new UsageError("give " + second.name() + " too: " + first.name() + " alone is no answer");
        }
    }

    /** The dataset of one operand: a path, or {@code -} for standard input. */
    Dataset of(String operand, Console console) {
        Dataset data = operand.equals("-")
                ? Sources.stream("<stdin>", console.in(), options(console))
                : Sources.file(operand, options(console));
        String join = arguments.get(Options.JOIN);
        if (join == null && arguments.has(Options.KEY) && !further.contains(arguments.get(Options.KEY))) {
            throw new UsageError("--key joins two files: give --join, or --true-file and --pred-file");
        }
        if (join == null) {
            return data;
        }
        if (!arguments.has(Options.KEY)) {
            throw new UsageError("--join wants --key: the column that both files have");
        }
        return Sources.join(bytes(operand, console), join, arguments.get(Options.KEY), options(console));
    }

    /** The dataset of a file of truths and a file of predictions. */
    Dataset pair(Console console) {
        if (!arguments.operands().isEmpty()) {
            throw new UsageError("--true-file and --pred-file name the files, so no other goes with them");
        }
        requireBoth(Options.TRUE_FILE, Options.PRED_FILE, noTruth());
        if (arguments.has(Options.JOIN)) {
            throw new UsageError("--join adds the columns of a file to a dump: of --true-file and --pred-file"
                    + " either may have the further columns");
        }
        String truth = arguments.get(Options.TRUE_FILE);
        String prediction = arguments.get(Options.PRED_FILE);
        if (prediction.equals("-") && prediction.equals(truth)) {
            throw new UsageError("--true-file and --pred-file cannot both be standard input");
        }
        return Sources.pair(
                truth == null ? null : bytes(truth, console),
                bytes(prediction, console),
                arguments.get(Options.KEY),
                options(console));
    }

    private static Bytes bytes(String path, Console console) {
        return path.equals("-")
                ? Sources.bytes("<stdin>", Sources.counted(console.in(), console.meter()))
                : Sources.bytes(path, console.meter());
    }

    /** The same for every file: there may be thousands. */
    private ReadOptions options(Console console) {
        if (read == null) {
            read = readOptions(console);
        }
        return read;
    }

    private ReadOptions readOptions(Console console) {
        refuseValues(Options.WEIGHTS.name(), Options.WEIGHT_COL.name());
        for (Input input : inputs()) {
            refuseValues(LossOptions.option(input), LossOptions.option(input) + "-col");
        }
        String word = arguments.word(Options.INPUT, "auto", "csv", "tsv", "json", "jsonl", "npy", "npz");
        return new ReadOptions(
                Format.valueOf(word.toUpperCase(java.util.Locale.ROOT)),
                columns(),
                !arguments.has(Options.NO_HEADER),
                arguments.character(Options.DELIMITER),
                arguments.character(Options.COMMENT),
                policy(),
                Limits.DEFAULT,
                EvaluationOptions.isUnchecked(arguments, losses),
                ReadOptions.CHUNK,
                rejects,
                console.meter());
    }

    private void refuseValues(String option, String column) {
        if (arguments.has(option)) {
            throw new UsageError(option + " goes with --true and --pred; from a file it is a column: " + column);
        }
    }

    private Columns columns() {
        List<String> names = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Input input : inputs()) {
            names.add(input.name());
            columns.add(arguments.get(LossOptions.option(input) + "-col"));
        }
        return new Columns(
                arguments.get(Options.TRUE_COL),
                arguments.get(Options.PRED_COL),
                arguments.get(Options.WEIGHT_COL),
                arguments.get(Options.ID_COL),
                names,
                columns,
                texts(),
                labels() == null && !classTruth() && takesNames() ? List.of() : labels(),
                classTruth(),
                noTruth());
    }

    /** The columns that are carried along: those to keep, what samples belong together by, then those to group by. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>(arguments.list(Options.KEEP));
        if (arguments.has(UncertaintyOptions.CLUSTER)) {
            texts.add(arguments.get(UncertaintyOptions.CLUSTER));
        }
        texts.addAll(further);
        texts.addAll(GroupOptions.columns(arguments));
        return texts;
    }

    private List<String> labels() {
        if (!arguments.has(Options.LABELS)) {
            return null;
        }
        List<String> labels = arguments.list(Options.LABELS);
        for (String label : labels) {
            if (labels.indexOf(label) != labels.lastIndexOf(label)) {
                throw new UsageError("--labels names '" + label + "' twice");
            }
        }
        return labels;
    }

    private List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (Selection selection : losses) {
            for (Input input : selection.loss().inputs()) {
                if (!inputs.contains(input)) {
                    inputs.add(input);
                }
            }
        }
        return inputs;
    }

    private boolean classTruth() {
        for (Selection selection : losses) {
            if (selection.loss().truth().kind() == Domain.Kind.LABEL) {
                return true;
            }
        }
        return arguments.has(Options.LABELS) && takesNames();
    }

    /** Whether every truth may be named by its index. */
    private boolean takesNames() {
        for (Selection selection : losses) {
            if (!selection.loss().truth().isIndexed()) {
                return false;
            }
        }
        return true;
    }

    private boolean noTruth() {
        for (Selection selection : losses) {
            if (selection.loss().truth().kind() != Domain.Kind.NONE) {
                return false;
            }
        }
        return true;
    }

    /** What a row is to losses over rows; null where every value stands for itself. */
    private Inline.Truth rows() {
        Inline.Truth rows = null;
        for (Selection selection : losses) {
            Loss loss = selection.loss();
            if (loss.isOverRows()) {
                Domain.Kind truths = loss.truth().kind();
                Inline.Truth wanted = switch (truths) {
                    case ROW -> Inline.Truth.ROW;
                    case LABELS, VECTOR -> Inline.Truth.ANY;
                    default -> Inline.Truth.VALUE;
                };
                rows = rows == null || wanted != Inline.Truth.VALUE ? wanted : rows;
            }
        }
        return rows;
    }

    /** Whether every loss takes one prediction a sample, so that the numbers of values tell rows from samples. */
    private boolean singles() {
        for (Selection selection : losses) {
            if (!selection.loss().takesSingles()) {
                return false;
            }
        }
        return true;
    }
}
