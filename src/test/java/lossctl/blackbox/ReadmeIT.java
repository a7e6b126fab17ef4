package lossctl.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the pages for newcomers true: every command in them is run, and must print what they say. */
class ReadmeIT {
    @Test
    void everyCommandOfTheReadmePrintsWhatItSays() throws IOException {
        Session.replay(Path.of("README.md"), Path.of("examples"));
    }
}
