package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No call overwrites what it reads, nor what it wrote a moment ago. */
class TargetsTest {
    private static final String ROWS = "y_true,y_pred\n1,2\n2,foo\n3,5\n";

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = Files.writeString(folder.resolve("a.csv"), ROWS);
        Files.writeString(folder.resolve("b.csv"), "y_true,y_pred\n1,2\n3,4\n");
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("list"), folder + "/b.csv\n" + data + "\n");
        Files.createSymbolicLink(folder.resolve("link.csv"), data);
    }

    private Said said(String line) {
        return Said.by(Said.words("lossctl " + line.replace("@", folder + "/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mse @a.csv --on-bad-row skip -o @a.csv",
                "mse @a.csv --on-bad-row skip -o @sub/../a.csv",
                "mse @a.csv --on-bad-row skip -o @link.csv",
                "mse @link.csv --on-bad-row skip --rejects @a.csv",
                "eval -l mse @b.csv @a.csv --on-bad-row skip -o @a.csv",
                "eval -l mse @a.csv --on-bad-row skip --html @a.csv",
                "mse --true-file @a.csv --pred-file @b.csv -o @a.csv",
                "compare -l mse @b.csv @a.csv -o @a.csv",
                "plot residuals @b.csv --join @a.csv --key y_true -o @a.csv",
                "plot mse --data @a.csv -o @a.csv",
                "eval -l mse @*.csv --on-bad-row skip -o @a.csv",
                "eval -l mse @ --glob *.csv --on-bad-row skip --html @a.csv",
                "eval -l mse --files-from @list --on-bad-row skip -o @a.csv",
                "eval -l mse --val @[ab].csv --on-bad-row skip -o @a.csv",
                "partial -l mse @*.csv --on-bad-row skip -o @a.csv",
                "merge @*.csv -o @a.csv",
                "plot groups -l mse --by y_true @?.csv -o @a.csv",
                "plot history -l mse --val @?.csv -o @a.csv",
            })
    void aFileThatIsReadIsNotOverwritten(String line) throws IOException {
        Said said = said(line);
        assertEquals(2, said.status(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().contains("this file is read"), said.err());
        assertEquals(ROWS, Files.readString(data));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mse @a.csv --on-bad-row skip --rejects @q -o @q",
                "eval -l mse @b.csv --html @q -o @q",
                "eval -l mse --true 1 --pred 2 --html @q -o @q",
                "eval -l mse @b.csv --journal @q -o @q",
                "eval -l mse @a.csv --on-bad-row skip --html @q --rejects @sub/../q",
            })
    void twoOutputsDoNotShareAFile(String line) {
        Said said = said(line);
        assertEquals(2, said.status(), said.err());
        assertTrue(said.err().contains("q': this file is for --"), said.err());
        assertFalse(Files.exists(folder.resolve("q")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval -l mse @b.csv --html -",
                "eval -l mse @b.csv --journal -",
                "mse @a.csv --on-bad-row skip --rejects -"
            })
    void aDashIsNoFileNextToTheResult(String line) {
        Said said = said(line);
        assertEquals(2, said.status(), said.err());
        assertTrue(said.err().contains("'-': name a file"), said.err());
    }

    @Test
    void aDeviceMayTakeEverything() {
        assertEquals(
                0,
                said("mse @a.csv --on-bad-row skip --rejects /dev/null -o /dev/null")
                        .status());
    }

    @Test
    void aNameOfALossIsNoFile() throws IOException {
        Path word = folder.resolve("mse");
        Files.writeString(word, "old");
        assertEquals(0, Said.by("explain", "mse", "-o", word.toString()).status());
        assertTrue(Files.readString(word).startsWith("mse: mean squared error"));
    }

    @Test
    void partialsMayGrowInPlace() throws IOException {
        Files.writeString(folder.resolve("c.csv"), "y_true,y_pred\n7,9\n");
        assertEquals(0, said("partial -l mse @b.csv -o @1.partial").status());
        assertEquals(0, said("partial -l mse @c.csv -o @2.partial").status());
        Said refused = said("merge @1.partial @2.partial -o @1.partial");
        assertEquals(2, refused.status(), refused.err());
        Said grown = said("merge --partial @1.partial @2.partial -o @1.partial");
        assertEquals(0, grown.status(), grown.err());
        assertEquals("n,mse\n3,2.0\n", said("merge @1.partial -f csv").out());
        assertEquals(0, said("merge --partial @[12].partial -o @1.partial").status());
        assertEquals("n,mse\n4,2.5\n", said("merge @1.partial -f csv").out());
    }
}
