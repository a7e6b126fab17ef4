package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * What frameworks make of ties, vectors of zeros and numbers that are infinite: the answers of scikit-learn 1.9.1, Keras 3.15.1
 * on PyTorch 2.13, PyTorch 2.13 and torchmetrics 1.9.0.
 */
class CornersOfFrameworksTest {
    private static void says(String expected, String request) {
        Said said = Said.read("{\"id\":1," + request + "}\n", "batch", "-");
        assertTrue(said.out().contains(expected), expected + " is not in " + said.out());
    }

    @Test
    void scikitLearnsAbsoluteErrorFallsWhereItIs0() {
        says(
                "\"value\":0.5,\"gradient\":[-0.25,0.25,-0.25,-0.25]",
                "\"as\":\"sklearn\",\"loss\":\"AbsoluteError\",\"want\":[\"value\",\"gradient\"],"
                        + "\"y_true\":[1,2,2,0],\"y_pred\":[1,3,1,0]");
    }

    @Test
    void anInfiniteScoreOfAFlagThatIsCertainIsNoNumberToPytorchsMultilabelSoftMargin() {
        String loss =
                "\"as\":\"torch-2.13\",\"loss\":\"multilabel_soft_margin_loss\",\"want\":[\"value\",\"gradient\"],";
        says(
                "{\"id\":1,\"value\":\"NaN\",\"gradient\":[[0.0,0.3112",
                loss + "\"y_true\":[[1,0]],\"y_pred\":[[\"inf\",0.5]]");
        says(
                "{\"id\":1,\"value\":\"NaN\",\"gradient\":[[0.0,-0.1887",
                loss + "\"y_true\":[[0,1]],\"y_pred\":[[\"-inf\",0.5]]");
        says(
                "{\"id\":1,\"value\":\"NaN\",\"gradient\":[[0.0,0.6224",
                loss + "\"params\":{\"weight\":[1,2]},\"y_true\":[[1,0]],\"y_pred\":[[\"inf\",0.5]]");
        says(
                "{\"id\":1,\"value\":\"Infinity\",\"gradient\":[[0.5,-0.1887",
                loss + "\"y_true\":[[0,1]],\"y_pred\":[[\"inf\",0.5]]");
        says(
                "{\"id\":1,\"value\":\"Infinity\",\"gradient\":[[-0.25,-0.1887",
                loss + "\"y_true\":[[0.5,1]],\"y_pred\":[[\"-inf\",0.5]]");
    }

    @Test
    void aConfidenceOfMinus0FallsIntoTorchmetricssFirstBin() {
        says(
                "\"value\":0.75,",
                "\"as\":\"torchmetrics\",\"loss\":\"multiclass_calibration_error\","
                        + "\"params\":{\"num_classes\":2,\"n_bins\":5,\"norm\":\"l1\"},"
                        + "\"y_true\":[0,0,0,1],\"y_pred\":[[-0.0,-0.0],[-0.0,1.0],[0.0,-0.0],[-0.0,0.0]]");
        says(
                "\"value\":0.6,",
                "\"as\":\"torchmetrics\",\"loss\":\"binary_calibration_error\","
                        + "\"params\":{\"n_bins\":10,\"norm\":\"max\"},"
                        + "\"y_true\":[1,1,0,0,1],\"y_pred\":[0.0,-0.0,-0.0,0.0,-0.0]");
    }

    @Test
    void areasThatAreAveragedByWeightsOf0Are0ToScikitLearn() {
        String data = "\"params\":{\"average\":\"weighted\"},\"y_true\":[[0,1,1],[1,0,0]],"
                + "\"y_pred\":[[0.2,0.3,0.4],[0.1,0.2,0.9]],\"sample_weight\":[0,0],\"as\":\"sklearn-1.9.1\",\"loss\":";
        says("\"value\":0.0,", data + "\"roc_auc_score\"");
        says("\"value\":0.0,", data + "\"average_precision_score\"");
        says("error", data.replace("weighted", "macro") + "\"average_precision_score\"");
    }

    @Test
    void kerasUpTo315HasNoGradientOfACosineAtAVectorOfZeros() {
        String request = "\"loss\":\"CosineSimilarity\",\"want\":[\"value\",\"gradient\"],"
                + "\"y_true\":[[3,4],[1,0]],\"y_pred\":[[0,0],[0,2]],\"as\":";
        says("\"gradient\":[[\"NaN\",\"NaN\"],[-0.25,", request + "\"keras-3.15\"");
        says("\"gradient\":[[-3000000.0", request + "\"keras-3.16\"");
        says(
                "\"gradient\":[[\"NaN\",\"NaN\"]]",
                "\"as\":\"keras-3.15\",\"loss\":\"CosineSimilarity\",\"want\":[\"gradient\"],\"reduction\":\"sum\","
                        + "\"y_true\":[[3,4]],\"y_pred\":[[0,0]],\"sample_weight\":[0]");
    }

    @Test
    void severalAlphasThatKerasTakesAlongAnotherAxisThanTheClassesAreRefused() {
        String data = "\"loss\":\"CategoricalFocalCrossentropy\",\"params\":{\"alpha\":[0.3,0.9],\"axis\":0},"
                + "\"y_true\":[[0.8,0.1],[0.2,0.9]],\"y_pred\":[[0.5,0.6],[0.5,0.4]],\"as\":";
        says("alpha goes along the last axis", data + "\"keras\"");
        says("alpha goes along the last axis", data + "\"keras-tf\"");
        says("\"value\":", data.replace("\"axis\":0", "\"axis\":-1") + "\"keras\"");
        says("\"value\":", data.replace("[0.3,0.9]", "0.3") + "\"keras\"");
    }

    /** The triangle of (1, 2), (4, 3) and (0, 1): unit vectors of (3, 1) and (1, 1), as PyTorch and optax 0.2.8 derive them. */
    @Test
    void gradientsOfFurtherInputsBearTheirOwnNamesInWhateverOrderTheInputsStand() {
        String far = "\"positive\":[[4,3]]";
        String near = "\"negative\":[[0,1]]";
        for (String inputs : new String[] {far + "," + near, near + "," + far}) {
            for (String as : new String[] {"torch", "optax", "math"}) {
                String request = "\"as\":\"" + as + "\",\"loss\":\"triplet_margin" + (as.equals("math") ? "" : "_loss")
                        + "\",\"want\":[\"gradients\"],\"y_pred\":[[1,2]],\"inputs\":{" + inputs + "}";
                says("\"positive\":[[0.94868", request);
                says("\"negative\":[[0.70710", request);
            }
        }
    }
}
