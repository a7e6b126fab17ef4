package lossctl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import lossctl.read.Meter;
import lossctl.write.CheckedOut;
import lossctl.write.SafeText;

/** The three streams of the process, and whether a person sits at them. */
final class Console {
    private final InputStream in;
    private final OutputStream err;
    private final CheckedOut out;
    private final String terminals;
    private final Set<String> remarks = new HashSet<>();
    private Progress progress;

    /**
     * {@code terminals} names the streams that are terminals, {@code in,out,err}, as the launcher found them, and {@code
     * ascii} where they show no more.
     */
    Console(InputStream in, OutputStream out, OutputStream err, String terminals) {
        this.in = in;
        this.err = err;
        this.out = CheckedOut.to(out, "<stdout>");
        this.terminals = terminals;
    }

    InputStream in() {
        return in;
    }

    /** Standard output: checked, so that a full disk is never a success. */
    CheckedOut out() {
        return out;
    }

    boolean inIsTerminal() {
        return terminals.contains("in");
    }

    boolean outIsTerminal() {
        return terminals.contains("out");
    }

    boolean errIsTerminal() {
        return terminals.contains("err");
    }

    /** Has a reading whose progress is shown on standard error. */
    void watch(Progress reading) {
        settle();
        synchronized (err) {
            progress = reading;
        }
    }

    /** What the reading feeds; null where nobody looks. */
    Meter meter() {
        return progress == null ? null : progress.meter();
    }

    /** Ends the showing of progress and wipes it out. */
    void settle() {
        synchronized (err) { // Threads that are still at work may complain.
            if (progress != null) {
                progress.end();
                tell(progress.wiped());
                progress = null;
            }
        }
    }

    /** Shows how far a reading has come. */
    void show(Progress reading) {
        synchronized (err) {
            tell(reading.next());
        }
    }

    /** Whether letters beyond ASCII would not be shown: the launcher looked at the locale. */
    boolean outIsAscii() {
        return terminals.contains("ascii");
    }

    /** A line on standard error, control characters made visible. Nobody can be told when that fails, so it fails in silence. */
    void complain(String line) {
        synchronized (err) {
            tell((progress == null ? "" : progress.wiped()) + SafeText.visible(line) + "\n");
        }
    }

    /** The same of a line that is told once, however many files it holds for. */
    void remark(String line) {
        if (remarks.add(line)) {
            complain(line);
        }
    }

    private void tell(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Standard error is closed: the exit status still tells.
        }
    }
}
