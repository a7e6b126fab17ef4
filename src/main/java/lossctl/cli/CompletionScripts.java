package lossctl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import lossctl.write.CheckedOut;

/** The parts of the completion scripts that are the same whatever there is to complete. */
final class CompletionScripts {
    private CompletionScripts() {}

    static void bash(CheckedOut out) {
        copy("completion.bash", out);
    }

    static void zsh(CheckedOut out) {
        copy("completion.zsh", out);
    }

    static void fish(CheckedOut out) {
        copy("completion.fish", out);
    }

    private static void copy(String resource, CheckedOut out) {
        try (InputStream in = CompletionScripts.class.getResourceAsStream(resource)) {
            byte[] bytes = in.readAllBytes();
            out.write(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException("missing in the jar: " + resource, e);
        }
    }
}
