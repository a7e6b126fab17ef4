package lossctl.blackbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the real launcher, or a command line with the launcher on its PATH, and keeps what came out. */
final class Shell {
    static final Path PROJECT = Path.of("").toAbsolutePath();

    /** What a run left behind. */
    record Outcome(int exit, String out, String err) {}

    private Shell() {}

    /** Runs {@code scripts/lossctl} with these arguments in the project's folder, with nothing on standard input. */
    static Outcome lossctl(String... args) {
        List<String> command =
                new ArrayList<>(List.of(PROJECT.resolve("scripts/lossctl").toString()));
        command.addAll(List.of(args));
        return run(command, PROJECT);
    }

    /** Runs a line of shell in a folder, {@code lossctl} being the launcher of this checkout. */
    static Outcome line(String line, Path folder) {
        return run(List.of("bash", "-c", line), folder);
    }

    private static Outcome run(List<String> command, Path folder) {
        try {
            Path out = Files.createTempFile("lossctl", ".out");
            Path err = Files.createTempFile("lossctl", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().merge("PATH", PROJECT.resolve("scripts").toString(), (path, own) -> own + ":" + path);
            Process process = builder.start();
            try {
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after two minutes: " + command);
                }
                return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A resource beside the tests of this package, as text. */
    static String resource(String name) {
        try (InputStream in = Shell.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
