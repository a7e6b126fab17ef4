package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesOfDataTest {
    @TempDir
    Path folder;

    private static String out(String... args) {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return call.out();
    }

    private String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double field(String json, String name) {
        int at = json.indexOf("\"" + name + "\":") + name.length() + 3;
        int end = at;
        while ("0123456789.eE-+".indexOf(json.charAt(end)) >= 0) {
            end++;
        }
        return Double.parseDouble(json.substring(at, end));
    }

    @Test
    void wideLettersAndAccentsDoNotMoveTheAxis() throws IOException {
        Path data = Files.writeString(
                folder.resolve("wide.csv"), "y_true,y_pred,g\n1,2,\u65e5\u672c\n2,3,abcd\n3,5,e\u0301\u0301xyz\n");
        String picture = Said.by("plot", "groups", data.toString(), "--by", "g", "-l", "mse", "--height", "9")
                .out();
        for (String label : List.of(" \u65e5\u672c (1) ", " abcd (1) ", " e\u0301\u0301xyz (1) ")) {
            // Each of these takes ten columns, and the axis follows in the next.
            int at = picture.indexOf("\n" + label);
            assertTrue(at >= 0, label + picture);
            int axis = picture.charAt(at + 1 + label.length());
            assertTrue(axis > 0x2800 && axis < 0x2900, label + picture);
        }
    }

    /** With a variance of 1 the likelihood is half the squared error: 0.5, 0.5; 2, 0. */
    @Test
    void furtherInputsOfALossAreNamedAsInEval() {
        String data = file("e1.csv", "y_true,y_pred,v,g\n1,2,1,a\n2,3,1,a\n3,5,1,b\n4,4,1,b\n");
        String loss = "gaussian_nll";
        for (List<String> call : List.of(
                List.of("plot", "groups", data, "-l", loss, "--by", "g", "--var-col", "v", "-f", "csv", "-q"),
                List.of("plot", "--var-col=v", "-l", loss, "groups", data, "--by", "g", "-f", "csv", "-q"),
                List.of(
                        "plot",
                        "--var-col",
                        "v",
                        "groups",
                        data,
                        "--losses=" + loss,
                        "--by",
                        "g",
                        "-f",
                        "csv",
                        "-q"))) {
            String csv = out(call.toArray(new String[0]));
            assertTrue(csv.contains("\na,2,0.5,") && csv.contains("\nb,2,1.0,"), csv);
        }
        assertEquals("epoch,loss\n1,0.75\n", out("plot", "history", "-l", loss, data, "--var-col", "v", "-f", "csv"));
        Said none = Said.by("plot", "groups", data, "-l", "mse", "--by", "g", "--var-col", "v");
        assertTrue(none.err().contains("unknown option '--var-col'"), none.err());
    }

    /** The example of scikit-learn's calibration_curve: prob_true [0, 0.5, 1], prob_pred [0.2, 0.525, 0.85]. */
    @Test
    void theReliabilityCurveIsThatOfScikitLearnsExample() {
        String csv = out(
                "plot",
                "calibration",
                "--true",
                "0,0,0,0,1,1,1,1,1",
                "--pred",
                "0.1,0.2,0.3,0.4,0.65,0.7,0.8,0.9,1",
                "--bins",
                "3",
                "-f",
                "csv");
        String[] rows = csv.split("\n");
        assertEquals(4, rows.length);
        double[][] expected = {{0.2, 0}, {0.525, 0.5}, {0.85, 1}};
        for (int i = 0; i < 3; i++) {
            String[] cells = rows[i + 1].split(",");
            assertEquals(expected[i][0], Double.parseDouble(cells[4]), 1e-15);
            assertEquals(expected[i][1], Double.parseDouble(cells[5]), 1e-15);
        }
    }

    @Test
    void theExpectedCalibrationErrorIsThatOfTheCatalogue() {
        for (String bins : new String[] {"1", "7", "10", "15"}) {
            for (String dump : new String[] {"digits_mlp84.csv", "iris_logreg.csv"}) {
                String data = "examples/dumps/" + dump;
                String loss = out("calibration_error", data, "--bins", bins).strip();
                String json = out("plot", "calibration", data, "--bins", bins, "--json");
                assertEquals(Double.parseDouble(loss), field(json, "ece"));
            }
        }
    }

    /** scikit-learn's confusion_matrix, its first example and its second, with the classes named. */
    @Test
    void theConfusionMatrixIsThatOfScikitLearnsExample() {
        String json = out("plot", "confusion", "--true", "2,0,2,2,0,1", "--pred", "0,0,2,2,0,2", "--json");
        assertTrue(json.contains("\"matrix\":[[2,0,0],[0,0,1],[1,0,2]]"), json);
        String named = file(
                "animals.csv",
                "y_true,p_ant,p_bird,p_cat\ncat,1,0,0\nant,1,0,0\ncat,0,0,1\ncat,0,0,1\nant,1,0,0\nbird,0,0,1\n");
        json = out("plot", "confusion", named, "--json");
        assertTrue(json.contains("\"labels\":[\"ant\",\"bird\",\"cat\"]"), json);
        assertTrue(json.contains("\"matrix\":[[2,0,0],[0,0,1],[1,0,2]]"), json);
        String rows = out("plot", "confusion", named, "-f", "csv");
        assertTrue(rows.contains("\ncat,ant,1,1.0,0.3333333333333333\n"), rows);
    }

    /** The second example of scikit-learn's confusion_matrix as it stands there: texts on both sides. */
    @Test
    void predictionsMayBeTheNamesOfClasses() {
        String csv = "y_true,y_pred\ncat,ant\nant,ant\ncat,cat\n\"cat\",cat\nant,ant\nbird,\"cat\"\n";
        String json = out("plot", "confusion", file("t.csv", csv), "--labels", "ant,bird,cat", "--json");
        assertTrue(json.contains("\"matrix\":[[2,0,0],[0,0,1],[1,0,2]]"), json);
        String lines = "{\"y_true\":\"cat\",\"y_pred\":\"ant\"}\n{\"y_true\":\"bird\",\"y_pred\":\"bird\"}\n";
        String matrix = out("plot", "confusion", file("t.jsonl", lines), "--labels", "ant,bird,cat", "-f", "csv");
        assertTrue(matrix.contains("\ncat,ant,1,1.0,1.0\n"), matrix);
        Said owl = Said.by("accuracy", file("owl.csv", "y_true,y_pred\ncat,owl\n"), "--labels", "ant,bird,cat");
        assertEquals(3, owl.status());
        assertTrue(owl.err().contains("owl.csv:2:5: column 'y_pred': no such label: 'owl'"), owl.err());
    }

    /** By hand: of 0.2, 0.6, 0.9 and 0.5 two lie above a half. */
    @Test
    void probabilitiesAreHeldAgainstAThreshold() {
        String data = file("p.csv", "y_true,y_prob\n0,0.2\n1,0.6\n1,0.9\n1,0.5\n");
        assertTrue(out("plot", "confusion", data, "--json").contains("\"matrix\":[[1,0],[1,2]]"));
        String low = out("plot", "confusion", data, "--threshold", "0.1", "--json");
        assertTrue(low.contains("\"matrix\":[[0,1],[0,3]]"), low);
    }

    @Test
    void theAccuracyOfTheMatrixIsThatOfTheDump() {
        String json = out("plot", "confusion", "examples/dumps/digits_mlp84.csv", "--json");
        String loss = out("accuracy", "examples/dumps/digits_mlp84.csv").strip();
        assertEquals(Double.parseDouble(loss), field(json, "accuracy"));
    }

    @Test
    void residualsHaveTheMeanAndRootMeanSquareOfTheirLosses() {
        String dump = "examples/dumps/diabetes_gbr.csv";
        String json = out("plot", "residuals", dump, "--json");
        assertEquals(442, field(json, "n"));
        assertEquals(Double.parseDouble(out("mean_error", dump).strip()), field(json, "mean"), 1e-13);
        // expected.json, scikit-learn 1.2.1
        assertEquals(58.448997700182986, field(json, "rmse"), 1e-12);
    }

    @Test
    void weightsWeighWhatIsCounted() {
        String data = file("w.csv", "y_true,y_prob,w\n1,0.95,3\n0,0.95,1\n1,0.05,0\n");
        String json = out("plot", "calibration", data, "--weight-col", "w", "--json");
        assertEquals(0.75, field(json, "frequency"));
        assertEquals(0.2, field(json, "ece"), 1e-15);
        assertEquals(2, field(json, "n"));
        String matrix = out("plot", "confusion", data, "--weight-col", "w", "-f", "csv");
        assertTrue(matrix.contains("\n0,1,1,1.0,1.0\n") && matrix.contains("\n1,1,1,3.0,1.0\n"), matrix);
        String residuals = out("plot", "residuals", data, "--weight-col", "w", "--json");
        assertEquals((3 * -0.05 + 0.95) / 4, field(residuals, "mean"), 1e-15);
    }

    @Test
    void missingRowsAreLeftOutWhereThatIsAllowed() {
        String data = file("m.csv", "y_true,y_pred\n1,2\n,3\n4,4\n");
        assertEquals(3, Said.by("plot", "residuals", data).status());
        assertEquals(2, field(out("plot", "residuals", data, "--missing", "skip", "--json"), "n"));
    }

    @Test
    void learningCurvesAreTheRowsOfEval() {
        String epochs = "examples/dumps/epochs/epoch_*.csv";
        String eval = out("eval", "-l", "sparse_cce,accuracy", "--train", epochs, "-f", "csv");
        assertEquals(eval, out("plot", "history", epochs, "-f", "csv"));
        String both = out("plot", "history", "--train", epochs, "--val", epochs, "-f", "svg");
        assertTrue(both.contains(">training<") && both.contains(">validation<"));
        assertTrue(both.contains("best 0.3976 at epoch 10"), both.substring(0, 800));
    }

    @Test
    void groupsAreTheRowsOfEval() {
        String dump = "examples/dumps/diabetes_gbr.csv";
        String eval = out("eval", "-l", "mae", dump, "--by", "fold", "--ci", "95", "-f", "csv");
        assertEquals(eval, out("plot", "groups", "-l", "mae", dump, "--by", "fold", "-f", "csv"));
    }

    @Test
    void threadsAndFilesDoNotChangeAPicture() {
        StringBuilder all = new StringBuilder("y_true,y_prob,y_pred\n");
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder[] parts = {new StringBuilder(all), new StringBuilder(all)};
        for (int i = 0; i < 150_000; i++) {
            double p = random.nextDouble();
            double e = (random.nextDouble() + random.nextDouble() - 1) * Math.scalb(1.0, i / 10_000);
            String row = (random.nextDouble() < p ? 1 : 0) + "," + p + "," + e + "\n";
            all.append(row);
            parts[i % 2].append(row);
        }
        String whole = file("whole.csv", all.toString());
        String[] halves = {file("a.csv", parts[0].toString()), file("b.csv", parts[1].toString())};
        for (String[] kind :
                new String[][] {{"residuals", "y_pred"}, {"calibration", "y_prob"}, {"confusion", "y_prob"}}) {
            String one = out("plot", kind[0], whole, "--pred-col", kind[1], "-f", "svg", "--threads", "1");
            String eight = out("plot", kind[0], whole, "--pred-col", kind[1], "-f", "svg", "--threads", "8");
            assertEquals(one, eight);
            String split = out("plot", kind[0], halves[1], halves[0], "--pred-col", kind[1], "-f", "svg");
            assertEquals(one.replace("whole.csv", "2 files"), split);
        }
    }

    @Test
    void aLowBarOfATerminalStandsOnItsAxis() {
        String text =
                out("plot", "calibration", "examples/dumps/breast_cancer_logreg.csv", "-f", "ascii", "--width", "80");
        String[] lines = text.split("\n");
        assertTrue(lines[lines.length - 2].strip().matches("0\\.0 +0\\.2 +0\\.4 +0\\.6 +0\\.8 +1\\.0"), text);
    }

    @Test
    void whatCannotBeDrawnIsSaidInOneLine() {
        String numbers = file("n.csv", "y_true,y_pred\n1.5,2.5\n");
        String[][] calls = {
            {"3", "plot", "calibration", numbers},
            {"3", "plot", "confusion", numbers},
            {"2", "plot", "groups", numbers},
            {"2", "plot", "groups", numbers, "--bins", "3"},
            {"2", "plot", "history"},
            {"2", "plot", "calibration", numbers, "--bins", "0"},
            {"2", "plot", "confusion", numbers, "--threshold", "2"},
            {"4", "plot", "residuals", numbers + ".not"},
            {"3", "plot", "residuals", file("empty.csv", "y_true,y_pred\n")},
            {"2", "plot", "residual", numbers},
        };
        for (String[] call : calls) {
            Said done = Said.by(java.util.Arrays.copyOfRange(call, 1, call.length));
            String said = String.join(" ", call) + ": " + done.err();
            assertEquals(Integer.parseInt(call[0]), done.status(), said);
            assertEquals("", done.out(), said);
            assertEquals(1, done.err().lines().count(), said);
        }
    }
}
