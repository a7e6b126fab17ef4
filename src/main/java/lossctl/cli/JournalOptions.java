package lossctl.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.eval.Evaluation;
import lossctl.eval.GroupBy;
import lossctl.eval.Signature;
import lossctl.journal.Journal;
import lossctl.journal.Settings;
import lossctl.num.DecimalWriter;

/** Where the states of finished dumps are kept, as the options say, and under which settings. */
final class JournalOptions {
    static final Option JOURNAL = Option.value(
            "--journal",
            null,
            "FILE",
            Option.Section.FILES,
            "keep what is finished there: interrupted, the same call does the rest");

    /** What has no say in the state of a dump: where it is told, how, and what is made of it at the end. */
    private static final List<Option> SILENT = List.of(
            JOURNAL,
            FileOptions.FILES_FROM,
            FileOptions.GLOB,
            Options.THREADS,
            Options.STRICT,
            GroupOptions.MIN_N,
            UncertaintyOptions.SEED,
            UncertaintyOptions.RESAMPLES,
            Gates.FAIL_IF,
            Options.FORMAT,
            Options.JSON,
            Options.OUT,
            Options.PRECISION,
            Options.RAW,
            Options.QUIET,
            Options.VERBOSE,
            Options.COLOR,
            Options.PROGRESS,
            Options.ERROR_FORMAT,
            Options.DEBUG);

    private JournalOptions() {}

    /** The settings of a call: all options but those that only say how it is told, or where data are. */
    static Settings settings(Arguments arguments, List<Option> silentToo) {
        Map<String, String> options = new LinkedHashMap<>(arguments.values());
        for (Option silent : SILENT) {
            options.remove(silent.name());
        }
        for (Option silent : silentToo) {
            options.remove(silent.name());
        }
        return new Settings(Signature.VERSION, options);
    }

    /** Whether all that settings name has a say in states: no file may tell where a result is written. */
    static boolean haveASay(Settings settings) {
        for (Option silent : SILENT) {
            if (settings.options().containsKey(silent.name())) {
                return false;
            }
        }
        return true;
    }

    /** The journal; null where none is wanted. */
    static Journal open(
            Arguments arguments, Console console, Evaluation evaluation, GroupBy by, List<Dataset> datasets) {
        if (!arguments.has(JOURNAL)) {
            return null;
        }
        String name = arguments.get(JOURNAL);
        DataOptions input = new DataOptions(arguments, evaluation.losses());
        if (input.isInline() || input.isPair()) {
            throw new UsageError("--journal keeps the results of files named one by one: eval --journal J FILE...");
        }
        if (arguments.has(RejectOptions.REJECTS)) {
            throw new UsageError("--journal does not keep the rows for --rejects: one at a time");
        }
        Path journal = Path.of(name).toAbsolutePath().normalize();
        for (Dataset data : datasets) {
            if (!data.isRepeatable()) {
                throw new Refusal(
                                Refusal.Code.USAGE, "cannot be read again after an interruption: --journal wants files")
                        .in(data.name());
            }
            if (Path.of(data.name()).toAbsolutePath().normalize().equals(journal)) {
                throw new UsageError("--journal " + name + " is one of the dumps, too: name another file");
            }
        }
        Settings settings = settings(arguments, List.of());
        if (evaluation.uncertainty() != null && !arguments.has(UncertaintyOptions.CI)) {
            settings.options().put("--json", "");
        }
        if (by != null && arguments.has(GroupOptions.BINS)) {
            settings.options().put("edges of --bins", edges(by));
        }
        if (arguments.has(Options.JOIN)) {
            settings.options().put("content of --join", Journal.digest(arguments.get(Options.JOIN)));
        }
        return Journal.open(name, settings, line -> {
            if (!arguments.has(Options.QUIET)) {
                console.complain("lossctl: warning: " + line);
            }
        });
    }

    private static String edges(GroupBy by) {
        StringBuilder text = new StringBuilder();
        for (double[] edges : by.edges()) {
            for (int i = 0; edges != null && i < edges.length; i++) {
                text.append(i == 0 ? "[" : " ").append(DecimalWriter.text(edges[i]));
            }
            text.append(edges == null ? "" : "]");
        }
        return text.toString();
    }
}
