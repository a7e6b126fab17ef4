package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The prediction dumps of real models, against what scikit-learn, torch and Keras said of them ({@code expected.json}).
 * Values that a framework clips, and losses of its own, are compared under that framework's convention elsewhere.
 */
class DumpsTest {
    private static final Path DUMPS = Path.of("examples", "dumps");
    private static final double TOLERANCE = 1e-12;

    /** What each reference is called here, and what ours is multiplied by to be in its unit. */
    private record Ours(String call, double factor) {
        Ours(String call) {
            this(call, 1);
        }
    }

    private static final Map<String, Ours> REGRESSION = Map.ofEntries(
            Map.entry("mse", new Ours("mse")),
            Map.entry("rmse", new Ours("rmse")),
            Map.entry("mae", new Ours("mae")),
            Map.entry("median_absolute_error", new Ours("median_ae")),
            Map.entry("max_error", new Ours("max_error")),
            Map.entry("mape", new Ours("mape", 0.01)),
            Map.entry("msle", new Ours("msle")),
            Map.entry("r2", new Ours("r2")),
            Map.entry("explained_variance", new Ours("explained_variance")),
            Map.entry("pinball_0.1", new Ours("quantile --tau 0.1")),
            Map.entry("pinball_0.9", new Ours("quantile --tau 0.9")),
            Map.entry("poisson_deviance", new Ours("poisson_deviance")),
            Map.entry("gamma_deviance", new Ours("gamma_deviance")),
            Map.entry("tweedie_deviance_1.5", new Ours("tweedie_deviance --power 1.5")),
            Map.entry("mse_loss", new Ours("mse")),
            Map.entry("l1_loss", new Ours("mae")),
            Map.entry("huber_loss", new Ours("huber")),
            Map.entry("huber_loss delta=10", new Ours("huber --delta 10")),
            Map.entry("smooth_l1_loss", new Ours("smooth_l1")),
            Map.entry("MeanSquaredError", new Ours("mse")),
            Map.entry("MeanAbsoluteError", new Ours("mae")),
            Map.entry("MeanAbsolutePercentageError", new Ours("mape")),
            Map.entry("MeanSquaredLogarithmicError", new Ours("msle")),
            Map.entry("LogCosh", new Ours("log_cosh")),
            Map.entry("Huber", new Ours("huber")));

    private static final Map<String, Ours> BINARY = Map.of(
            "log_loss", new Ours("bce"),
            "brier", new Ours("brier"),
            "accuracy_0.5", new Ours("binary_accuracy"),
            "mse", new Ours("mse"),
            "mae", new Ours("mae"),
            "binary_cross_entropy", new Ours("bce"),
            "mse_loss", new Ours("mse"),
            "Hinge", new Ours("hinge"));

    private static final Map<String, Ours> MULTICLASS = Map.ofEntries(
            Map.entry("log_loss", new Ours("sparse_cce")),
            Map.entry("accuracy", new Ours("accuracy")),
            Map.entry("top_3_accuracy", new Ours("top_k_accuracy --k 3")),
            Map.entry("top_2_accuracy", new Ours("top_k_accuracy --k 2")),
            Map.entry("brier_multiclass_sum", new Ours("brier")),
            Map.entry("mse_one_hot", new Ours("mse")),
            Map.entry("mae_one_hot", new Ours("mae")),
            Map.entry("nll_loss of log p", new Ours("sparse_cce")),
            Map.entry("cross_entropy of log p", new Ours("cce")),
            Map.entry("mse_loss one-hot", new Ours("mse")),
            Map.entry("SparseCategoricalCrossentropy", new Ours("sparse_cce")),
            Map.entry("CategoricalCrossentropy", new Ours("cce")),
            Map.entry("MeanSquaredError", new Ours("mse")));

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(DUMPS.resolve("expected.json").toFile());
    }

    @TestFactory
    List<DynamicTest> everyValueOfEveryDumpIsTheFrameworksFromCsvAndJsonAlike() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> dump : expected().properties()) {
            if (dump.getKey().equals("epochs")) {
                continue;
            }
            Map<String, Ours> names = switch (dump.getValue().get("task").asText()) {
                case "regression" -> REGRESSION;
                case "binary" -> BINARY;
                default -> MULTICLASS;
            };
            int compared = tests.size();
            for (String oracle : List.of("sklearn-1.2.1", "torch-2.13", "keras-3.16.0")) {
                for (Map.Entry<String, JsonNode> value :
                        dump.getValue().get(oracle).properties()) {
                    Ours ours = names.get(value.getKey());
                    if (ours != null) {
                        for (String ending : List.of(".csv", ".json")) {
                            String file = dump.getKey() + ending;
                            tests.add(DynamicTest.dynamicTest(
                                    oracle + " " + value.getKey() + " " + file,
                                    () -> holds(ours, file, value.getValue().asDouble())));
                        }
                    }
                }
            }
            assertTrue(tests.size() - compared >= 16, dump.getKey() + ": too few comparisons");
        }
        return tests;
    }

    private static void holds(Ours ours, String file, double expected) {
        List<String> args = new ArrayList<>(List.of(ours.call.split(" ")));
        args.add(DUMPS.resolve(file).toString());
        Said call = Said.by(args.toArray(new String[0]));
        assertEquals(0, call.status(), call.err());
        assertEquals(expected, Double.parseDouble(call.out()) * ours.factor, TOLERANCE * Math.abs(expected));
    }

    @Test
    void theTenEpochsGiveBackTheirValidationLossAndAccuracy() throws IOException {
        List<String> args = new ArrayList<>(List.of("eval", "-l", "sparse_cce,accuracy", "-f", "json"));
        JsonNode epochs = expected().get("epochs");
        for (JsonNode epoch : epochs) {
            args.add(DUMPS.resolve(epoch.get("file").asText()).toString());
        }
        Said call = Said.by(args.toArray(new String[0]));
        assertEquals(0, call.status(), call.err());
        JsonNode files = new ObjectMapper().readTree(call.out()).get("files");
        assertEquals(10, files.size());
        int i = 0;
        for (JsonNode epoch : epochs) {
            JsonNode file = files.get(args.get(5 + i++));
            double loss = epoch.get("val_loss_unclipped").asDouble();
            assertEquals(loss, file.get("sparse_cce").asDouble(), TOLERANCE * loss);
            assertEquals(
                    epoch.get("val_accuracy").asDouble(), file.get("accuracy").asDouble());
        }
    }
}
