package lossctl.cli;

import java.util.List;

/** A command line that cannot be understood: exit status 2, one line, and for a person at a terminal a few more. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> help;

    UsageError(String message) {
        this(message, List.of());
    }

    /** {@code help}: short help, for who typed nothing at all. */
    UsageError(String message, List<String> help) {
        super(message, null, false, false);
        this.help = help;
    }

    List<String> help() {
        return help;
    }
}
