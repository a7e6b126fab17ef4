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

    /** The value and the gradients by optax 0.2.8 in double precision. */
    @ParameterizedTest
    @ValueSource(
            strings = {"'inputs':{'positives':P,'negatives':N},", "'params':{'margin':10,'positives':P,'negatives':N},"
            })
    void aFrameworkTakesItsOwnNamesOfThem(String arrays) {
        String request = "{'as':'optax','loss':'triplet_margin_loss'," + arrays
                + (arrays.contains("margin") ? "" : "'params':{'margin':10},")
                + "'y_pred':[[1,2],[0,1]],'want':['value','gradients']}";
        String answer = Said.read(
                        request.replace("P", "[[4,6],[2,1]]")
                                .replace("N", "[[7,10],[0,5]]")
                                .replace('\'', '"'),
                        "batch")
                .out();
        assertTrue(answer.contains("\"value\":6.5000000874999"), answer);
        assertTrue(answer.contains("\"positives\":[[0.299999994"), answer);
        assertTrue(answer.contains("\"negatives\":[[-0.29999999"), answer);
    }

    @Test
    void anArrayUnderBothOfItsNamesIsRefused() {
        String request = "{'as':'optax','loss':'triplet_margin_loss','y_pred':[[1,2]],"
                + "'inputs':{'positives':[[1,2]],'positive':[[1,2]],'negatives':[[1,2]]}}";
        String answer = Said.read(request.replace('\'', '"'), "batch").out();
        assertTrue(answer.contains("inputs 'positives' and 'positive' are one: give it once"), answer);
    }

    /** ln 2: a standard normal between 0 and what is no end at all, half of its weight, by hand. */
    @Test
    void soDoesXgboostItsUpperBound() {
        String request = "{'as':'xgboost','loss':'survival:aft','y_true':[1],'y_pred':[0],"
                + "'inputs':{'label_upper_bound':['inf']}}";
        String answer = Said.read(request.replace('\'', '"'), "batch").out();
        assertTrue(answer.contains("\"value\":0.693147"), answer);
    }
}
