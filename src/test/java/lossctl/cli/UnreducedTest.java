package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --reduction none} leaves: losses times their weights, in the shape that a framework gives; as in batch. */
class UnreducedTest {
    private static String lines(String line) {
        Said said = Said.by(Said.words("lossctl " + line));
        assertEquals("", said.err(), line);
        return said.out().strip().replace("\n", " ");
    }

    /** The numbers of the frameworks: Keras 3.16 and torch 2.13 multiply unreduced losses with the weights. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mse --true 1,0 --pred 2,3 -w 1,2                                      | 1.0 18.0
            mse --true 1,0 --pred 2,3 -w 1,2 --as torch                           | 1.0 18.0
            mse --true 1;0; --pred 2;3; -w 1,2 --as keras                         | 1.0 18.0
            mse --true 1,0 --pred 2,3 -w 1,2 --as lightgbm                        | 1.0 18.0
            mae --true 1,2;3,4 --pred 2,4;3,8 -w 2,3                              | 3.0 6.0
            mae --true 1,2;3,4 --pred 2,4;3,8 -w 2,3 --as torch                   | 2.0,4.0 0.0,12.0
            bce --true 1,1 --pred 0,1 -w 0,2                                      | 0.0 0.0
            sparse_cce --true 1,0 --pred 0,1;1,0 -w 1,2 --ignore-index 1          | 0.0 0.0
            quantile --true 1,0 --pred 2,3 -w 1,2 --dtype float32                 | 0.5 3.0
            """)
    void aLossThatIsNotReducedIsWeighed(String line, String losses) {
        assertEquals(losses, lines(line + " --reduction none"));
    }

    @Test
    void theWeightsOfClassesCountToo() {
        String line = "sparse_cce --true 1,0 --pred 0.5,0.5;0.5,0.5 --class-weights 2,4 --reduction none";
        assertEquals("2.772588722239781 1.3862943611198906", lines(line));
        String request = "{\"loss\":\"sparse_cce\",\"y_true\":[1,0],\"y_pred\":[[0.5,0.5],[0.5,0.5]],"
                + "\"params\":{\"class_weights\":[2,4]},\"reduction\":\"none\"}";
        assertEquals("[2.772588722239781,1.3862943611198906]", value(request));
    }

    @Test
    void whatWeighsNothingCostsNothingInBatchToo() {
        String request = "{\"loss\":\"bce\",\"y_true\":[1,1],\"y_pred\":[0,1],\"sample_weight\":[0,2],"
                + "\"reduction\":\"none\"}";
        assertEquals("[0.0,0.0]", value(request));
    }

    private static String value(String request) {
        return Said.read(request, "batch").out().replaceFirst("(?s).*\"value\":(\\[.*?\\]+),.*", "$1");
    }

    @Test
    void aFrameworkThatSeesEveryOutputAsASampleTellsThemApart() {
        String line = "mse --as torch --true 1,0;1,0 --pred 2,3;4,4 --reduction none";
        assertEquals("1.0,9.0 9.0,16.0", lines(line));
        assertEquals("1.0,9.0 9.0,16.0", lines(line.replace("torch", "optax")));
        assertEquals("5.0 12.5", lines(line.replace("torch", "keras")));
        assertEquals(
                "y_true_0,y_true_1,y_pred_0,y_pred_1,loss_0,loss_1,gradient_0,gradient_1"
                        + " 1.0,0.0,2.0,3.0,1.0,9.0,2.0,6.0 1.0,0.0,4.0,4.0,9.0,16.0,6.0,8.0",
                lines(line + " --gradient"));
        String json = lines(line + " --json");
        assertEquals("{\"y_true\":[1.0,0.0],\"y_pred\":[2.0,3.0],\"loss\":[1.0,9.0]}", json.split("[\\[,](?=\\{)")[1]);
    }

    @Test
    void theLossOfASampleBesideAMeanIsItsOwn() {
        assertEquals(
                "y_true,y_pred,loss 1.0,2.0,1.0 0.0,3.0,9.0", lines("mse --true 1,0 --pred 2,3 -w 1,2 --per-sample"));
    }

    /** Mathematics has one rule at the prompt and in batch; under a framework batch tells what its reduction none gives. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "mse"                                    | mean | [1.0,9.0]
            "mse"                                    | sum  | [1.0,9.0]
            "mse"                                    | none | [1.0,18.0]
            "mean_squared_error","as":"sklearn"      | mean | [1.0,9.0]
            "mse_loss","as":"torch"                  | mean | [1.0,18.0]
            """)
    void theLossOfASampleBesideAMeanIsItsOwnInBatchToo(String loss, String reduction, String losses) {
        String request = "{\"loss\":" + loss + ",\"y_true\":[1,0],\"y_pred\":[2,3],\"sample_weight\":[1,2],"
                + "\"reduction\":\"" + reduction + "\",\"want\":[\"per_sample\"]}";
        String answer = Said.read(request, "batch").out();
        assertTrue(answer.contains("\"per_sample\":" + losses), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rmse", "r2", "mdape", "mcc"})
    void aLossThatIsNoSumIsNotReducedOtherwiseInBatchEither(String loss) {
        for (String reduction : List.of("none", "sum")) {
            String request =
                    "{\"loss\":\"" + loss + "\",\"y_true\":[1,0],\"y_pred\":[1,1],\"reduction\":\"" + reduction + "\"}";
            String answer = Said.read(request, "batch").out();
            assertTrue(
                    answer.contains(loss + " is no sum over samples: it has one value, and no reduction '" + reduction),
                    answer);
        }
    }
}
