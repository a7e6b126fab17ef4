package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An option that names nothing, or what cannot be what it is to be, gets one line: a script's variable may be empty. */
class NothingNamedTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void assertRefused(int status, String message, String... args) {
        Said said = Said.by(args);
        assertEquals(message + "\n", said.err());
        assertEquals(status, said.status());
        assertEquals("", said.out());
    }

    @Test
    void anEmptyNameOfAColumnIsRefusedAndNotTakenForNone() throws IOException {
        String file = file("a.csv", "y_true,y_pred,w\n1,2,1\n0,3,3\n");
        for (String option : new String[] {"--weight-col", "--id-col", "--true-col", "--pred-col", "--key"}) {
            for (String blank : new String[] {"", " ", "\t"}) {
                assertRefused(
                        2,
                        "lossctl mse: " + option + " '" + blank.replace("\t", "\\t") + "': not the name of a column",
                        "mse",
                        file,
                        option,
                        blank);
            }
        }
        assertRefused(
                2, "lossctl compare: --key '': not the name of a column", "compare", file, file, "-l", "mse", "--key=");
    }

    @Test
    void anEmptyNameOfAFileIsRefusedBeforeAnythingIsWritten() throws IOException {
        String file = file("a.csv", "y_true,y_pred\n1,2\n0,3\n");
        for (String option : new String[] {"--html", "--output", "--join", "--journal", "--rejects"}) {
            assertRefused(
                    2,
                    "lossctl eval: " + option + " '': not the name of a file",
                    "eval",
                    "-l",
                    "mse",
                    file,
                    option + "=");
        }
    }

    @Test
    void severalWeightsARowAreRefused() throws IOException {
        String file = file("a.json", "{\"y_true\": [1, 0], \"y_pred\": [2, 3], \"w\": [[1, 2], [3, 4]]}");
        assertRefused(
                3,
                file + ": field 'w' has 2 values a row, and a sample has one weight"
                        + "        hint: --weight-col NAME of one with a number a row",
                "mse",
                file,
                "--weight-col",
                "w");
    }

    @Test
    void aNameThatNoFileCanHaveIsNoFileThatIsFound() {
        Said said = Said.read("{\"loss\":\"mse\",\"file\":\"a\\u0000b\"}\n", "batch", "-");
        assertTrue(said.out().contains("\"code\":\"IO\""), said.out());
        assertTrue(said.out().contains("no file can have this name"), said.out());
        assertEquals(3, said.status());
    }
}
