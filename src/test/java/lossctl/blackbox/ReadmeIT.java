package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the page for newcomers true: every command in it is run, and must print what the page says. */
class ReadmeIT {
    private static final Path README = Path.of("README.md");

    @Test
    void everyCommandOfTheReadmePrintsWhatItSays() throws IOException {
        Session.replay(README, Path.of("examples"));
    }

    @Test
    void theTableOfLossesIsTheCatalogue() throws IOException {
        String table = Shell.lossctl("list", "-f", "md").out();
        assertTrue(
                Files.readString(README).contains(table),
                "the table of losses in README.md is not what `lossctl list -f md` prints");
    }
}
