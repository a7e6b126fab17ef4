package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message tells to do can be done: it names options that the loss has, and the one that was given. */
class HintsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cce | 1,0 | sum 1.4); --normalize rescales, --from-logits takes raw scores",
                "kld | 1,0 | sum 1.4); --normalize rescales",
                "jsd | 1,0 | sum 1.4); --normalize rescales",
                "spherical_score | 1,0 | sum 1.4); --normalize rescales",
                "wasserstein1 | 1,0 | sum 1.4); --normalize rescales",
                "calibration_error | 1 | sum 1.4)",
                "lovasz_softmax | 1 | sum 1.4)",
            })
    void rowsThatDoNotSumTo1AreHelpedByTheOptionsOfTheLoss(String loss, String truth, String end) {
        String rows = truth.equals("1") ? "1" : "[[1,0]]";
        Said said = Said.by(loss, "--true", rows, "--pred", "[[0.6,0.8]]", "--strict");
        assertTrue(said.err().endsWith(end + " (--strict)\n"), said.err());
    }

    @ParameterizedTest
    @CsvSource({
        "class_balanced, --counts, 1 value for",
        "logit_adjusted, --priors, 1 value for",
        "ldam, --counts, 1 value for",
        "multi_margin, --class-weights, 1 value for",
    })
    void valuesOfClassesThatLackSomeAreNamedByTheirOption(String loss, String option, String has) {
        Said said = Said.by(loss, "--true", "1", "--pred", "[[0.5,2]]", option, "1");
        assertEquals(3, said.status());
        assertTrue(said.err().contains(": " + option + " has " + has + " 2 classes"), said.err());
    }

    @Test
    void aRequestWhoseValuesOfClassesDoNotFitIsOfTheWrongShape() {
        String request = "\"y_true\":[1],\"y_pred\":[[0.5,2]],\"params\":{\"%s\":[1,2,3]}}\n";
        String requests = "{\"loss\":\"logit_adjusted\"," + String.format(request, "priors")
                + "{\"loss\":\"multi_margin\"," + String.format(request, "class_weights");
        Said said = Said.read(requests, "batch");
        String[] lines = said.out().split("\n");
        assertTrue(lines[0].contains("\"code\":\"SHAPE\""), said.out());
        assertTrue(lines[0].contains("--priors has 3 values for 2 classes"), said.out());
        assertTrue(lines[1].contains("\"code\":\"SHAPE\""), said.out());
    }
}
