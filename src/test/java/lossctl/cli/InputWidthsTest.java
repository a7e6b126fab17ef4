package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputWidthsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            triplet_margin --pred 1,0,0 --positive 1,5 --negative 1,0     | 3 values of 'positive' a sample, as the prediction has, not 2
            triplet_margin --pred 1,0 --positive 1,5,9 --negative 1,0,7   | 2 values of 'positive' a sample, as the prediction has, not 3
            triplet_margin --pred 1,0 --positive 1,5 --negative 1,0,7     | 2 values of 'negative' a sample, as the prediction has, not 3
            cosine_embedding --true 1 --pred 1,0 --input2 1               | 2 values of 'input2' a sample, as the prediction has, not 1
            cosine_embedding --true 1 --pred 1,0 --input2 1,0,0           | 2 values of 'input2' a sample, as the prediction has, not 3
            gaussian_nll --true 1,2;3,4 --pred 2,3;4,5 --var 1,2,3;4,5,6  | 1 value of 'var' a sample, or 2, as the prediction has, not 3
            cox --true 1,2 --pred 1,2 --event 1,0;1,1                     | 1 value of 'event' a sample, not 2
            """)
    void anInputOfAnotherWidthIsRefused(String line, String why) {
        Said said = Said.by(Said.words("lossctl " + line));
        String loss = line.substring(0, line.indexOf(' '));
        assertEquals("lossctl " + loss + ": " + loss + " wants " + why + "\n", said.err());
        assertEquals("", said.out());
        assertEquals(3, said.status());
    }

    @Test
    void anInputOfColumnsIsAsWideAsThePrediction(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("a.csv"), "a,b,p,q,r\n1,0,1,5,9\n2,1,2,3,4\n")
                .toString();
        Said said = Said.by(
                "triplet_margin", file, "--pred-col", "a,b", "--positive-col", "p,q,r", "--negative-col", "p,q");
        String why = "triplet_margin wants 2 values of 'positive' a sample, as the prediction has, not 3";
        assertEquals(file + ": " + why + "\n", said.err());
        assertEquals(3, said.status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gaussian_nll       | math   | "y_true":[1],"y_pred":[2],"inputs":{"var":[[1,2]]}              | 1 value of 'var' a sample, as the prediction has, not 2
            margin_ranking     | math   | "y_true":[1],"y_pred":[2],"inputs":{"input2":[[1,2]]}           | 1 value of 'input2' a sample, as the prediction has, not 2
            triplet_margin     | math   | "y_pred":[[1,0,2]],"inputs":{"positive":[[1,5]],"negative":[[1,0]]}     | 3 values of 'positive' a sample, as the prediction has, not 2
            CosineEmbeddingLoss| torch  | "y_true":[1],"y_pred":[[1,0]],"inputs":{"input2":[[1]]}         | 2 values of 'input2' a sample, as the prediction has, not 1
            triplet_margin_loss| optax  | "y_pred":[[1,0,2]],"inputs":{"positive":[[1,5]],"negative":[[1,0]]}     | 3 values of 'positive' a sample, as the prediction has, not 2
            """)
    void aRequestWhoseInputHasAnotherWidthIsRefused(String loss, String as, String arrays, String why) {
        String request = "{\"id\":1,\"as\":\"" + as + "\",\"loss\":\"" + loss + "\"," + arrays + "}\n";
        String answer = Said.read(request, "batch", "-").out();
        assertTrue(answer.contains("{\"code\":\"SHAPE\",\"message\":\""), answer);
        assertTrue(answer.contains(" wants " + why + "\""), answer);
    }

    /** PyTorch repeats triplets to one shape where they go together. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "y_pred":[[1,0]],"inputs":{"positive":[[1,5,9]],"negative":[[1,0,7]]}            | positive of shape [1, 3] does not go together with the shape [1, 2]
            "y_pred":[[1,0,2]],"inputs":{"positive":[[1,5]],"negative":[[1,0]]}              | positive of shape [1, 2] does not go together with the shape [1, 3]
            "y_pred":[[1,0],[2,3]],"inputs":{"positive":[1,2,3],"negative":[[1,0],[2,3]]}    | TripletMarginLoss takes arrays of as many axes, not [2, 2] and [3]
            """)
    void tripletsThatDoNotGoTogetherAreRefusedAsPytorchDoes(String arrays, String why) {
        String request = "{\"as\":\"torch\",\"loss\":\"TripletMarginLoss\"," + arrays + "}\n";
        String answer = Said.read(request, "batch", "-").out();
        assertTrue(answer.contains("\"message\":\"" + why + "\""), answer);
    }

    /** Four labels for two rows of two classes are two lengths, not two rows of flags. */
    @ParameterizedTest
    @CsvSource({"accuracy", "cce", "sparse_cce", "mse", "coverage_error"})
    void aListOfTruthsIsNeverCutIntoRows(String loss) {
        String arrays = "\"y_true\":[0,1,1,0],\"y_pred\":[[0.2,0.8],[0.6,0.4]]";
        Said said = Said.read("{\"loss\":\"" + loss + "\"," + arrays + "}\n", "batch");
        assertTrue(said.out().contains("\"y_true has 4 values for 2 samples\""), said.out());
        assertEquals(3, said.status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "y_true":[1,0],"y_pred":[2]            | y_true has 2 values for 1 sample
            "y_true":[1],"y_pred":[2,3]            | y_true has 1 value for 2 samples
            "y_true":[[1],[0]],"y_pred":[[2,3]]    | y_true has 2 rows for 1 of y_pred
            """)
    void arraysOfOtherLengthsAreToldTheirLengths(String arrays, String why) {
        Said said = Said.read("{\"loss\":\"mse\"," + arrays + "}\n", "batch");
        assertTrue(said.out().contains("\"" + why + "\""), said.out());
    }

    @Test
    void anInputThatIsNoWholeNumberOfRowsIsRefused() {
        String answer = Said.read(
                        "{\"loss\":\"triplet_margin\",\"y_pred\":[[1,0],[2,3]],"
                                + "\"inputs\":{\"positive\":[1,2,3,4,5],\"negative\":[[1,0],[2,3]]}}\n",
                        "batch",
                        "-")
                .out();
        assertTrue(answer.contains("\"positive has 5 values for 2 samples\""), answer);
    }
}
