package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.convention.Meaning;
import lossctl.derive.Page;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

class ConventionsCommandTest {
    @Test
    void everyLossThatAFrameworkHasIsToldForItsOwnExamples() {
        int told = 0;
        for (Spec spec : Catalog.all()) {
            if (Conventions.meanings(spec.name()).isEmpty()) {
                continue;
            }
            for (Page.Worked example : Page.of(spec).examples()) {
                List<String> words = new ArrayList<>(List.of("conventions"));
                words.addAll(List.of(Said.words(example.command())));
                Said said = Said.by(words.toArray(new String[0]));
                assertEquals(0, said.status(), example.command() + said.err());
                assertTrue(said.out().contains("\nmath"), said.out());
                for (String line : said.out().lines().toList()) {
                    assertTrue(line.length() <= 80, line);
                }
                told++;
            }
        }
        assertTrue(told > 100, told + " examples");
    }

    /** Numbers from the frameworks: the vectors, and XGBoost's and LightGBM's least probabilities. */
    @Test
    void withoutDataTheRulesAreTold() {
        Said said = Said.by("conventions", "bce", "-f", "csv");
        assertEquals(0, said.status(), said.err());
        assertEquals("as,name,when,rules", said.out().lines().findFirst().orElse(""));
        for (Meaning meaning : Conventions.meanings("bce")) {
            assertTrue(said.out().contains(meaning.framework() + "," + meaning.name() + ","), said.out());
            for (String habit : meaning.habits()) {
                assertTrue(said.out().contains(habit), habit);
            }
        }
        assertTrue(Said.by("conventions", "bce").out().startsWith("as "));
        assertEquals(2, Said.by("conventions", "bce", "-").status());
    }

    @Test
    void aProbabilityOf0ForWhatIsTrueCostsWhatEachFrameworkClipsItTo() {
        String csv = Said.by("conventions", "bce", "--true", "1", "--pred", "0", "-f", "csv")
                .out();
        for (String line : List.of(
                "math,bce,Infinity,",
                "keras,BinaryCrossentropy,16.11809565095832,",
                "torch,binary_cross_entropy,100.0,no logarithm goes below -100",
                "sklearn,log_loss,36.04365338911715,",
                "xgboost,logloss,36.841361",
                "lightgbm,binary_logloss,34.538776")) {
            assertTrue(csv.contains("\n" + line), line + " is not in\n" + csv);
        }
    }

    /** The number before 1 in single precision is 1 - 1.19e-7 in Keras; scikit-learn clips to that of the data's type. */
    @Test
    void inSinglePrecisionRulesAndValuesAreThoseOfSinglePrecision() {
        String[] bce = Said.words("lossctl conventions bce --true 0 --pred 1 --dtype float32 -f csv");
        String csv = Said.by(bce).out();
        for (String line : List.of(
                "keras,BinaryCrossentropy,15.942385,\"clips probabilities to [1e-7, 1 - 1.19e-7]\"",
                "sklearn,log_loss,15.942385,\"clips probabilities to [1.19e-7, 1 - 1.19e-7]\"")) {
            assertTrue(csv.contains("\n" + line), line + " is not in\n" + csv);
        }
        String[] short3 = Said.words("lossctl conventions mse --true 0 --pred 0.1 --precision 3 -f csv");
        assertTrue(Said.by(short3).out().contains("\nmath,mse,0.01,"), "three digits");
    }

    /** scikit-learn's log_loss of a probability a class is the categorical one, its hinge_loss that of Crammer and Singer. */
    @Test
    void whatScikitLearnHasOfOneOutputIsRefusedOfSeveralNotAveraged() {
        for (String[] each : new String[][] {
            {"log_loss", "bce as sklearn has one probability a sample, not 2 (one a class? use cce or sparse_cce)"},
            {"hinge", "hinge as sklearn has one score a sample, not 2 (one a class? use multiclass_hinge)"}
        }) {
            String rows = each[0] + " --true 1,0 --pred 0.2,0.8;0.6,0.4 ";
            Said said = Said.by(Said.words("lossctl " + rows + "--as sklearn"));
            assertEquals("lossctl " + each[1].split(" ")[0] + ": " + each[1] + "\n", said.err());
            assertEquals(3, said.status());
            String tsv = Said.by(Said.words("lossctl conventions " + rows + "-f tsv"))
                    .out();
            assertTrue(tsv.contains("\t" + each[1] + "\n"), tsv);
        }
        Said single = Said.by(Said.words("lossctl hinge --true 1,0 --pred 0.2,0.8 --as sklearn"));
        assertEquals("1.3\n", single.out(), single.err());
    }

    @Test
    void eachDifferenceCarriesItsRuleAndWhatIsTheSameSaysSo() {
        String table = Said.by("conventions", "huber", "--true", "1,0", "--pred", "2,3")
                .out();
        assertTrue(table.contains("has a delta of 0.9 unless told"), table);
        assertTrue(table.contains("the same"), table);
        String json = Said.by("conventions", "huber", "--true", "1,0", "--pred", "2,3", "--json")
                .out();
        assertTrue(json.contains("{\"as\":\"torch\",\"name\":\"huber_loss\",\"value\":1.5,\"because\":\"the same\"}"));
    }

