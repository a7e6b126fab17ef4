package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message tells to do can be done: it names options that the loss has, and the one that was given. */
class HintsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cce | 1,0 | sum 1.4); --normalize rescales, --from-logits takes raw scores",
                "kld | 1,0 | sum 1.4); --normalize rescales",
                "jsd | 1,0 | sum 1.4)",
                "spherical_score | 1,0 | sum 1.4)",
                "wasserstein1 | 1,0 | sum 1.4)",
                "calibration_error | 1 | sum 1.4)",
                "lovasz_softmax | 1 | sum 1.4)",
            })
    void rowsThatDoNotSumTo1AreHelpedByTheOptionsOfTheLoss(String loss, String truth, String end) {
        String rows = truth.equals("1") ? "1" : "[[1,0]]";
        Said said = Said.by(loss, "--true", rows, "--pred", "[[0.6,0.8]]", "--strict");
        assertTrue(said.err().endsWith(end + " (--strict)\n"), said.err());
    }

    @ParameterizedTest
    @CsvSource({
        "class_balanced, --counts, 1 value for",
        "logit_adjusted, --priors, 1 value for",
        "ldam, --counts, 1 value for",
        "multi_margin, --class-weights, 1 value for",
    })
    void valuesOfClassesThatLackSomeAreNamedByTheirOption(String loss, String option, String has) {
        Said said = Said.by(loss, "--true", "1", "--pred", "[[0.5,2]]", option, "1");
        assertEquals(3, said.status());
        assertTrue(said.err().contains(": " + option + " has " + has + " 2 classes"), said.err());
    }

    @Test
    void aHessianThatWouldNeedMixedDerivativesIsRefusedAndNotToldAsNaN() {
        Said said = Said.by("cce", "--true", "1,0;0,1", "--pred", "0.2,0.7;0.3,0.4", "--normalize", "--hessian");
        assertEquals(2, said.status());
        assertTrue(said.err().contains("--hessian does not go with --normalize"), said.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cce", "kld", "categorical_focal", "bce"})
    void soIsOneThatAFrameworkHasNoClosedFormOf(String loss) {
        Said said = Said.by(loss, "--as", "keras", "--true", "0,1;1,0", "--pred", "0.2,0.7;0.3,0.4", "--hessian");
        assertEquals(2, said.status(), said.out());
        assertTrue(said.err().contains("not known in closed form"), said.err());
        assertTrue(said.err().contains("hint: --gradient works"), said.err());
    }

    @Test
    void anEntryOfAGradientIsNotInfiniteForWhatItIsMultipliedByOnItsWay() {
        Said said = Said.by("mse", "--true", "0,0,0", "--pred", "8e307,1,1", "--weights", "5,5,10", "--gradient");
        // 2 * 8e307 * 5 / 20, by hand
        assertTrue(said.out().contains("4e+307"), said.out());
    }

    @Test
    void aFrameworkThatStandsWhereAFileIsExpectedIsKnown() {
        Said said = Said.by("conventions", "mse", "torch");
        assertEquals(4, said.status());
        assertTrue(said.err().contains("hint: every framework is told; one: --as torch"), said.err());
    }

    @Test
    void norIsItNullWithoutAWordInARequest() {
        String request = "{\"loss\":\"cce\",\"params\":{\"normalize\":true},\"y_true\":[[1,0]],\"y_pred\":[[0.2,0.7]],"
                + "\"want\":[\"value\",\"hessian\"]}\n";
        Said said = Said.read(request, "batch");
        assertTrue(said.out()
                .contains(
                        "\"error\":{\"code\":\"USAGE\",\"message\":\"want hessian does not go with params.normalize"));
    }

    /** Softmax taken twice: of 10 rows on that is no chance, and one row that is none of probabilities clears all. */
    @Test
    void probabilitiesThatAreTakenForScoresAreAWarning() {
        String nine = "label,p0,p1\n" + "1,0.25,0.75\n".repeat(9);
        Said told = Said.read(nine + "0,0.9999,0.0001\n", "cross_entropy", "-", "--true-col", "label");
        assertEquals(
                "lossctl: warning: every row is taken for raw scores, but lies in 0..1 and sums to 1 as probabilities do:"
                        + " cce without --from-logits takes those\n",
                told.err());
        assertEquals(0, told.status());
        assertEquals(
                "", Said.read(nine, "cross_entropy", "-", "--true-col", "label").err());
        for (String scores : List.of("0,0.5,0.6\n", "0,-0.5,1.5\n")) {
            Said silent = Said.read(nine + scores, "cross_entropy", "-", "--true-col", "label");
            assertEquals("", silent.err(), scores);
        }
    }

    /** The log loss of the rows is 0.9486 by hand, (ln 2 - ln 0.3) / 2: that of each class by itself is another number. */
    @Test
    void aRowOfClassesBesideTheIndexOfOneIsTakenApartWithAWarning() {
        String[] call = {"log_loss", "--true", "0,1", "--pred", "0.5,0.3,0.2;0.2,0.3,0.5"};
        assertEquals(
                "lossctl: warning: every row sums to 1 as probabilities of classes do, but bce takes each of them by"
                        + " itself; of a row and its class index: sparse_cce\n",
                Said.by(call).err());
        call[0] = "sparse_cce";
        assertTrue(Said.by(call).out().startsWith("0.948559"));
        call[0] = "log_loss";
        call[4] = "0.5,0.3,0.2;0.2,0.3,0.7";
        assertEquals("", Said.by(call).err());
    }

    /** Of two classes the number is that of the rows: -ln 0.5 and -ln 0.75 by hand. */
    @Test
    void ofTwoClassesThereIsNothingToWarnOf() {
        Said said = Said.by("log_loss", "--true", "0,1", "--pred", "0.5,0.5;0.25,0.75");
        assertEquals("", said.err());
        assertTrue(said.out().startsWith("0.490414"), said.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--true-col 2 --pred-col a,b", "--true-col b --pred-col *"})
    void theTruthIsNotOneOfThePredictions(String columns) throws IOException {
        String dump = file("a,b\n1,2\n");
        Said said = Said.by(Said.words("lossctl mse " + dump + " " + columns));
        assertEquals(2, said.status(), said.out());
        assertEquals(
                dump + ": column 'b' is both the truth and the prediction"
                        + "        hint: --true-col and --pred-col name one each; columns: a, b\n",
                said.err());
        assertEquals(
                "0.0\n",
                Said.by("mse", dump, "--true-col", "b", "--pred-col", "b").out());
    }

    /** What is next as it was before: differences of 2 and 4, the mean of 4 and 16 by hand. */
    @Test
    void aColumnMayBeATruthAndThePredictionOfAnother() throws IOException {
        String dump = file("d1,d2,d3\n1,3,7\n");
        assertEquals(
                "10.0\n",
                Said.by("mse", dump, "--true-col", "d2-d3", "--pred-col", "d1-d2")
                        .out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nll | 1,0 | 0.1,0.2;-0.3,0.4 | 2 rows of log-probabilities have a value above 0 (first: row 1, 0.2);"
                        + " sparse_cce --from-logits takes raw scores",
                "kld | 0.5,0.5;0.1,0.1 | 0.1,0.9;0.6,0.4 |"
                        + " 1 row of true probabilities does not sum to 1 (first: row 2, sum 0.2)",
                "cce | 0,0;0.5,0 | 0.1,0.9;0.6,0.4 |"
                        + " 2 rows of true probabilities do not sum to 1 (first: row 1, sum 0.0)",
            })
    void whatIsNoProbabilityIsAWarningThatMayBeStrict(String loss, String truth, String prediction, String warning) {
        Said said = Said.by(loss, "--true", truth, "--pred", prediction);
        assertEquals(0, said.status());
        assertEquals("lossctl: warning: " + warning + "\n", said.err());
        Said strict = Said.by(loss, "--true", truth, "--pred", prediction, "--strict");
        assertEquals(3, strict.status());
        assertEquals("lossctl " + loss + ": " + warning + " (--strict)\n", strict.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.3.4", "1e", "1e0.5", ".", "1-2", "x1", "e", "+", "--", "1O", "0.5.", "-e"})
    void whatMayBeADamagedNumberIsNotToBeLeftOut(String text) throws IOException {
        String dump = file("y_true,y_pred\n1,2\n" + text + ",2\n");
        assertEquals(
                dump + ":3:1: column 'y_true': not a number: '" + text + "'\n",
                Said.by("mse", dump).err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "N/A | N/A",
                "- | -",
                "NULL | NULL",
                "n.a. | n.a.",
                "missing | missing",
                "? | '?'",
                "x #N/A | '#N/A'",
                "<NA> | '<NA>'",
                "\\N | '\\N'",
            })
    void theCommonTextsForMissingMayBeLeftOut(String given, String quoted) throws IOException {
        String text = given.replace("x ", ""); // a # at the beginning would be a comment to JUnit
        String dump = file("y_true,y_pred\n1,2\n" + text + ",2\n");
        Said said = Said.by("mse", dump);
        String hint = "--missing skip --missing-values ";
        assertTrue(said.err().endsWith("        hint: " + hint + quoted + "\n"), said.err());
        Said skipping = Said.by("mse", dump, "--missing", "skip", "--missing-values", text, "-q");
        assertEquals("1.0\n", skipping.out(), skipping.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1,2_3,5 | --no-header, if the first line is a row",
                "x# by me_a,b_1,2 | --comment '#' passes over lines that begin so",
                "x#a,b_1,2 | --comment '#' passes over lines that begin so",
                "1;2_3;5 | --delimiter ';'",
                "a  b;c_1;2 | --delimiter ';'",
                "a b_3 5 | --delimiter ' '",
                "a  b_3  5 | tr -s ' ' ',' makes CSV of columns that are set apart by blanks",
            })
    void aFirstLineWithoutNamesTellsWhatToDo(String text, String hint) throws IOException {
        String dump = file(text.replace("x#", "#").replace('_', '\n') + "\n");
        for (String[] args : new String[][] {{"mse", dump}, {"eval", "-l", "mse,mae", dump}}) {
            Said said = Said.by(args);
            assertEquals(3, said.status());
            assertTrue(said.err().endsWith("        hint: " + hint + "\n"), said.err());
        }
    }

    @Test
    void aLongNumberIsToldOnce() throws IOException {
        Said said = Said.by("mse", file("y_true,y_pred\n" + "1".repeat(400) + ",2\n"));
        String shown = ": too large for a double: '" + "1".repeat(40) + "...'        hint: ";
        assertTrue(said.err().contains(shown), said.err());
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), text).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"loss\":\"mse\",\"y_true\":[NaN],\"y_pred\":[1]} | MALFORMED |"
                        + " not JSON at column 25: non-standard token 'NaN'",
                "{\"nn\":\"é漢😀\",\"y_true\":[NaN]} | MALFORMED |" + " not JSON at column 23: non-standard token 'NaN'",
                "{\"nn\":11 | MALFORMED | not JSON at column 9: unexpected end-of-input:"
                        + " expected close marker for Object",
                "{\"y_true\":[2 3]} | MALFORMED |"
                        + " not JSON at column 14: unexpected character ('3' (code 51)): was expecting comma to separate"
                        + " Array entries",
            })
    void aRequestThatIsNoJsonIsToldWithoutAWordForProgrammers(String request, String code, String message) {
        assertEquals(refused(code, message), Said.read(request + "\n", "batch").out());
    }

    @Test
    void aRequestThatIsNestedTooDeepIsOverALimit() {
        String request = "{\"y_true\":" + "[".repeat(99) + "]".repeat(99) + "}\n";
        assertEquals(
                refused("LIMIT", "nested too deep"), Said.read(request, "batch").out());
    }

    private static String refused(String code, String message) {
        return "{\"id\":null,\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}\n";
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-3, -3"})
    void aWholeNumberOutOfRangeIsToldAsItWasWritten(String k, String told) {
        Said said = Said.by("ndcg", "--k", k, "--true", "0,1", "--pred", "1,2");
        assertEquals("lossctl ndcg: --k " + told + ": outside [1, inf)\n", said.err());
        String request = "{\"loss\":\"ndcg\",\"params\":{\"k\":" + k + "},\"y_true\":[[0,1]],\"y_pred\":[[1,2]]}\n";
        assertEquals(
                refused("USAGE", "params.k " + told + ": outside [1, inf)"),
                Said.read(request, "batch").out());
    }

    @Test
    void aRequestWhoseValuesOfClassesDoNotFitIsOfTheWrongShape() {
        String request = "\"y_true\":[1],\"y_pred\":[[0.5,2]],\"params\":{\"%s\":[1,2,3]}}\n";
        String requests = "{\"loss\":\"logit_adjusted\"," + String.format(request, "priors")
                + "{\"loss\":\"multi_margin\"," + String.format(request, "class_weights");
        Said said = Said.read(requests, "batch");
        String[] lines = said.out().split("\n");
        assertTrue(lines[0].contains("\"code\":\"SHAPE\""), said.out());
        assertTrue(lines[0].contains("params.priors has 3 values for 2 classes"), said.out());
        assertTrue(lines[1].contains("\"code\":\"SHAPE\""), said.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--per-sample", "--reduction=none", "--gradient", "--share", "--worst=1"})
    void aRowOfProbabilitiesThatIsOddIsCountedOnceHoweverTheLossIsAskedFor(String option) {
        Said said = Said.by("cce", "--true", "[[1,0],[1,0]]", "--pred", "[[0.6,0.8],[0.5,0.5]]", option);
        assertTrue(
                said.err()
                        .startsWith(
                                "lossctl: warning: 1 row of probabilities does not sum to 1 (first: row 1, sum 1.4)"),
                said.err());
    }

    @Test
    void soIsOneThatIsExplainedOrCompared() throws IOException {
        Said explained = Said.by("explain", "cce", "--true", "[[1,0]]", "--pred", "[[0.6,0.8]]");
        assertTrue(explained.err().startsWith("lossctl: warning: 1 row of"), explained.err());
        String file = Files.writeString(folder.resolve("odd.csv"), "y_true,p0,p1\n0,0.6,0.8\n0,0.5,0.5\n")
                .toString();
        Said compared = Said.by("compare", file, file, "-l", "sparse_cce");
        assertTrue(compared.err().startsWith("lossctl: warning: 1 row of"), compared.err());
    }

    @Test
    void wordsOfTruthAmongNumbersAreToBeWrittenAsNumbersNotLeftOut() {
        Said said = Said.by("mse", "--true", "[True,False]", "--pred", "1,0");
        assertEquals("lossctl mse: --true: value 1: not a number: 'True'        hint: write 1 and 0\n", said.err());
        assertEquals(3, said.status());
    }

    @Test
    void aFlagOfARequestThatIsATextIsCalledOne() {
        String request = "{\"loss\":\"bce\",\"params\":{\"from_logits\":\"true\"},\"y_true\":[1],\"y_pred\":[3]}\n";
        String answer = Said.read(request, "batch").out();
        assertTrue(answer.contains("true: a text, neither true nor false"), answer);
    }

    @Test
    void aRequestWhoseFileIsRefusedTellsTheFileAndThePlaceInIt() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.csv"), "y_true,y_pred\n1,2\n3,foo\n")
                .toString();
        String none = folder.resolve("none.csv").toString();
        Said said = Said.read(
                "{\"loss\":\"mse\",\"file\":\"" + bad + "\"}\n{\"loss\":\"mse\",\"file\":\"" + none + "\"}\n", "batch");
        assertEquals(
                "{\"id\":null,\"error\":{\"code\":\"NOT_A_NUMBER\",\"message\":\"" + bad
                        + ":3:3: column 'y_pred': not a number: 'foo'\"}}\n"
                        + "{\"id\":null,\"error\":{\"code\":\"IO\",\"message\":\"" + none + ": no such file\"}}\n",
                said.out());
        assertEquals(3, said.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plot", "conventions"})
    void aCommandWithoutWhatItNeedsGetsOneLineWhereNobodyIsAtATerminal(String command) {
        assertEquals(1, Said.by(command).err().lines().count());
        assertTrue(Said.at("in", "", command).err().lines().count() > 1);
    }
}
