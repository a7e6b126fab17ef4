package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A prediction a sample, for losses that take rows too: a list is as many samples to a request as at the prompt. */
class SinglesTest {
    /** By hand; those of f1 and calibration_error as scikit-learn and torchmetrics (bins 2) have them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brier | 1,0 | 0.25,0.5 | 0.40625",
                "accuracy | 1,0 | 1,1 | 0.5",
                "f1 | 1,0,1,1 | 1,1,0,1 | 0.6666666666666666",
                "balanced_accuracy | 1,0 | 1,1 | 0.5",
                "calibration_error:2 | 0,0,1,1,1 | 0.25,0.25,0.55,0.75,0.75 | 0.29",
            })
    void aListIsOneSampleEach(String loss, String truth, String prediction, double value) {
        String[] words = loss.split(":");
        String bins = words.length > 1 ? " --bins " + words[1] : "";
        Said said = Said.by(Said.words("lossctl " + words[0] + " --true " + truth + " --pred " + prediction + bins));
        assertEquals(value, Double.parseDouble(said.out()), 1e-15, said.err());
        String params = words.length > 1 ? ",\"params\":{\"bins\":" + words[1] + "}" : "";
        String request = "{\"loss\":\"" + words[0] + "\",\"y_true\":[" + truth + "],\"y_pred\":[" + prediction + "]"
                + params + "}\n";
        Said answer = Said.read(request, "batch");
        assertTrue(
                answer.out().startsWith("{\"id\":null,\"value\":" + said.out().strip() + ","), answer.out());
    }

    @Test
    void besideASingleTruthTheyAreARow() {
        Said answer = Said.read("{\"loss\":\"brier\",\"y_true\":[1],\"y_pred\":[0.25,0.75]}\n", "batch");
        assertTrue(answer.out().contains("\"value\":0.125,\"n\":1"), answer.out());
    }

    @Test
    void aTruthBesideAProbabilityIsYesOrNo() {
        Said said = Said.by(Said.words("lossctl calibration_error --true 0,2 --pred 0.25,0.5"));
        assertEquals(3, said.status());
        assertEquals("lossctl calibration_error: truth 2 is 2.0, which is no class index 0..1\n", said.err());
    }

    @Test
    void rowsBesideAListTellThatTheListIsOneSample() {
        String request = "{\"loss\":\"triplet_margin\",\"y_pred\":[1,2],\"inputs\":{\"positive\":[[1,2,3],[4,5,6]],"
                + "\"negative\":[[1,2,3],[4,5,6]]}}\n";
        Said answer = Said.read(request, "batch");
        assertTrue(answer.out().contains("one sample of this loss, but positive has 2 rows"), answer.out());
    }

    @ParameterizedTest
    @CsvSource({"roc_auc", "average_precision"})
    void severalScoresASampleHaveNoThreshold(String loss) {
        Said said = Said.by(Said.words("lossctl " + loss + " --true 1,0 --pred 0.2,0.8;0.3,0.7"));
        assertEquals(3, said.status());
        assertTrue(said.err().contains("there are 2 scores a sample"), said.err());
    }

    @ParameterizedTest
    @CsvSource({
        "math, mse, takes no input",
        "torch, mse_loss, has no input",
        "keras, MeanSquaredError, has no input",
        "sklearn, mean_squared_error, has no input",
        "optax, squared_error, has no input",
    })
    void anArrayThatTheLossDoesNotTakeIsNotLeftOutWithoutAWord(String as, String loss, String message) {
        String request = "{\"as\":\"" + as + "\",\"loss\":\"" + loss
                + "\",\"inputs\":{\"foo\":[1]},\"y_true\":[1],\"y_pred\":[2]}\n";
        Said answer = Said.read(request, "batch");
        assertTrue(answer.out().contains(loss + " " + message + " 'foo'"), answer.out());
    }
}
