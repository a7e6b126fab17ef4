package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The folds of the prediction dumps of real models, against what scikit-learn said of each ({@code expected.json}). */
class FoldsTest {
    private static final Path DUMPS = Path.of("examples", "dumps");
    private static final double TOLERANCE = 1e-12;

    /** What each reference is called here. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("mse", "mse"),
            Map.entry("rmse", "rmse"),
            Map.entry("mae", "mae"),
            Map.entry("median_absolute_error", "median_ae"),
            Map.entry("max_error", "max_error"),
            Map.entry("mape", "mape"),
            Map.entry("msle", "msle"),
            Map.entry("r2", "r2"),
            Map.entry("explained_variance", "explained_variance"),
            Map.entry("pinball_0.1", "quantile:tau=0.1"),
            Map.entry("pinball_0.9", "quantile:tau=0.9"),
            Map.entry("poisson_deviance", "poisson_deviance"),
            Map.entry("gamma_deviance", "gamma_deviance"),
            Map.entry("tweedie_deviance_1.5", "tweedie_deviance:power=1.5"),
            Map.entry("brier", "brier"),
            Map.entry("accuracy_0.5", "binary_accuracy"),
            Map.entry("accuracy", "accuracy"),
            Map.entry("zero_one_loss", "accuracy"),
            Map.entry("roc_auc", "roc_auc"),
            Map.entry("top_2_accuracy", "top_k_accuracy:k=2"),
            Map.entry("top_3_accuracy", "top_k_accuracy:k=3"),
            Map.entry("brier_multiclass_sum", "brier"),
            Map.entry("mse_one_hot", "mse"),
            Map.entry("mae_one_hot", "mae"));

    @TestFactory
    List<DynamicTest> everyValueOfEveryFoldOfEveryDumpIsScikitLearns() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode expected =
                new ObjectMapper().readTree(DUMPS.resolve("expected.json").toFile());
        for (Map.Entry<String, JsonNode> dump : expected.properties()) {
            JsonNode folds = dump.getValue().get("sklearn-1.2.1 by fold");
            if (folds == null) {
                continue;
            }
            assertEquals(5, folds.size());
            boolean binary = dump.getValue().get("task").asText().equals("binary");
            for (String name : names(folds)) {
                String loss = name.equals("log_loss") ? binary ? "bce" : "sparse_cce" : OURS.get(name);
                if (lossctl.catalog.Catalog.find(loss.split(":")[0]) == null) {
                    assertEquals("roc_auc", name, "only this one may still be missing from the catalogue");
                    continue;
                }
                tests.add(DynamicTest.dynamicTest(
                        dump.getKey() + " " + name, () -> compare(dump.getKey(), loss, folds, name)));
            }
        }
        assertTrue(tests.size() >= 2 * 14 + 5 + 2 * 7, tests.size() + " comparisons only");
        return tests;
    }

    private static List<String> names(JsonNode folds) {
        List<String> names = new ArrayList<>();
        folds.get("0").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void compare(String dump, String loss, JsonNode folds, String name) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "eval",
                "-l",
                loss,
                "--by",
                "fold",
                "--json",
                DUMPS.resolve(dump + ".csv").toString()));
        Path other = DUMPS.resolve(dump + ".folds.csv");
        if (Files.exists(other)) {
            args.addAll(List.of("--join", other.toString(), "--key", "id"));
        }
        Said call = Said.by(args.toArray(new String[0]));
        assertEquals(0, call.status(), call.err());
        JsonNode groups = new ObjectMapper().readTree(call.out()).get("groups");
        assertEquals(folds.size(), groups.size());
        for (Map.Entry<String, JsonNode> fold : folds.properties()) {
            double value = groups.get(fold.getKey()).get(loss.split(":")[0]).asDouble();
            double ours = name.equals("mape") ? value / 100 : name.equals("zero_one_loss") ? 1 - value : value;
            double theirs = fold.getValue().get(name).asDouble();
            assertEquals(theirs, ours, TOLERANCE * Math.max(1, Math.abs(theirs)), name + " of fold " + fold.getKey());
        }
    }
}
