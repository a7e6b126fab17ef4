package lossctl.cli;

import static lossctl.cli.Option.Section.DETAIL;
import static lossctl.cli.Option.Section.FILES;
import static lossctl.cli.Option.Section.MATH;
import static lossctl.cli.Option.Section.OUTPUT;
import static lossctl.cli.Option.Section.VALUES;

import java.util.List;

/** Every option that more than one command knows. */
final class Options {
    private static final List<String> INPUTS = List.of("auto", "csv", "tsv", "json", "jsonl", "npy", "npz");
    private static final List<String> OUTPUTS = List.of("value", "table", "json", "jsonl", "csv", "tsv", "md");

    private static final List<String> GATED_OUTPUTS =
            List.of("value", "table", "json", "jsonl", "csv", "tsv", "md", "junit", "github");

    static final Option TRUE =
            Option.value("--true", "-t", "LIST", VALUES, "truths: 1,0; rows as 0,1;1,0; or a JSON or Python list");
    static final Option PRED = Option.value("--pred", "-p", "LIST", VALUES, "predictions, in the same forms");
    static final Option WEIGHTS = Option.value("--weights", "-w", "LIST", VALUES, "a weight a sample");
    static final Option LABELS =
            Option.value("--labels", null, "A,B,..", VALUES, "class labels in index order, where truths are texts");

    static final Option TRUE_FILE = Option.value("--true-file", null, "FILE", FILES, "truths from one file ...");
    static final Option PRED_FILE = Option.value("--pred-file", null, "FILE", FILES, "... predictions from another");
    static final Option KEY = Option.value("--key", null, "COL", FILES, "join two files on this column, not by row");
    static final Option JOIN =
            Option.value("--join", null, "FILE", FILES, "add the columns of a file, joined on --key");
    static final Option INPUT = Option.choice(
                    "--input-format", "FORMAT", FILES, "auto, csv, tsv, json, jsonl, npy or npz", INPUTS)
            .or("-i");
    static final Option TRUE_COL = Option.value(
            "--true-col", null, "COL", FILES, "truth: a name, a number from 1, a list, a range p0-p9 or a glob p*");
    static final Option PRED_COL = Option.value("--pred-col", null, "COL", FILES, "prediction, likewise");
    static final Option WEIGHT_COL = Option.value("--weight-col", null, "COL", FILES, "weight; none unless named");
    static final Option ID_COL = Option.value("--id-col", null, "COL", FILES, "id, first in per-sample output");
    static final Option NO_HEADER = Option.flag("--no-header", null, FILES, "the first CSV row holds values");
    static final Option DELIMITER = Option.value("--delimiter", null, "CHAR", FILES, "what separates CSV fields");
    static final Option COMMENT = Option.value("--comment", null, "CHAR", FILES, "pass over CSV rows that start so");
    static final Option MISSING = Option.value("--missing", null, "fail|skip", FILES, "rows with a missing value");
    static final Option MISSING_VALUES = Option.value(
            "--missing-values", null, "A,B,..", FILES, "what means missing, beside the empty cell: NA,null,None");
    static final Option NON_FINITE =
            Option.value("--nonfinite", null, "fail|skip|propagate", FILES, "rows with nan, inf or infinity");
    static final Option UNCHECKED =
            Option.flag("--unchecked", null, FILES, "do not read columns that the value does not need");

    static final Option REDUCTION = Option.value("--reduction", null, "mean|sum|none", MATH, "how losses become one");
    static final Option AS = Option.choice(
            "--as",
            "NAME",
            MATH,
            "compute it as keras, torch, sklearn or another does; see lossctl conventions",
            List.of());
    static final Option DTYPE =
            Option.value("--dtype", null, "float64|float32", MATH, "float32 rounds inputs and result");
    static final Option THREADS = Option.value("--threads", null, "N", MATH, "threads; all of the machine's if absent");
    static final Option STRICT = Option.flag("--strict", null, MATH, "warnings are errors");

    static final Option PER_SAMPLE = Option.flag("--per-sample", null, DETAIL, "a row a sample, with its loss");
    static final Option GRADIENT =
            Option.flag("--gradient", null, DETAIL, "derivative of the reduced loss by each prediction");
    static final Option HESSIAN = Option.flag("--hessian", null, DETAIL, "diagonal of its second derivative");
    static final Option SHARE = Option.flag("--share", null, DETAIL, "each sample's share of the total");
    static final Option KEEP = Option.value("--keep", null, "COL,..", DETAIL, "columns carried into the output");

    static final Option FORMAT = Option.choice(
                    "--format", "FORMAT", OUTPUT, "value, table, json, jsonl, csv, tsv or md", OUTPUTS)
            .or("-f");
    /** The same where there are gates to tell of. */
    static final Option GATED_FORMAT = Option.choice(
                    "--format",
                    "FORMAT",
                    OUTPUT,
                    "value, table, json, jsonl, csv, tsv or md; junit or github tell of gates alone",
                    GATED_OUTPUTS)
            .or("-f");

    static final Option JSON = Option.flag("--json", null, OUTPUT, "the same as -f json");
    static final Option OUT =
            Option.value("--output", "-o", "FILE", OUTPUT, "write there, whole or not at all, not to standard output");
    static final Option PRECISION = Option.value(
            "--precision", null, "N", OUTPUT, "significant digits; else what reads back to the same number");
    static final Option RAW = Option.flag("--raw", null, OUTPUT, "texts in CSV without the ' that disarms formulas");
    static final Option QUIET = Option.flag("--quiet", "-q", OUTPUT, "no warnings");
    static final Option VERBOSE = Option.flag("--verbose", "-v", OUTPUT, "say more on standard error");
    static final Option COLOR = Option.value("--color", null, "auto|always|never", OUTPUT, "colours in help");
    static final Option PROGRESS = Option.value(
            "--progress", null, "auto|always|never", OUTPUT, "how far a long reading has come, on standard error");
    static final Option ERROR_FORMAT =
            Option.value("--error-format", null, "text|json", OUTPUT, "how errors are told on standard error");
    static final Option DEBUG = Option.flag("--debug", null, OUTPUT, "stack traces");
    static final Option HELP = Option.flag("--help", "-h", OUTPUT, "this help");

    /** What says where the samples come from. */
    static final List<Option> READING = List.of(
            TRUE,
            PRED,
            WEIGHTS,
            LABELS,
            TRUE_FILE,
            PRED_FILE,
            KEY,
            JOIN,
            INPUT,
            TRUE_COL,
            PRED_COL,
            WEIGHT_COL,
            ID_COL,
            NO_HEADER,
            DELIMITER,
            COMMENT,
            MISSING,
            MISSING_VALUES,
            NON_FINITE);

    /** How the number is made. */
    static final List<Option> COMPUTING = List.of(REDUCTION, AS, DTYPE, THREADS, STRICT, UNCHECKED);

    /** What is told of every sample. */
    static final List<Option> DETAILS = List.of(PER_SAMPLE, GRADIENT, HESSIAN, SHARE, KEEP);

    /** How a result is written. */
    static final List<Option> WRITING = List.of(FORMAT, JSON, OUT, PRECISION, RAW);

    /** How a result that gates may hold against limits is written. */
    static final List<Option> GATED_WRITING = List.of(GATED_FORMAT, JSON, OUT, PRECISION, RAW);

    /** What every command knows. */
    static final List<Option> COMMON = List.of(QUIET, VERBOSE, COLOR, PROGRESS, ERROR_FORMAT, DEBUG, HELP);

    private Options() {}
}
