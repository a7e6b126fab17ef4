package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.read.FileList;
import lossctl.read.Sources;

/** Which files are evaluated, as the operands and options say. */
final class FileOptions {
    static final Option FILES_FROM = Option.value(
            "--files-from",
            null,
            "LIST|-",
            Option.Section.FILES,
            "files that a text names, one a line or with NULs between");
    static final Option GLOB = Option.value(
            "--glob",
            null,
            "GLOB",
            Option.Section.FILES,
            "which files of a folder, the current one if none is named; '**/*.csv' in those below too");
    static final Option TRAIN =
            Option.value("--train", null, "GLOB", Option.Section.FILES, "dumps of the training data, one an epoch ...");
    static final Option VAL =
            Option.value("--val", null, "GLOB", Option.Section.FILES, "... and of the validation data: a row an epoch");

    /** All of them. */
    static final List<Option> ALL = List.of(FILES_FROM, GLOB, TRAIN, VAL);

    private FileOptions() {}

    /**
     * The files named by operands and by a list, globs and folders replaced by what is in them.
     *
     * @throws UsageError where the result would take the place of one of them
     */
    static List<String> paths(Arguments arguments, Console console) {
        List<String> paths = found(arguments, console);
        if (!paths.equals(arguments.operands())) {
            Targets.check(arguments, paths, false);
        }
        return paths;
    }

    /** The same where the result may take the place of one of them. */
    static List<String> found(Arguments arguments, Console console) {
        List<String> paths = new ArrayList<>();
        for (String operand : arguments.operands()) {
            paths.addAll(expanded(arguments, operand));
        }
        String list = arguments.get(FILES_FROM);
        if (paths.isEmpty() && list == null && arguments.has(GLOB)) {
            paths.addAll(FileList.of(arguments.get(GLOB), null));
        }
        if (list != null && arguments.has(GLOB) && arguments.operands().isEmpty()) {
            throw new UsageError(
                    "--glob says which files of a folder, and --files-from names files: no folder is named");
        }
        if (list != null) {
            List<String> lines =
                    FileList.lines(list.equals("-") ? Sources.bytes("<stdin>", console.in()) : Sources.bytes(list));
            if (list.equals("-") && (paths.contains("-") || lines.contains("-"))) {
                throw new UsageError("standard input is the list of files already: '-' cannot be one of them");
            }
            paths.addAll(lines);
        }
        return paths;
    }

    /** The files of {@code --train} or {@code --val}; none where it is absent. */
    static List<String> paths(Arguments arguments, Option option) {
        if (!arguments.has(option)) {
            return List.of();
        }
        List<String> paths = expanded(arguments, arguments.get(option));
        Targets.check(arguments, paths, false);
        return paths;
    }

    private static List<String> expanded(Arguments arguments, String word) {
        return word.equals("-") ? List.of(word) : FileList.of(word, arguments.get(GLOB));
    }

    /** Whether a row an epoch is wanted. */
    static boolean isHistory(Arguments arguments) {
        boolean history = arguments.has(TRAIN) || arguments.has(VAL);
        DataOptions input = new DataOptions(arguments, List.of());
        boolean further = history || arguments.has(FILES_FROM) || arguments.has(GLOB);
        if (further && (input.isInline() || input.isPair())) {
            throw new UsageError("values and pairs of files are one data set: no further files go with them");
        }
        if (history && (!arguments.operands().isEmpty() || arguments.has(FILES_FROM))) {
            throw new UsageError("--train and --val name the files: no others go with them");
        }
        if (history && GroupOptions.areGiven(arguments)) {
            throw new UsageError("a row an epoch, or a row a group: --train and --val do not go with --by");
        }
        if (history && arguments.has(JournalOptions.JOURNAL)) {
            throw new UsageError("--journal is for a row a file: it does not go with --train and --val");
        }
        if (history && arguments.has(UncertaintyOptions.CI)) {
            throw new UsageError("a row an epoch: --train and --val do not go with --ci");
        }
        if (history && SamplesOptions.isAny(arguments)) {
            throw new UsageError("a row an epoch: --train and --val do not go with rows of samples or quantiles");
        }
        return history;
    }

    /** What a file is called in a title: without its folders. */
    static String shortName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What a command that takes files and pipes is to read. */
    static List<Dataset> datasets(Arguments arguments, DataOptions input, Console console, Command command) {
        if (input.isInline()) {
            return new ArrayList<>(List.of(input.inline()));
        }
        int passes = arguments.has(GroupOptions.BINS) || arguments.has(SamplesOptions.INFLUENCE) ? 2 : 1;
        if (input.isPair()) {
            Progress.begin(arguments, console, input.files(List.of()), passes);
            return new ArrayList<>(List.of(input.pair(console)));
        }
        List<String> paths = paths(arguments, console);
        if (paths.isEmpty()) {
            if (console.inIsTerminal()) {
                throw new UsageError("no data: give FILEs, --true and --pred, or a pipe", Help.brief(command));
            }
            paths = List.of("-");
        }
        Progress.begin(arguments, console, input.files(paths), passes);
        return datasets(paths, input, console);
    }

    /** The datasets of some files. */
    static List<Dataset> datasets(List<String> paths, DataOptions input, Console console) {
        List<Dataset> datasets = new ArrayList<>(paths.size());
        for (String path : paths) {
            datasets.add(input.of(path, console));
        }
        return datasets;
    }
}
