package lossctl.cli;

import java.util.Locale;
import lossctl.write.AtomicFile;
import lossctl.write.CheckedOut;
import lossctl.write.OutputFormat;
import lossctl.write.Style;

/** How and where a result is written, as the options say. */
final class OutputOptions {
    private OutputOptions() {}

    static Style style(Arguments arguments, OutputFormat fallback, boolean float32) {
        OutputFormat format = fallback;
        if (arguments.has(Options.FORMAT) && Gates.reportFormat(arguments) == null) {
            String word = arguments.word(Options.FORMAT, "value", "table", "json", "jsonl", "csv", "tsv", "md");
            format = OutputFormat.valueOf(word.toUpperCase(Locale.ROOT));
        }
        if (arguments.has(Options.JSON)) {
            if (arguments.has(Options.FORMAT) && format != OutputFormat.JSON) {
                throw new UsageError("--json and --format " + format.word() + " do not go together");
            }
            format = OutputFormat.JSON;
        }
        int precision = arguments.integer(Options.PRECISION, 1, 17, 0);
        return new Style(format, precision, float32, arguments.has(Options.RAW));
    }

    /** What writes a result to an output. */
    interface Writer {
        void write(CheckedOut out);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal is ending the process: the hook runs, and finds nothing to discard where all was committed.
        }
    }

    /** Lets a result be written, unless the output is for something else. */
    static void writeUnless(boolean other, Arguments arguments, Console console, Writer writer) {
        if (!other) {
            write(arguments, console, writer);
        }
    }

    /** Lets a result be written to standard output, or whole or not at all to the file of {@code -o}. */
    static void write(Arguments arguments, Console console, Writer writer) {
        String path = arguments.get(Options.OUT);
        if (path == null || path.equals("-")) {
            if (console.outIsTerminal()) {
                console.settle();
            }
            writer.write(console.out());
            console.out().flush();
            return;
        }
        writeFile(path, Options.OUT, writer);
    }

    /** Lets a result be written whole or not at all to the file that an option names. */
    static void writeFile(String path, Option option, Writer writer) {
        AtomicFile file = AtomicFile.at(path);
        // A signal ends the process without coming back here; the half-written file must not stay behind.
        Thread discard = new Thread(file::discard);
        Runtime.getRuntime().addShutdownHook(discard);
        boolean done = false;
        try {
            writer.write(file.open());
            file.commit();
            done = true;
        } finally {
            if (!done) {
                file.discard();
            }
            forget(discard);
        }
    }
}
