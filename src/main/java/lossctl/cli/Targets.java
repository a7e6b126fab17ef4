package lossctl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that a call writes. None may be a file that it reads, nor one that it writes for something else: the last
 * writer would win, and what was there before be gone.
 */
final class Targets {
    private final Map<Path, String> taken = new HashMap<>();

    private Targets() {}

    /**
     * Makes sure that no file is lost.
     *
     * @param operands the files among the operands, or those that globs, folders and lists come to
     * @param accumulates whether what is written holds all that was read, so that it may take its place
     */
    static void check(Arguments arguments, List<String> operands, boolean accumulates) {
        List<String> written = new ArrayList<>();
        Targets targets = new Targets();
        for (Map.Entry<String, String> given : arguments.values().entrySet()) {
            switch (given.getKey()) {
                case "--output", "--html", "--rejects", "--journal" -> written.add(given.getKey());
                case "--true-file", "--pred-file", "--join", "--files-from", "--data" -> targets.read(given.getValue());
                default -> {
                    // No file.
                }
            }
        }
        if (written.isEmpty()) {
            return;
        }
        if (!accumulates) {
            operands.forEach(targets::read);
        }
        for (String option : written) {
            targets.write(option, arguments.values().get(option));
        }
    }

    private void read(String name) {
        Path path = path(name);
        if (path != null) {
            taken.put(path, "is read: the result would take its place");
        }
    }

    private void write(String option, String name) {
        if (name.equals("-") && !option.equals("--output")) {
            throw new UsageError(option + " '-': name a file: standard output is for the result");
        }
        Path path = path(name);
        String other = path == null ? null : taken.put(path, "is for " + option + " already");
        if (other != null) {
            throw new UsageError(option + " '" + name + "': this file " + other);
        }
    }

    /** The file that a name is of, whatever links lead there; null for a pipe, a device or what no file is called. */
    private static Path path(String name) {
        if (name.equals("-") || name.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(name).toAbsolutePath().normalize();
            if (!Files.exists(path)) {
                return path;
            }
            return Files.isRegularFile(path) ? path.toRealPath() : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}
