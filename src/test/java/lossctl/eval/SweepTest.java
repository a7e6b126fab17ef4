package lossctl.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.loss.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepTest {
    private static final int DATASETS = 500;

    private static Evaluator evaluator(int threads) {
        Selection mae = Selection.of(Catalog.find("mae"));
        return new Evaluator(new Evaluation(List.of(mae), Reduction.MEAN, false, false, threads));
    }

    /** A dataset whose mae is its number; some have many more blocks than others. */
    private static Dataset numbered(int number) {
        int rows = number % 50 == 0 ? 5000 : 3;
        double[] prediction = new double[rows];
        java.util.Arrays.fill(prediction, number);
        return new Rows(Rows.column(new double[rows]), Rows.column(prediction), null, 100);
    }

    private static Dataset refused(String why) {
        return failing(new Refusal(Refusal.Code.IO, why), null);
    }

    /** A dataset that throws when it is opened. */
    private static Dataset failing(RuntimeException reason, Error error) {
        return new Dataset() {
            @Override
            public String name() {
                return "data";
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public BlockSource open() {
                if (error != null) {
                    throw error;
                }
                throw reason;
            }
        };
    }

    @Test
    void resultsComeInTheOrderOfTheDatasets() {
        for (int threads : new int[] {1, 2, 8}) {
            List<Dataset> datasets = new ArrayList<>();
            List<Double> expected = new ArrayList<>();
            for (int i = 0; i < DATASETS; i++) {
                datasets.add(numbered(i));
                expected.add((double) i);
            }
            List<Double> seen = new ArrayList<>();
            Sweep.evaluate(
                    evaluator(threads),
                    datasets,
                    (result, run) -> seen.add(result.scores().get(0).value()));
            assertEquals(expected, seen);
        }
    }

    @Test
    void theFirstRefusalInOrderIsToldBehindTheResultsBeforeIt() {
        for (int threads : new int[] {1, 2, 8}) {
            List<Dataset> datasets = new ArrayList<>();
            for (int i = 0; i < DATASETS; i++) {
                datasets.add(i == 100 || i == 101 || i == 110 ? refused("no " + i) : numbered(i));
            }
            List<Double> seen = new ArrayList<>();
            Refusal refusal = assertThrows(
                    Refusal.class, () -> Sweep.evaluate(evaluator(threads), datasets, (result, run) -> seen.add(0.0)));
            assertEquals("no 100", refusal.getMessage());
            assertEquals(100, seen.size());
        }
    }

    @Test
    void anErrorInAThreadIsTheCallers() {
        List<Dataset> datasets = new ArrayList<>(List.of(numbered(1), numbered(2)));
        datasets.add(failing(null, new StackOverflowError()));
        assertThrows(StackOverflowError.class, () -> Sweep.evaluate(evaluator(2), datasets, (result, run) -> {}));
    }
}