    @Test
    void theNameOfAFrameworkLeadsToTheCommand() {
        assertTrue(
                Said.by("binary_logloss", "--true", "1", "--pred", "0.5").err().contains("lossctl bce --as lightgbm"));
        assertTrue(Said.by("list", "binary_logloss").err().contains("lossctl bce --as lightgbm"));
        assertTrue(Said.by("explain", "neg_log_loss").err().contains("lossctl cce --as sklearn"));
        assertTrue(Said.by("conventions", "neg_mean_squared_error").err().contains("lossctl mse --as sklearn"));
        assertEquals(
                "2.5\n",
                Said.by("reg:squarederror", "--true", "1,0", "--pred", "2,3").out());
    }

    @Test
    void explainTellsWhatFrameworksMakeOfALoss() {
        String page = Said.by("explain", "bce").out();
        assertTrue(page.contains("torch binary_cross_entropy: no logarithm goes below -100"), page);
        assertTrue(page.contains("optax sigmoid_binary_cross_entropy (--from-logits)"), page);
        assertTrue(
                Said.by("explain", "bce", "--json").out().contains("\"differs\":[\"no logarithm goes below -100\"]"));
    }

    /** The digits of the examples put in the place of others: zeros, labels of each kind, numbers outside [0, 1]. */
    @Test
    void noRowThatDiffersIsWithoutAReasonNorTheSameAsARefusal() {
        String[][] labels = {{"0"}, {"0", "1"}, {"-1", "1"}};
        String[][] scores = {{"0"}, {"0.25", "0.5"}, {"-1", "1"}};
        int told = 0;
        for (Spec spec : Catalog.all()) {
            if (Conventions.meanings(spec.name()).isEmpty()) {
                continue;
            }
            for (Page.Worked example : Page.of(spec).examples()) {
                for (String[] truths : labels) {
                    for (String[] predictions : scores) {
                        told += rowsThatTheirReasonsTell(example.command(), truths, predictions);
                    }
                }
            }
        }
        assertTrue(told > 1000, told + " rows");
    }

    private static int rowsThatTheirReasonsTell(String example, String[] truths, String[] predictions) {
        List<String> words = new ArrayList<>(List.of("conventions", "-f", "csv"));
        String before = "";
        for (String word : Said.words(example)) {
            words.add(
                    before.equals("--true")
                            ? filled(word, truths)
                            : before.equals("--pred") ? filled(word, predictions) : word);
            before = word;
        }
        Said said = Said.by(words.toArray(new String[0]));
        assertTrue(said.status() != 70, words + said.err());
        int rows = 0;
        String mathematics = "";
        for (String line : said.out().lines().skip(1).toList()) {
            String[] cells = line.split(",", 4);
            boolean math = cells[0].equals("math");
            mathematics = math ? cells[2] : mathematics;
            if (!math && !cells[0].equals("others")) {
                String call = line + "; mathematics " + mathematics + ": " + String.join(" ", words);
                assertTrue(!cells[3].isEmpty(), call);
                assertTrue(!cells[3].equals("the same") || !mathematics.isEmpty(), call);
                rows++;
            }
        }
        return rows;
    }

    /** Other numbers, over and over, in the place of those of a list. */
    private static String filled(String list, String[] numbers) {
        StringBuilder filled = new StringBuilder();
        int count = 0;
        for (String part : list.split("(?<=[,;])|(?=[,;])")) {
            filled.append(part.matches("[,;]") ? part : numbers[count++ % numbers.length]);
        }
        return filled.toString();
    }

    @Test
    void aNumberBesideARefusalIsNotTheSame() {
        String csv = Said.by("conventions", "cosine", "--true", "0,0;1,2", "--pred", "1,0;2,2", "-f", "csv")
                .out();
        assertTrue(csv.contains("\noptax,cosine_similarity,NaN,"), csv);
        assertFalse(csv.contains("the same"), csv);
        assertTrue(csv.contains("does not refuse this, gives NaN"), csv);
        String auc = Said.by("conventions", "roc_auc", "--true", "1,1", "--pred", "0.2,0.3", "-f", "csv")
                .out();
        assertTrue(auc.contains("\nxgboost,auc,NaN,"), auc);
        assertTrue(auc.contains("does not refuse this, gives NaN"), auc);
        assertFalse(auc.contains("the same"), auc);
    }

    @Test
    void aConstantAndALabelOf0HaveTheirOwnRules() {
        String nll = Said.by("conventions", "gaussian_nll", "--true", "1", "--pred", "1", "--var", "1")
                .out();
        assertTrue(nll.contains("adds the constant ln(2 pi)/2"), nll);
        String hinge = Said.by("conventions", "hinge_embedding", "--true", "1,0,1,0", "--pred", "0,1,1,0.25")
                .out();
        assertTrue(hinge.contains("one of 0, neither 1 nor -1, adds both"), hinge);
    }

    @Test
    void whatAFrameworkHasAndIsNotComputedHereIsNotDenied() {
        String rules = Said.by("conventions", "ndcg", "-f", "csv").out();
        assertTrue(rules.contains("\ncatboost,NDCG,,\"has it, but has no value here: lossctl does not"), rules);
        String values = Said.by("conventions", "ndcg", "--true", "1,0", "--pred", "0.2,0.1", "-f", "csv")
                .out();
        assertTrue(values.contains("\ncatboost,NDCG,,\"has it, but"), values);
        assertTrue(values.contains("not known of keras, torch, optax, keras-tf"), values);
    }
}
