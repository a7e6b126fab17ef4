package lossctl.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the page for newcomers true: every command in it is run, and must print what the page says. */
class ReadmeIT {
    private static final Path README = Path.of("README.md");

    @Test
    void everyCommandOfTheReadmePrintsWhatItSays() throws IOException {
        Session.replay(README, Path.of("examples"));
    }
}
