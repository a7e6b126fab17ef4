package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Frameworks in single precision: their constants are rounded too, so that they clip elsewhere. */
class SinglePrecisionTest {
    private static String value(String request) {
        Said said = Said.read(request + "\n", "batch", "-");
        assertEquals(0, said.status(), said.out() + said.err());
        int from = said.out().indexOf("\"value\":") + "\"value\":".length();
        return said.out().substring(from, said.out().indexOf(",\"", from));
    }

    private static String keras(String loss, String truth, String prediction, String dtype) {
        return value("{\"id\":1,\"as\":\"keras\",\"loss\":\"" + loss + "\",\"y_true\":" + truth + ",\"y_pred\":"
                + prediction + ",\"dtype\":\"" + dtype + "\"}");
    }

    /** Keras, losses_test.py, BinaryCrossentropyTest.test_unweighted: 3.98559; the double is ln(1e7) / 4. */
    @Test
    void kerasClipsAWrongCertaintyAtTheNumberBefore1OfItsPrecision() {
        String truth = "[[1,0,0,0]]";
        String prediction = "[[1,1,0,0]]";
        double single = Double.parseDouble(keras("BinaryCrossentropy", truth, prediction, "float32"));
        assertEquals(3.98559, single, 1e-5);
        double twice = Double.parseDouble(keras("BinaryCrossentropy", truth, prediction, "float64"));
        assertEquals(16.11809565095832 / 4, twice, 1e-6);
        String line = Said.by("bce", "--true", "1,0,0,0", "--pred", "1,1,0,0", "--as", "keras", "--dtype", "float32")
                .out();
        assertEquals(single, Double.parseDouble(line.trim()));
    }

    /** 1 - 1e-7 is 1 - 2^-23 in single precision, the number before the one before 1; 1e-7 is 1.00000001e-7 there. */
    @Test
    void aPerfectClassCostsWhatTheRoundedBoundLeaves() {
        double perfect = -Math.log1p(-0x1p-23);
        for (String[] each :
                new String[][] {{"CategoricalCrossentropy", "[[1,0,0]]"}, {"SparseCategoricalCrossentropy", "[0]"}}) {
            assertEquals(perfect, Double.parseDouble(keras(each[0], each[1], "[[1,0,0]]", "float32")), 1e-12, each[0]);
            assertEquals(
                    1.0000000494736474e-07,
                    Double.parseDouble(keras(each[0], each[1], "[[1,0,0]]", "float64")),
                    1e-16,
                    each[0]);
        }
        String lone = Said.by("sparse_cce", "--true", "0", "--pred", "1,0,0", "--as", "keras", "--dtype", "float32")
                .out();
        assertEquals(perfect, Double.parseDouble(lone.trim()), 1e-12);
    }

    /** The gradient goes through the division of the row by its sum: -t/p + sum(t)/sum(p). */
    @Test
    void theGradientInSinglePrecisionIsThatOfTheNormalisedRow() {
        String out = Said.read(
                        "{\"id\":1,\"as\":\"keras\",\"loss\":\"CategoricalCrossentropy\",\"y_true\":[[0,1,0]],"
                                + "\"y_pred\":[[0.1,0.2,0.3]],\"dtype\":\"float32\",\"want\":[\"gradient\"]}\n",
                        "batch",
                        "-")
                .out();
        assertTrue(out.contains("\"gradient\":[[1.6666666,-3.3333333,1.6666666]]"), out);
    }

    /** finfo(float32).eps is 2^-23: 15.942 for a wrong certainty, 36.04 in double precision. */
    @Test
    void scikitLearnClipsByThePrecisionOfTheProbabilities() {
        String request = "{\"id\":1,\"as\":\"sklearn\",\"loss\":\"log_loss\",\"y_true\":[1,0],\"y_pred\":[0,0.5]";
        double half = Math.log(2) / 2;
        assertEquals(23 * Math.log(2) / 2 + half, Double.parseDouble(value(request + ",\"dtype\":\"float32\"}")), 1e-6);
        assertEquals(52 * Math.log(2) / 2 + half, Double.parseDouble(value(request + "}")), 1e-12);
    }

    @Test
    void singlePrecisionRoundsInputsAndAnswersOfEveryRequestThatWantsIt() {
        String request = "{\"id\":1,\"loss\":\"mse\",\"y_true\":[16777217],\"y_pred\":[16777216]";
        assertEquals("1.0", value(request + "}"));
        assertEquals("0.0", value(request + ",\"dtype\":\"float32\"}"));
        Said other = Said.read(request + ",\"dtype\":\"float16\"}\n", "batch", "-");
        assertEquals(3, other.status());
        assertTrue(other.out().contains("unknown dtype 'float16'; there are: float64, float32"), other.out());
    }
}
