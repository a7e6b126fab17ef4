package lossctl.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import lossctl.read.Meter;

/**
 * Says on standard error how far a long reading has come, from its second second on: one line that is written over and
 * over and wiped out at the end. A thread of its own looks at a {@link Meter} that the readers feed.
 */
final class Progress extends Thread {
    private static final long FIRST = 1_000_000_000;
    private static final long EVERY = 200_000_000;
    private static final String WIPE = "\r\u001b[K";

    private final Console console;
    private final List<String> files;
    private final int passes;
    private final boolean ofRequests;
    private final Meter meter = new Meter();
    private final long began = System.nanoTime();
    private long total;
    private boolean over;
    private boolean shown;

    private Progress(Console console, List<String> files, int passes, boolean ofRequests) {
        super("lossctl-progress");
        setDaemon(true);
        this.console = console;
        this.files = files;
        this.passes = passes;
        this.ofRequests = ofRequests;
    }

    /**
     * Begins to watch, where that is wanted: {@code --progress auto} means where standard error is a terminal.
     *
     * @param files all that will be read, {@code -} for a pipe
     * @param passes how often each is read
     */
    static void begin(Arguments arguments, Console console, List<String> files, int passes) {
        begin(arguments, console, files, passes, false);
    }

    /** The same for a file of requests, or a pipe of them. */
    static void beginRequests(Arguments arguments, Console console, String file) {
        begin(arguments, console, List.of(file), 1, true);
    }

    private static void begin(
            Arguments arguments, Console console, List<String> files, int passes, boolean ofRequests) {
        boolean wanted = switch (arguments.word(Options.PROGRESS, "auto", "always", "never")) {
            case "always" -> true;
            case "auto" -> console.errIsTerminal() && !arguments.has(Options.QUIET);
            default -> false;
        };
        if (wanted) {
            Progress progress = new Progress(console, new ArrayList<>(files), passes, ofRequests);
            console.watch(progress);
            progress.start();
        }
    }

    /** What the readers feed. */
    Meter meter() {
        return meter;
    }

    @Override
    public void run() {
        long wait = FIRST;
        boolean first = true;
        while (pause(wait)) {
            if (first) {
                total = total(); // Ten thousand files take a while, so only where it is needed.
                first = false;
                wait = EVERY;
            }
            console.show(this);
        }
    }

    private long total() {
        long sum = 0;
        for (String file : files) {
            File there = new File(file);
            if (file.equals("-") || !there.isFile()) {
                return -1;
            }
            sum += there.length();
        }
        return passes * sum;
    }

    /** Waits; false where the reading ended meanwhile. */
    private synchronized boolean pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !over; left = end - System.nanoTime()) {
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                return false;
            }
        }
        return !over;
    }

    /** What replaces the line that is shown; nothing once the reading has ended. */
    synchronized String next() {
        if (over) {
            return "";
        }
        shown = true;
        return WIPE + "lossctl: " + line();
    }

    private String line() {
        String line = ProgressLine.of(meter.bytes(), total, System.nanoTime() - began);
        if (ofRequests) {
            return ProgressLine.ofRequests(meter.items(), line);
        }
        long file = meter.items() == 0 ? 0 : (meter.items() - 1) % files.size() + 1;
        return files.size() == 1 ? line : ProgressLine.ofFiles(file, files.size(), line);
    }

    /** What wipes the line out. */
    synchronized String wiped() {
        String wipe = shown ? WIPE : "";
        shown = false;
        return wipe;
    }

    /** Ends it. */
    synchronized void end() {
        over = true;
        notifyAll();
    }
}
