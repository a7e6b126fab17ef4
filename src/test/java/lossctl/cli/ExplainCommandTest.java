package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lossctl.catalog.Catalog;
import lossctl.catalog.Chosen;
import lossctl.derive.Page;
import lossctl.loss.Spec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("loss")
class ExplainCommandTest {
    @TestFactory
    Stream<DynamicTest> everyLossIsExplained() {
        return Chosen.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Said text = Said.by("explain", name);
                    assertEquals(0, text.status(), text.err());
                    Spec spec = Catalog.find(name);
                    for (String part : List.of(spec.summary(), "Formula", "Domain", "Source")) {
                        assertTrue(text.out().contains(part), part);
                    }
                    spec.params()
                            .forEach(param -> assertTrue(text.out().contains("  " + param.option()), param.option()));
                    Said json = Said.by("explain", name, "--json");
                    assertEquals(0, json.status(), json.err());
                    parse(json.out());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfAPageWorksAsItIsTyped() {
        return Chosen.specs().stream()
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> {
                    for (Page.Worked example : Page.of(spec).examples()) {
                        Said said = Said.by(Said.words(example.command()));
                        assertEquals(0, said.status(), example.command() + "\n" + said.err());
                        double value = Double.parseDouble(said.out().strip());
                        assertEquals(example.value(), value, 1e-6 * Math.abs(example.value()), example.command());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsExplainedSampleBySample() {
        return Chosen.specs().stream()
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> {
                    for (Page.Worked example : Page.of(spec).examples()) {
                        List<String> words = new ArrayList<>(Arrays.asList(Said.words(example.command())));
                        words.add(0, "explain");
                        Said said = Said.by(words.toArray(new String[0]));
                        assertEquals(0, said.status(), example.command() + "\n" + said.err());
                        assertTrue(said.out().contains("\n  sample 1: "), said.out());
                        words.add("--json");
                        parse(Said.by(words.toArray(new String[0])).out());
                    }
                }));
    }

    @Test
    void theNumbersOfEachSampleArePutIntoTheFormula() {
        String out = Said.by("explain", "mse", "--true", "1,0", "--pred", "2,3").out();
        assertTrue(out.endsWith("""
                With these numbers
                  sample 1: truth 1.0, prediction 2.0: e = 2.0 - 1.0 = 1.0;  1.0^2 = 1.0
                  sample 2: truth 0.0, prediction 3.0: e = 3.0 - 0.0 = 3.0;  3.0^2 = 9.0
                  mean = (1.0 + 9.0) / 2 = 5.0
                """), out);
    }

    @Test
    void aSampleOfSeveralCasesShowsTheOneThatHolds() {
        assertLine(
                "\n    e = 3.0 - 0.0 = 3.0\n    |3.0| > 2.0: 2.0 (|3.0| - 2.0 / 2) = 4.0\n",
                "explain",
                "huber",
                "--true",
                "0",
                "--pred",
                "3",
                "--delta",
                "2");
        assertLine(
                "e = -1.0 - 0.0 = -1.0;  |-1.0| <= 2.0: (-1.0)^2 / 2 = 0.5",
                "explain",
                "huber",
                "--true",
                "0",
                "--pred",
                "-1",
                "--delta",
                "2");
    }

    @Test
    void aRowIsSummedTermByTerm() {
        assertLine(
                "-(0.0 ln 0.15 + 1.0 ln 0.75 + 0.0 ln 0.1) = 0.2876820724517809",
                "explain",
                "cce",
                "--true",
                "[[0,1,0]]",
                "--pred",
                "[[0.15,0.75,0.1]]");
    }

    @Test
    void aLossThatIsNoMeanIsWorkedOutOverAllSamples() {
        assertLine(
                "sqrt(((-0.5)^2 + 0.5^2 + 0.0^2 + 1.0^2) / 4) = 0.6123724356957945",
                "explain",
                "rmse",
                "--true",
                "3,-0.5,2,7",
                "--pred",
                "2.5,0,2,8");
    }

    @Test
    void weightsStandInTheReduction() {
        assertLine(
                "mean = (2.0 * 1.0 + 1.0 * 9.0) / (2.0 + 1.0) = 3.6666666666666665",
                "explain",
                "mse",
                "--true",
                "1,0",
                "--pred",
                "2,3",
                "--weights",
                "2,1");
    }

    @Test
    void theWeightOfAClassIsShownAndWhatIsIgnored() {
        String line = "lossctl explain sparse_cce --true 0,1,2 --pred 0.5,0.25,0.25;0.25,0.5,0.25;0.2,0.3,0.5"
                + " --class-weights 1,2,3 --ignore-index 2";
        String out = Said.by(Said.words(line)).out();
        assertTrue(out.contains("prediction [0.25, 0.5, 0.25], weight 2.0: -ln 0.5 = 0.6931471805599453\n"), out);
        assertTrue(out.contains("sample 3: truth 2.0, prediction [0.2, 0.3, 0.5], ignored\n"), out);
        assertTrue(
                out.endsWith("  mean = (1.0 * 0.6931471805599453 + 2.0 * 0.6931471805599453) / (1.0 + 2.0)"
                        + " = 0.6931471805599453\n"),
                out);
        String json = Said.by(Said.words(line + " --json")).out();
        assertTrue(json.contains("\"weight\":2.0") && json.contains("\"ignored\":true"), json);
    }

    @Test
    void amountsThatALossTellsStandWhereItsFormulaIsInWords() {
        assertLine(
                "roc_auc: positives = 2.0;  negatives = 2.0;  won = 3.0;  3.0 / (2.0 * 2.0) = 0.75",
                Said.words("lossctl explain roc_auc --true 0,0,1,1 --pred 0.1,0.4,0.35,0.8"));
        assertLine(
                "f1:\n    hits = 2.0\n    truths = 3.0\n    predictions = 3.0\n"
                        + "    (1 + 1.0^2) * 2.0 / (1.0^2 * 3.0 + 3.0) = 0.6666666666666666\n",
                Said.words("lossctl explain f1 --true 1,0,1,1 --pred 1,1,0,1"));
    }

    @Test
    void whereThereAreNoStepsALineSaysSo() {
        String out = Said.by(Said.words("lossctl explain soft_margin --true -1 --pred 1000"))
                .out();
        assertTrue(out.contains("  sample 1: truth -1.0, prediction 1000.0: loss 1000.0\n"), out);
        assertTrue(out.contains("\n  no steps: the formula in plain doubles does not come to this number"), out);
    }

    @Test
    void stepsThatDoNotGoOnOneLineHaveALineEach() {
        String out =
                Said.by("explain", "huber", "--true", "1,0", "--pred", "2,3").out();
        assertTrue(out.endsWith("""
                With these numbers
                  sample 1: truth 1.0, prediction 2.0:
                    e = 2.0 - 1.0 = 1.0
                    |1.0| <= 1.0: 1.0^2 / 2 = 0.5
                  sample 2: truth 0.0, prediction 3.0:
                    e = 3.0 - 0.0 = 3.0
                    |3.0| > 1.0: 1.0 (|3.0| - 1.0 / 2) = 2.5
                  mean = (0.5 + 2.5) / 2 = 1.5
                """), out);
        String whole = Said.by("explain", "r2", "--true", "3,-0.5,2,7", "--pred", "2.5,0,2,8")
                .out();
        assertTrue(whole.lines().allMatch(line -> line.length() <= 100), whole);
    }

    @Test
    void aNumberIsNotToldTwice() {
        assertLine(" max(1 + (-5.0) - (-1.0), 0, 1 + 2.0 - (-1.0)) = 4.0\n", words("multiclass_hinge", "1", "-5,-1,2"));
        assertLine("-2.0 < 0: 1.0\n", words("zero_one_margin", "1", "-2"));
        assertLine("\n  mean = 9.0\n", words("mse", "0", "3"));
        assertLine("\n  sum = 9.0\n", "explain", "mse", "--true", "0", "--pred", "3", "--reduction", "sum");
    }

    private static String[] words(String loss, String truth, String prediction) {
        return new String[] {"explain", loss, "--true", truth, "--pred", prediction};
    }

    @Test
    void weightsStandInTheSumsOfALossOfAllSamples() {
        String out = Said.by(Said.words("lossctl explain rmse --true 1,2,4 --pred 2,2,8 --weights 1,2,3"))
                .out();
        assertTrue(out.contains("  sample 1: truth 1.0, prediction 2.0, weight 1.0\n"), out);
        // sqrt(49 / 6)
        assertTrue(
                out.contains("    sqrt((1.0 * 1.0^2 + 2.0 * 0.0^2 + 3.0 * 4.0^2) / (1.0 + 2.0 + 3.0))"
                        + " = 2.857738033247041\n"),
                out);
        // (2 + 0) / (2 + 3)
        assertLine(
                "(2.0 |2.0 - 1.0| + 1.0 |-3.0 - (-3.0)|) / (2.0 |1.0| + 1.0 |-3.0|) = 0.4\n",
                Said.words("lossctl explain wmape --true 1,-3 --pred 2,-3 --weights 2,1"));
    }

    @Test
    void severalOutputsAreTakenTogetherOrOneByOneAsTheLossDoes() {
        // sqrt((9 + 16 + 0 + 0) / 4)
        assertLine(
                "sqrt((3.0^2 + (-4.0)^2 + 0.0^2 + 0.0^2) / 4) = 2.5\n",
                "explain",
                "rmse",
                "--true",
                "0,0;1,1",
                "--pred",
                "3,-4;1,1");
        // 1 - 1/2 and 1 - 4/8
        String out = Said.by("explain", "r2", "--true", "1,1;3,5", "--pred", "2,1;3,3")
                .out();
        assertTrue(out.contains("\n    output 1: ") && out.contains(" = 0.5\n    output 2: "), out);
        assertTrue(out.contains("\n    (0.5 + 0.5) / 2 = 0.5\n"), out);
    }

    @Test
    void ofManyTermsThoseAreShownThatAddAnything() {
        assertLine(
                " -(1.0 ln 0.3 + 0 (6 times)) = 1.2039728043259361\n",
                words("cce", "0,0,0,0,0,0,1", "0,0,0,0,0,0.7,0.3"));
        String ones = String.join(",", java.util.Collections.nCopies(21, "1"));
        String out = Said.by(words("rank_net", ones, ones)).out();
        assertTrue(out.contains("truth [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, ... (21)], prediction [1.0,"), out);
        assertLine(
                ": constant = 2.0;  model = 0.5;  naive = 1.0;  1 - 0.5 / 1.0 = 0.5\n",
                words("d2_pinball", "1,2,3", "1,3,3"));
    }

    @Test
    void whatAFrameworkMakesOfALossStandsBeforeItsNumber() {
        assertLine(
                "\nAs torch\n  binary_cross_entropy: no logarithm goes below -100\n\nWith these numbers\n",
                "explain",
                "bce",
                "--as",
                "torch",
                "--true",
                "1",
                "--pred",
                "0.5");
        // torch's logarithm of 0
        assertLine(
                "loss 100.0\n  mean = 100.0\n  no steps: the formula alone does not come to this number;",
                "explain",
                "bce",
                "--as",
                "torch",
                "--true",
                "1",
                "--pred",
                "0");
        assertLine("\nAs catboost\n  Huber: no difference\n\nGradient", "explain", "huber", "--as", "catboost");
        assertEquals(2, Said.by("explain", "lp", "--as", "sklearn").status());
    }

    @Test
    void onlySomeSamplesOfManyAreShown() {
        Said said = Said.read("y_true,y_pred\n1,2\n0,3\n", "explain", "mse", "-", "--samples", "1");
        assertTrue(
                said.out().contains("... 1 more (--samples N shows N)\n  mean over all 2 samples = 5.0\n"), said.out());
    }

    @Test
    void aNameThatImpliesAParameterExplainsItsOwnMeaning() {
        assertLine("p = 1 / (1 + e^-2.0) = ", "explain", "bce_logits", "--true", "1", "--pred", "2");
    }

    @Test
    void theDomainUnderAFlagIsShown() {
        assertLine("  --from-logits           prediction: any number", "explain", "bce");
    }

    @Test
    void whatCannotBeExplainedIsRefused() {
        assertEquals(2, Said.by("explain").status());
        Said typo = Said.by("explain", "msee");
        assertEquals(2, typo.status());
        assertTrue(typo.err().contains("unknown loss 'msee'. Did you mean: mse"), typo.err());
        assertEquals("", typo.out());
        assertEquals(2, Said.by("explain", "mse", "--delta", "2").status());
        assertEquals(2, Said.by("explain", "mse", "--format", "csv").status());
    }

    private static void assertLine(String part, String... args) {
        Said said = Said.by(args);
        assertTrue(said.out().contains(part), said.out() + said.err());
    }

    private static void parse(String json) throws java.io.IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            int depth = 0;
            while (parser.nextToken() != null) {
                depth++;
            }
            assertTrue(depth > 2, json);
        }
    }
}
