package lossctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A start of {@code scripts/lossctl} as its users see it: a process, its two outputs, its exit status. */
final class Launch {
    private final ProcessBuilder builder;
    private final List<String> command = new ArrayList<>();

    private Launch(Path launcher) {
        command.add(launcher.toString());
        builder = new ProcessBuilder().directory(launcher.getParent().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("LOSSCTL_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    }

    /** What a run printed, and how it ended. */
    record Outcome(int exit, String out, String err) {
        void prints(String expected) {
            assertEquals(new Outcome(0, expected, ""), this);
        }

        void failsWith(int status, String message) {
            assertEquals(new Outcome(status, "", message), this);
        }
    }

    static Launch of(Path launcher) {
        return new Launch(launcher);
    }

    Launch with(String variable, Object value) {
        builder.environment().put(variable, value.toString());
        return this;
    }

    Launch without(String variable) {
        builder.environment().remove(variable);
        return this;
    }

    Launch in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    Process start(String... arguments) {
        command.addAll(List.of(arguments));
        try {
            return builder.command(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(String... arguments) {
        return outcome(start(arguments));
    }

    /** Waits for the end; the outputs must fit into a pipe. */
    static Outcome outcome(Process process) {
        try {
            process.getOutputStream().close();
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running after five minutes");
            return new Outcome(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes()),
                    new String(process.getErrorStream().readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An executable script. */
    static Path script(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    @Override
    public String toString() {
        return command + " " + Map.copyOf(builder.environment());
    }
}
