package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Weights of elements as an argument of PyTorch's losses; the numbers are those of torch 2.13. */
class TorchWeightTest {
    private static final String DATA = ",\"y_true\":[[0,1],[1,0]],\"y_pred\":[[0.2,0.7],[0.4,0.9]]";

    private static String answer(String loss, String weight, String more) {
        String request = "{\"as\":\"torch\",\"loss\":\"" + loss + "\",\"params\":{\"weight\":" + weight + "}" + DATA
                + more + "}\n";
        return Said.read(request, "batch").out();
    }

    private static double value(String answer) {
        String number = answer.replaceFirst("(?s).*\"value\":([^,}]*).*", "$1");
        assertTrue(!number.equals(answer), answer);
        return Double.parseDouble(number);
    }

    @Test
    void weightsOfBinaryCrossEntropyAreRepeatedToTheInput() {
        assertEquals(2.279303598496675, value(answer("binary_cross_entropy", "[1,3]", "")), 1e-15);
        assertEquals(
                12.895706006790324,
                value(answer("binary_cross_entropy", "[[1,2],[3,4]]", ",\"reduction\":\"sum\"")),
                1e-14);
        assertEquals(1.5610434731585454, value(answer("binary_cross_entropy_with_logits", "[1,3]", "")), 1e-15);
        assertTrue(answer("binary_cross_entropy", "[1,2,3]", "").contains("error"));
    }

    @Test
    void aMeanOfErrorsDividesByTheWeightsAndHubersByTheNumberOfElements() {
        assertEquals(0.454, value(answer("mse_loss", "[[1,2],[3,4]]", "")), 1e-15);
        assertEquals(0.62, value(answer("l1_loss", "[[1,2],[3,4]]", "")), 1e-15);
        assertEquals(0.5675, value(answer("huber_loss", "[[1,2],[3,4]]", "")), 1e-15);
        String other = answer("mse_loss", "[1,3]", "");
        assertTrue(other.contains("Weights and input must have the same size"), other);
    }

    @Test
    void aLossWithoutWeightsOfElementsNamesSampleWeight() {
        String smooth = answer("smooth_l1_loss", "[[1,2],[3,4]]", "");
        assertTrue(smooth.contains("has no parameter 'weight'"), smooth);
        assertTrue(smooth.contains("sample_weight"), smooth);
        String both = answer("mse_loss", "[[1,2],[3,4]]", ",\"sample_weight\":[[1,1],[1,1]]");
        assertTrue(both.contains("'weight' or sample_weight, not both"), both);
    }
}
