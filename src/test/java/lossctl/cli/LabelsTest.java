package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes by their names: {@code --labels}. */
class LabelsTest {
    /** Minus the mean of ln 0.7 and ln 0.8. */
    private static final double CROSS_ENTROPY = 0.28990924762647107;

    @TempDir
    Path folder;

    private static void assertValue(double expected, String... args) {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        assertEquals(expected, Double.parseDouble(call.out()), 1e-15);
    }

    private static void assertRefused(String message, String... args) {
        Said call = Said.by(args);
        assertEquals(3, call.status(), call.out());
        assertTrue(call.err().contains(message), call.err());
    }

    private String table() throws IOException {
        String text = "animal,p_cat,p_dog\ncat,0.7,0.3\ndog,0.2,0.8\n";
        return Files.writeString(folder.resolve("animals.csv"), text).toString();
    }

    @Test
    void aLossOfRowsTakesNamesAsOneOfIndexesDoes() throws IOException {
        for (String loss : new String[] {"cce", "sparse_cce"}) {
            assertValue(
                    CROSS_ENTROPY,
                    loss,
                    table(),
                    "--true-col",
                    "animal",
                    "--pred-col",
                    "p_cat,p_dog",
                    "--labels",
                    "cat,dog");
            assertValue(CROSS_ENTROPY, loss, "--true", "cat,dog", "--pred", "0.7,0.3;0.2,0.8", "--labels", "cat,dog");
        }
        assertValue(0.13, "brier", table(), "--true-col", "animal", "--pred-col", "p_cat,p_dog", "--labels", "cat,dog");
    }

    @Test
    void ofTwoNamesTheSecondIsTheOneOfABinaryLoss() throws IOException {
        assertValue(
                CROSS_ENTROPY, "bce", table(), "--true-col", "animal", "--pred-col", "p_dog", "--labels", "cat,dog");
        assertValue(1.5, "hinge", "--true", "cat,dog", "--pred", "0.7,-0.3", "--labels", "cat,dog");
    }

    @Test
    void aPredictedClassMayBeANameToo() {
        assertValue(0.5, "accuracy", "--true", "cat,dog", "--pred", "cat,cat", "--labels", "cat,dog");
        assertRefused("not a number: 'cow'", "accuracy", "--true", "0", "--pred", "cow");
        assertRefused("no such label", "accuracy", "--true", "cat,dog", "--pred", "cat,cow", "--labels", "cat,dog");
    }

    @Test
    void aClassByItsNameIsOfferedAsALabelNotAsAMissingValue() throws IOException {
        String yes = "'yes'        hint: --labels no,yes names them in index order";
        String other = "names the classes in index order";
        assertRefused("not a number: " + yes, "bce", "--true", "yes,no", "--pred", ".2,.3");
        assertRefused("not a class index: " + yes, "accuracy", "--true", "yes,no", "--pred", "1,0");
        assertRefused("'cow'        hint: --labels A,B,.. " + other, "accuracy", "--true", "0", "--pred", "cow");
        String csv = Files.writeString(folder.resolve("a.csv"), "y_true,y_pred\nTrue,0.5\n")
                .toString();
        assertRefused("'True'        hint: --labels False,True names them in index order", "bce", csv);
        String lines = Files.writeString(folder.resolve("a.jsonl"), "{\"y_true\":\"cat\",\"y_pred\":1}\n")
                .toString();
        assertRefused("'cat'        hint: --labels A,B,.. " + other, "accuracy", lines);
        String document = Files.writeString(folder.resolve("a.json"), "{\"y_true\":[\"NEG\"],\"y_pred\":[1]}")
                .toString();
        assertRefused("'NEG'        hint: --labels NEG,POS names them in index order", "bce", document);
    }

    @Test
    void aTextAmongNumbersMayStandForAMissingValue() throws IOException {
        String csv = Files.writeString(folder.resolve("a.csv"), "y_true,y_pred\n1,foo\n")
                .toString();
        String missing = "'foo'        hint: --missing skip --missing-values foo";
        assertRefused(missing, "bce", csv);
        assertRefused(missing, "mse", "--true", "foo", "--pred", "1");
    }

    @Test
    void labelsAreAsManyAsTheColumnsOfPredictions() throws IOException {
        String message = "3 class labels, but 2 predictions a sample";
        assertRefused(
                message,
                "cce",
                table(),
                "--true-col",
                "animal",
                "--pred-col",
                "p_cat,p_dog",
                "--labels",
                "cat,dog,cow");
        assertRefused(message, "cce", "--true", "cat", "--pred", "0.7,0.3", "--labels", "cat,dog,cow");
    }

    @Test
    void withoutAReductionJsonHasNoValueBesideTheSamples() {
        Said call = Said.by("mse", "--true", "1,0", "--pred", "2,3", "--reduction", "none", "--json");
        assertFalse(call.out().contains("\"value\""), call.out());
        assertTrue(call.out().contains("\"loss\":9.0"), call.out());
    }

    @Test
    void truthValuesOfJsonAreNamesToo() throws IOException {
        for (String name : new String[] {"a.json", "b.json", "c.jsonl"}) {
            String row = "{\"y_true\":true,\"y_pred\":0.8}\n";
            String text = name.startsWith("a") ? "{\"y_true\":[true],\"y_pred\":[0.8]}" : row;
            String file = Files.writeString(folder.resolve(name), name.startsWith("b") ? "[" + row + "]" : text)
                    .toString();
            assertRefused("'true'        hint: --labels false,true names them in index order", "bce", file);
            assertValue(0.2231435513142097, "bce", file, "--labels", "false,true");
        }
    }
}
