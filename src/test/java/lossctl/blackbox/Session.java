package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The console sessions of a Markdown page: in blocks marked {@code console}, a line behind {@code $ } is run and the
 * lines below it are what it must print, standard output and standard error together.
 */
final class Session {
    /** A command line with what the page says it prints. */
    record Step(int line, String command, String output) {}

    private Session() {}

    static List<Step> of(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        boolean inside = false;
        int at = 0;
        String command = null;
        StringBuilder output = new StringBuilder();
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            boolean fence = line.startsWith("```");
            if (command != null && (fence || line.startsWith("$ "))) {
                steps.add(new Step(at, command, output.toString()));
                command = null;
            }
            if (fence) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith("$ ")) {
                command = line.substring(2);
                output.setLength(0);
                at = number;
            } else if (inside && command != null) {
                output.append(line).append('\n');
            }
        }
        return steps;
    }

    /** Runs every step of a page in a folder. */
    static void replay(Path page, Path folder) throws IOException {
        List<Step> steps = of(page);
        assertFalse(steps.isEmpty(), page + " shows no command");
        for (Step step : steps) {
            Shell.Outcome outcome = Shell.line("{ " + step.command + "\n} 2>&1", folder);
            assertEquals(step.output, outcome.out(), page + ":" + step.line + ": $ " + step.command);
        }
    }
}
