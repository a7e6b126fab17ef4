package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worst samples and the quantiles of their losses. */
class WorstTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String out(String... args) {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return call.out();
    }

    @Test
    void theWorstSamplesOfAllFilesComeWithPlaceGradientAndShareOfTheWhole() throws IOException {
        String a = file("a.csv", "y_true,y_pred\n0,1\n0,-3\n0,0\n");
        String b = file("b.csv", "y_true,y_pred\n0,2\n0,-3\n");
        // Squares 1 9 0 4 9, their sum 23; the gradient of the mean is 2e/5.
        assertEquals(
                "at,y_true,y_pred,loss,gradient,share\n"
                        + a + ":3,0.0,-3.0,9.0,-1.2," + 9 / 23.0 + "\n"
                        + b + ":3,0.0,-3.0,9.0,-1.2," + 9 / 23.0 + "\n"
                        + b + ":2,0.0,2.0,4.0,0.8," + 4 / 23.0 + "\n",
                out("eval", "-l", "mse", a, b, "--worst", "3", "-f", "csv"));
    }

    @Test
    void anIdComesFirstAndKeptColumnsLast() throws IOException {
        String a = file("a.csv", "name,y_true,y_pred,site\nx,0,1,p\ny,0,5,q\n");
        assertEquals(
                "name,y_true,y_pred,loss,gradient,share,site,at\ny,0.0,5.0,5.0,0.5,0.8333333333333334,q," + a + ":3\n",
                out("mae", a, "--worst", "1", "--id-col", "name", "--keep", "site", "-f", "csv"));
    }

    @Test
    void theWorstOfAScoreIsTheLeastAndOfABiasTheFarthestFromZero() throws IOException {
        String classes = file("a.csv", "y_true,y_pred\n1,1\n2,1\n0,0\n");
        assertEquals(
                "at,y_true,y_pred,loss,share\n" + classes + ":3,2,1,0.0,0.0\n",
                out("accuracy", classes, "--worst", "1", "-f", "csv"));
        String numbers = file("b.csv", "y_true,y_pred\n0,1\n0,-3\n0,2\n");
        String row = numbers + ":3,0.0,-3.0,-3.0,";
        String rows = out("mean_error", numbers, "--worst", "1", "-f", "csv");
        assertTrue(rows.lines().toList().get(1).startsWith(row), rows);
    }

    @Test
    void ofZerosOfEitherSignTheFirstIsTold() throws IOException {
        String a = file("a.csv", "y_true,y_pred\n0,-0.0\n");
        String b = file("b.csv", "y_true,y_pred\n0,0\n");
        String rows = out("eval", "-l", "mean_error", a, b, "--worst", "1", "-f", "csv");
        assertTrue(rows.contains("\n" + a + ":2,0.0,-0.0,"), rows);
    }

    @Test
    void samplesThatWeighNothingAreNotAmongTheWorst() throws IOException {
        String a = file("a.csv", "y_true,y_pred,w\n0,9,0\n0,1,1\n0,2,3\n");
        String rows = out("mae", a, "--worst", "5", "--weight-col", "w", "-f", "csv");
        assertEquals(
                "at,y_true,y_pred,loss,gradient,share\n"
                        + a + ":4,0.0,2.0,2.0,0.75," + 6 / 7.0 + "\n"
                        + a + ":3,0.0,1.0,1.0,0.25," + 1 / 7.0 + "\n",
                rows);
    }

    @Test
    void theWorstOfManyAreThoseThatSortingFindsOnAnyNumberOfThreads() throws IOException {
        Random random = new Random(3);
        List<int[]> errors = new ArrayList<>();
        StringBuilder text = new StringBuilder("y_true,y_pred\n");
        for (int i = 0; i < 400_000; i++) {
            int error = random.nextInt(20_000);
            errors.add(new int[] {error, i + 2});
            text.append("0,").append(error).append('\n');
        }
        String file = file("a.csv", text.toString());
        errors.sort(Comparator.<int[]>comparingInt(e -> -e[0]).thenComparingInt(e -> e[1]));
        for (String threads : List.of("1", "3")) {
            List<String> lines = out("mae", file, "--worst", "50", "--threads", threads, "-f", "csv")
                    .lines()
                    .skip(1)
                    .toList();
            assertEquals(50, lines.size());
            for (int i = 0; i < 50; i++) {
                assertTrue(
                        lines.get(i).startsWith(file + ":" + errors.get(i)[1] + ",0.0," + errors.get(i)[0] + ".0,"),
                        lines.get(i));
            }
        }
    }

    @Test
    void quantilesAreNumPysDefault() throws IOException {
        // numpy.quantile([1, 2, 3, 4], [0, 0.25, 0.5, 0.75, 1]) is 1, 1.75, 2.5, 3.25, 4.
        String a = file("a.csv", "y_true,y_pred\n0,3\n0,1\n");
        String b = file("b.csv", "y_true,y_pred\n0,-4\n0,2\n");
        assertEquals(
                "loss,n,value,q0,q0.25,q0.5,q0.75,q1\nmae,4,2.5,1.0,1.75,2.5,3.25,4.0\nmse,4,7.5,1.0,3.25,6.5,10.75,16.0\n",
                out("eval", "-l", "mae,mse", a, b, "--quantiles", "0,0.25,0.5,0.75,1", "-f", "csv"));
        assertTrue(out("mae", a, "--quantiles", "0.5", "--json").contains("\"quantiles\":{\"mae\":{\"0.5\":2.0}}"));
    }

    @Test
    void whatHasNoMeaningIsRefused() throws IOException {
        String a = file("a.csv", "y_true,y_pred\n0,3\n0,1\n");
        for (String[] args : new String[][] {
            {"rmse", a, "--worst", "1"},
            {"eval", "-l", "mse,mae", a, "--worst", "1"},
            {"eval", "-l", "mse", a, "--worst", "0"},
            {"eval", "-l", "mse", a, "--worst", "1", "--by", "y_true"},
            {"eval", "-l", "mse", a, "--quantiles", "1.5"},
            {"eval", "-l", "r2", a, "--quantiles", "0.5"},
            {"eval", "-l", "mse", a, "--keep", "y_true"},
            {"mse", a, "--worst", "1", "--hessian"},
        }) {
            Said call = Said.by(args);
            assertEquals(2, call.status(), String.join(" ", args));
            assertEquals("", call.out());
        }
    }
}
