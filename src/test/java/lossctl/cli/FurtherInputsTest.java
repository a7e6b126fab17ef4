package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of several losses name the columns of further arrays as the command of one loss does. */
class FurtherInputsTest {
    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("v.csv"), "y_true,y_pred,s2\n1,2,1\n0,2,4\n")
                .toString();
    }

    private static String out(String... args) {
        Said said = Said.by(args);
        assertEquals("", said.err());
        return said.out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-l gaussian_nll",
                "-lgaussian_nll",
                "--losses=gaussian_nll",
                "--losses gaussian_nll",
                "-ql gaussian_nll"
            })
    void evalNamesTheColumn(String losses) {
        String alone = out("gaussian_nll", file, "--var-col", "s2").strip();
        String[] words = ("eval " + losses + " " + file + " --var-col s2 -f csv").split(" ");
        assertEquals("n,gaussian_nll\n2," + alone + "\n", out(words));
    }

    @Test
    void severalLossesShareAnArray() {
        String gauss = out("gaussian_nll", file, "--var-col", "s2").strip();
        String mse = out("mse", file).strip();
        String full = out("gaussian_nll", file, "--var-col", "s2", "--full").strip();
        assertEquals(
                "n,mse,gaussian_nll,gaussian_nll:full=true\n2," + mse + "," + gauss + "," + full + "\n",
                out("eval", "-l", "mse,gaussian_nll", "-l", "gaussian_nll:full", file, "--var-col", "s2", "-f", "csv"));
    }

    @Test
    void evalTakesValuesToo() {
        assertEquals(
                "n,gaussian_nll\n1,0.5\n",
                out("eval", "-l", "gaussian_nll", "--true", "1", "--pred", "2", "--var", "1", "-f", "csv"));
    }

    @Test
    void compareNamesTheColumn() {
        String said = out("compare", file, file, "-l", "gaussian_nll", "--var-col", "s2");
        assertTrue(said.endsWith("unchanged\n"), said);
    }

    @Test
    void partialNamesTheColumn() {
        String part = folder.resolve("a.partial").toString();
        out("partial", "-l", "gaussian_nll", file, "--var-col", "s2", "-o", part);
        assertEquals(
                out("eval", "-l", "gaussian_nll", file, "--var-col", "s2", "-f", "csv"),
                out("merge", part, "-f", "csv"));
    }

    @Test
    void aLossWithoutTheArrayHasNoSuchOption() {
        Said said = Said.by("eval", "-l", "mse", file, "--var-col", "s2");
        assertEquals(2, said.status());
        assertTrue(said.err().startsWith("lossctl eval: unknown option '--var-col'."), said.err());
    }

    @Test
    void aColumnThatIsNotThereIsHintedAt() {
        Said said = Said.by("eval", "-l", "gaussian_nll", file);
        assertEquals(3, said.status());
        assertTrue(said.err().endsWith("hint: --var-col NAME\n"), said.err());
        assertTrue(out("eval", "-l", "gaussian_nll", "--help").contains("--var-col COL"));
    }
}
