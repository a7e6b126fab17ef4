package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.Sweep;
import lossctl.loss.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads use their arrays and buffers again for file after file: nothing of one may be left in the next. */
class ManyFilesTest {
    private static final int FILES = 120;
    private static final int[] ROWS = {1, 900, 7, 9000, 30, 100_000, 2, 3000};

    @TempDir
    private Path folder;

    /** In file {@code k} every prediction is {@code k} above its truth. */
    private Path file(int k) throws IOException {
        int rows = ROWS[k % ROWS.length];
        boolean lines = k % 5 == 3;
        String end = k % 3 == 1 ? "\r\n" : "\n";
        String before = k % 4 == 2 ? "\"a,b\"," : "";
        StringBuilder text = new StringBuilder(lines ? "" : (before.isEmpty() ? "" : "id,") + "y_true,y_pred" + end);
        for (int i = 0; i < rows; i++) {
            if (lines) {
                text.append("{\"y_true\":")
                        .append(i)
                        .append(",\"y_pred\":")
                        .append(i + k)
                        .append('}');
            } else {
                text.append(before).append(i).append(',').append(i + k);
            }
            text.append(i == rows - 1 && k % 7 == 0 ? "" : end);
        }
        return Files.writeString(folder.resolve(k + (lines ? ".jsonl" : ".csv")), text);
    }

    private static Evaluator evaluator(int threads) {
        List<Selection> losses = List.of(Selection.of(Catalog.find("mae")), Selection.of(Catalog.find("mean_error")));
        return new Evaluator(new Evaluation(losses, Reduction.MEAN, false, false, threads));
    }

    private static Dataset dataset(Path path) {
        return Sources.file(path.toString(), ReadOptions.of(Columns.defaults()));
    }

    @Test
    void filesOfAllSortsInARowAreWhatEachIsAlone() throws IOException {
        List<Dataset> datasets = new ArrayList<>();
        for (int k = 0; k < FILES; k++) {
            datasets.add(dataset(file(k)));
        }
        for (int threads : new int[] {1, 2, 5}) {
            List<Result> results = new ArrayList<>();
            long[] total = new long[1];
            Sweep.evaluate(evaluator(threads), datasets, (result, run) -> {
                results.add(result);
                total[0] += run.n();
            });
            assertEquals(FILES, results.size());
            for (int k = 0; k < FILES; k++) {
                assertEquals(
                        ROWS[k % ROWS.length],
                        results.get(k).n(),
                        "rows of " + datasets.get(k).name());
                assertEquals(k, results.get(k).scores().get(0).value());
                assertEquals(k, results.get(k).scores().get(1).value());
                total[0] -= results.get(k).n();
            }
            assertEquals(0, total[0]);
        }
    }

    @Test
    void aBadValueInALateFileHasItsOwnFileLineAndText() throws IOException {
        List<Dataset> datasets = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            datasets.add(dataset(file(k)));
        }
        Path bad = Files.writeString(folder.resolve("bad.csv"), "y_true,y_pred\n1,2\n3,oops\n");
        datasets.add(dataset(bad));
        datasets.add(dataset(folder.resolve("missing.csv")));
        for (int threads : new int[] {1, 2, 5}) {
            List<Result> told = new ArrayList<>();
            Refusal refusal = assertThrows(
                    Refusal.class,
                    () -> Sweep.evaluate(evaluator(threads), datasets, (result, run) -> told.add(result)));
            assertEquals(bad.toString(), refusal.file());
            assertEquals(3, refusal.line());
            assertEquals("oops", refusal.value());
            assertEquals(40, told.size());
        }
    }
}
