package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What frameworks make of the edges: numbers that Keras 3.16, PyTorch 1.13 and scikit-learn 1.2.1 printed. */
class EdgesOfFrameworksTest {
    private static Said ask(String request) {
        return Said.read("{\"id\":1," + request + "}\n", "batch", "-");
    }

    private static void says(String expected, String request) {
        Said said = ask(request);
        assertTrue(said.out().contains(expected), expected + " is not in " + said.out());
        assertEquals(0, said.status());
    }

    @Test
    void weightsThatAreAll0LeavePytorchsMeanAndItsGradientWithoutANumber() {
        String request = "\"as\":\"torch\",\"y_true\":[-1,2],\"y_pred\":[-1,3],\"sample_weight\":[0,0],"
                + "\"want\":[\"value\",\"gradient\"],\"loss\":";
        says("\"value\":\"NaN\",\"gradient\":[\"NaN\",\"NaN\"]", request + "\"mse_loss\"");
        says("\"value\":\"NaN\",\"gradient\":[\"NaN\",\"NaN\"]", request + "\"l1_loss\"");
        says("\"value\":0.0,\"gradient\":[0.0,0.0]", request + "\"mse_loss\",\"reduction\":\"sum\"");
    }

    @Test
    void aClassOfProbability0MakesNaNOfTheOtherDerivativesOfKerassGeneralizedCrossEntropy() {
        says(
                "\"gradient\":[[\"NaN\",\"-Infinity\",\"NaN\"],[0.0,0.0,-0.5]]",
                "\"as\":\"keras\",\"loss\":\"CategoricalGeneralizedCrossEntropy\",\"want\":[\"gradient\"],"
                        + "\"y_true\":[1,2],\"y_pred\":[[0.5,0,0.5],[0,0,1]]");
    }

    @Test
    void kerasGivesHalfThePullOfAVectorThatIsExactlyAsLongAsItsLeastNorm() {
        says(
                "\"gradient\":[[-5000000.0",
                "\"as\":\"keras\",\"loss\":\"CosineSimilarity\",\"want\":[\"gradient\"],"
                        + "\"y_true\":[[1e-7,0]],\"y_pred\":[[1e-7,0]]");
    }

    @Test
    void aRowOfZerosIsNaNToKerasNotAnError() {
        for (String loss : new String[] {"CategoricalCrossentropy", "CategoricalFocalCrossentropy"}) {
            says(
                    "\"value\":\"NaN\"",
                    "\"as\":\"keras\",\"loss\":\"" + loss + "\",\"y_true\":[[1,0]],\"y_pred\":[[0,0]]");
        }
    }

    @Test
    void onlySamplesThatWeighSomethingMakeATruthConstantToScikitLearn() {
        says(
                "\"value\":\"NaN\"",
                "\"as\":\"sklearn\",\"loss\":\"explained_variance_score\",\"params\":{\"force_finite\":false},"
                        + "\"y_true\":[3.5,2],\"y_pred\":[2,-1],\"sample_weight\":[0,0.7]");
        says(
                "\"value\":\"-Infinity\"",
                "\"as\":\"sklearn-1.2.1\",\"loss\":\"d2_tweedie_score\",\"y_true\":[3.5,2],\"y_pred\":[2,1],"
                        + "\"sample_weight\":[0,0.5]");
        says(
                "\"value\":\"NaN\"",
                "\"as\":\"sklearn-1.2.1\",\"loss\":\"hamming_loss\",\"y_true\":[[0,1]],\"y_pred\":[[1,1]],"
                        + "\"sample_weight\":[0]");
    }

    @Test
    void whatScikitLearnRefusesIsRefusedInItsWords() {
        for (String[] each : new String[][] {
            {
                "Weights sum to zero, can't be normalized",
                "\"loss\":\"mean_squared_log_error\",\"as\":\"sklearn-1.2.1\",\"params\":{\"squared\":false},"
                        + "\"y_true\":[1],\"y_pred\":[2],\"sample_weight\":[0]"
            },
            {
                "Weights sum to zero, can't be normalized",
                "\"loss\":\"hamming_loss\",\"as\":\"sklearn\",\"y_true\":[[0,1]],\"y_pred\":[[1,1]],"
                        + "\"sample_weight\":[0]"
            },
            {
                "float division by zero",
                "\"loss\":\"d2_tweedie_score\",\"as\":\"sklearn\",\"y_true\":[3.5,2],\"y_pred\":[2,1],"
                        + "\"sample_weight\":[0,0.5]"
            },
            {
                "Custom weights are useful only in multi-output cases",
                "\"loss\":\"r2_score\",\"as\":\"sklearn\",\"params\":{\"multioutput\":[1.5]},"
                        + "\"y_true\":[[1]],\"y_pred\":[[2]]"
            },
        }) {
            Said said = ask(each[1]);
            assertEquals(3, said.status());
            assertTrue(said.out().contains(each[0]), said.out());
        }
    }
}
