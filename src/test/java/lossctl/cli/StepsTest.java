package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lossctl.catalog.Chosen;
import lossctl.derive.Page;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the steps that {@code explain} shows to ones taken with pencil and paper. */
@Tag("loss")
class StepsTest {
    @TestFactory
    Stream<DynamicTest> everyLossShowsTheWayToTheNumberOfItsFirstExample() {
        return Chosen.specs().stream()
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> {
                    String out = explain(Page.of(spec).examples().get(0).command());
                    assertTrue(!out.contains("no steps"), out);
                }));
    }

    /** Both boxes are 2 x 2; common are 1 x 2, around both is 3 x 2, and the centres are 1 apart. */
    @Test
    void areasOfBoxesAreMultiplied() {
        String boxes = " --true 0,0,2,2 --pred 1,0,3,2";
        assertSteps("iou" + boxes, "= 2.0", "= 6.0", "1 - 2.0 / 6.0 = 0.6666666666666666");
        assertSteps(
                "giou" + boxes, "= 2.0", "= 6.0", "= 6.0", "1 - 2.0 / 6.0 + (6.0 - 6.0) / 6.0 = 0.6666666666666666");
        // 2/3 + 1/13
        assertSteps("diou" + boxes, "/ 2 = 1.0", "1.0^2 / 3.605551275463989^2 = 0.7435897435897436");
    }

    /** The shapes of 1 x 1 and 1 x 2 differ by 2/pi (arctan 1 - arctan 1/2), whose square is v. */
    @Test
    void shapesOfBoxesAreCompared() {
        assertSteps(
                "ciou --true 0,0,1,1 --pred 0,0,1,2",
                "v = (2 / pi (arctan((1.0 - 0.0) / (1.0 - 0.0)) - arctan((1.0 - 0.0) / (2.0 - 0.0))))^2",
                "= 0.041956461494",
                "1 - 1.0 / 2.0 + 0.5^2 / 2.23606797749979^2 + 0.003248129298557006 = 0.553248129298557");
        assertSteps("ciou --true 0,0,1,1 --pred 0,0,1,1", "s = 0 = 0.0 (0.0 = 0)", "+ 0.0 = 0.0");
    }

    @Test
    void labelsAreComparedOneByOne() {
        assertSteps("hamming --true 2,2 --pred 1,2", "1.0 is not 2.0: 1.0\n", "2.0 = 2.0: 0.0\n");
        assertSteps("hamming --true 0,1;1,1 --pred 0,0;0,0", ": (0 + 1) / 2 = 0.5\n", ": (1 + 1) / 2 = 1.0\n");
        assertSteps("zero_one --true 0,1;1,1 --pred 0,1;1,0", ": max(0, 0) = 0.0\n", ": max(0, 1) = 1.0\n");
        assertSteps("binary_accuracy --true 1,0 --pred 0.9,0.4", ": 0.9 > 0.5: 1.0\n", ": 0.4 <= 0.5: 1 - 0.0 = 1.0\n");
    }

    /** The true label, 0.75, is second of three; one pair in two is in the wrong order. */
    @Test
    void labelsAreCountedDownFromTheGreatestScore() {
        String row = " --true 1,0,0;1,0,1 --pred 0.75,0.5,1;0.3,0.2,0.1";
        assertSteps("coverage_error" + row, ": max(1 + 0 + 1, 0, 0) = 2.0\n", ": max(1 + 0 + 0, 0, 1 + 1 + 1) = 3.0\n");
        assertSteps(
                "label_ranking_average_precision" + row,
                "ranks = 2.0\n    1.0 / 2.0 = 0.5\n",
                "hits = [1.0, 2.0]\n    ranks = [1.0, 3.0]\n    (1.0 / 1.0 + 2.0 / 3.0) / 2 = 0.8333333333333333\n");
        assertSteps("label_ranking_loss" + row, "wrong = 1.0", "pairs = 2.0", "1.0 / 2.0 = 0.5\n", "wrong = 1.0");
        // classes 0 and 2 of three, each against class 1
        assertSteps(
                "multilabel_margin --true 0,2,-1 --pred 0.5,0,2", "costs = [0.5, 0.0]", "(0.5 + 0.0) / 3 = 0.16666");
    }

    /** Places 1, 2, 3 cost log2 of 2, 3, 4. */
    @Test
    void documentsAreTakenInTheOrderOfTheirScores() {
        String list = " --true 1,0,3 --pred 1,2,3";
        String gains = "gains = [3.0, 0.0, 1.0]";
        String logs = "logs = [1.0, 1.5849625007211563, 2.0]";
        String sum = "3.0 / 1.0 + 0.0 / 1.5849625007211563 + 1.0 / 2.0";
        assertSteps("dcg" + list, gains, logs, sum + " = 3.5\n");
        assertSteps("ndcg" + list, gains, logs, "best = 3.63092975357145", "(" + sum + ") / 3.63092975357145");
        assertSteps("dcg --true 4,0,2 --pred 1,1,0 --ties shared --k 1", "gains = 2.0", "2.0 / 1.0 = 2.0\n");
        assertSteps("precision_at_k --k 2" + list, "relevant = [1.0, 0.0]\n    (1.0 + 0.0) / 2 = 0.5\n");
        // equal scores share the places 1 and 2
        assertSteps(
                "approx_ndcg --true 0,1 --pred 0,0", "ranks = [1.5, 1.5]", "1.0 / log2(1 + 1.5)) / 1.0 = 0.2435292");
        assertSteps(
                "list_mle --true 2,1,0 --pred 0,0,0", "sums = [3.0, 2.0, 1.0]", "(ln(3.0) - 0.0) + (ln(2.0) - 0.0)");
    }

    @Test
    void distributionsAreAddedUpFromTheFirstClass() {
        assertSteps(
                "wasserstein1 --true 1,0,0 --pred 0.5,0.25,0.25",
                "ahead = [0.0, -0.5, -0.25]\n    |0.0| + |-0.5| + |-0.25| = 0.75\n");
        assertSteps(
                "ranked_probability_score --normalized --true 1 --pred 0.25,0.5,0.25",
                "P = [0.25, 0.75]\n    reached = [0.0, 1.0]\n    ((0.25 - 0.0)^2 + (0.75 - 1.0)^2) / (3 - 1) = 0.0625\n");
        // max(0, 1 - 1/4) + max(0, 1/2 - 1/4) = 1
        assertSteps("multiclass_sparsemax --true 1 --pred 1,0.5,-3", "threshold = 0.25", "p = [0.75, 0.25, 0.0]");
    }

    @Test
    void membersOfAnEnsembleAreSetAgainstTheTruthAndEachOther() {
        String members = " --true 0,0 --pred 3,4,-3,-4";
        assertSteps(
                "energy_score" + members, "away = [5.0, 5.0]", "apart = 10.0", "divisor = 4.0", "10.0 / 4.0 = 2.5\n");
        assertSteps("energy_score --fair" + members, "divisor = 2.0", "(5.0 + 5.0) / 2 - 10.0 / 2.0 = 0.0\n");
        // Student's t with 3 degrees of freedom at 2, as in any table: F = 0.93034
        assertSteps("crps_student_t --df 3 --true 2 --pred 0 --scale 1", "z = 2.0", "F = 0.930337", "f = 0.067509");
    }

    @Test
    void pairsOfABatchAreCounted() {
        // exp(cos 0), and exp(cos 90 degrees)
        assertSteps(
                "ntxent --temperature 1 --true 0,0,1 --pred 1,0;2,0;0,3",
                "pairs = [2.718281828459045, 2.718281828459045]",
                "others = [1.0, 1.0]",
                "(ln(1 + 1.0 / 2.718281828459045) + ln(1 + 1.0 / 2.718281828459045)) / 2 = 0.31326168");
        // the first: exp(1.5 x 0.5), then exp(0.5 x -0.5)
        assertSteps(
                "circle --gamma 1 --margin 0.5 --true 0,0,1 --pred 1,0;0,1;0,1",
                "positives = [2.117000016612675, 2.117000016612675, 0.0]",
                "negatives = [0.7788007830714049, 2.117000016612675, ");
    }

    @Test
    void errorsOfASeriesAreScaled() {
        assertSteps("mase --true 1,3,2,5 --pred 1,2,4,5", "scale = 2.0", "(0.0 + 1.0 + 2.0 + 0.0) / 4 / 2.0 = 0.375\n");
        assertSteps(
                "rmsse --true 0,1,0,1 --pred 0,4,0,5",
                "errors = [0.0, 3.0, 0.0, 4.0]",
                "scale = 1.0",
                "sqrt((0.0^2 + 3.0^2 + 0.0^2 + 4.0^2) / 4) / 1.0 = 2.5\n");
        assertSteps(
                "theil_u2 --true 1,2,4 --pred 9,2.5,4",
                "errors = [0.5, 0.0]",
                "changes = [1.0, 1.0]",
                "sqrt((0.5^2 + 0.0^2) / (1.0^2 + 1.0^2)) = 0.35355339059327");
        assertSteps(
                "nrmse --normalization range --true 0,8 --pred 3,5", "rmse = 3.0;  size = 8.0;  3.0 / 8.0 = 0.375\n");
        assertSteps(
                "r2 --true 1,3 --pred 1,2", "m = (1.0 + 3.0) / 2 = 2.0\n", "((1.0 - 2.0)^2 + (3.0 - 2.0)^2) = 0.5\n");
        // of the weights 1, 2, 3 the last alone is half
        assertSteps("median_ae --true 0,0,0 --pred 25,50,0 --weights 1,2,3", "; weights [1.0, 2.0, 3.0]) = 12.5\n");
    }

    @Test
    void survivalIsToldByPlacesAndThoseAtRisk() {
        assertSteps(
                "aft --true 1 --pred 0 --upper 1", "z = 0.0", "f = 0.3989422804014", "/ (1.0 * 1.0)) = 0.918938533");
        assertSteps(
                "aft --true 0 --pred 0 --upper 1", "z = [-Infinity, 0.0]", "F = [0.0, 0.5]", "-ln(0.5 - 0.0) = 0.6931");
        // at 2, one of three at risk is lost: two thirds are kept
        assertSteps(
                "ipcw_brier --at 3 --true 1,2,3,4 --pred 0.5,0.5,0.5,0.5 --event 1,0,1,1",
                "inverse_G = [1.0, 0.0, 1.5, 1.5]",
                "1.5 * 0.5^2 + 1.5 (-0.5)^2) / 4 = 0.25\n");
        String tied = "cox --true 1,1,2 --pred 0,0,0 --event 1,1,0";
        assertSteps(tied, "risks = [3.0, 3.0]");
        assertSteps(
                tied + " --ties efron", "risks = [3.0, 2.0]", "((ln(3.0) - 0.0) + (ln(2.0) - 0.0)) / 2 = 0.8958797");
        // hazards 1, 2, 3; the events weigh 3 together, each in Efron's turns 3/2
        assertSteps(
                tied + " --ties efron --weights 1,2,3",
                "risks = [6.0, 4.5]",
                "shares = [1.5, 1.5]",
                "(1.5 ln(6.0) + 1.5 ln(4.5) - (1.0 * 0.0 + 2.0 * 0.0)) / (1.0 + 2.0)");
    }

    @Test
    void overlapsAreAddedUpOverAllSamples() {
        String soft = " --true 0,1;1,1 --pred 0.5,0.5;0.5,1";
        assertSteps(
                "dice" + soft, "I = 0.0 * 0.5 + 1.0 * 0.5 + 1.0 * 0.5 + 1.0 * 1.0 = 2.0", "1 - 2 * 2.0 / 5.5 = 0.2727");
        assertSteps(
                "tversky" + soft, "= 2.0\n", "= 0.5\n", "= 1.0\n", "1 - 2.0 / (2.0 + 0.5 * 0.5 + 0.5 * 1.0) = 0.2727");
        assertSteps(
                "lovasz_softmax --true 0,1 --pred 0.75,0.25;0.5,0.5",
                "m0 = [0.25, 0.5]",
                "dJ0 = [0.5, 0.5]",
                "(0.5 * 0.25 + 0.5 * 0.5 + (0.0 * 0.25 + 1.0 * 0.5)) / 2 = 0.4375\n");
    }

    /** Of one label in two steps: label label, label blank, blank label; of two that differ, with a blank or without. */
    @Test
    void alignmentsAreCounted() {
        assertSteps(
                "ctc --true 1 --pred -1,-2,-3,-4 --input-lengths 2 --target-lengths 1",
                "alignments = 3.0",
                // ln(e^-6 + e^-5) and -1 - 4, or the other way about
                "ends = [-4.686738312481777, -5.0]",
                "-ln(exp(-4.686738312481777) + exp(-5.0)) = 4.138005195941749\n");
        // 12 with a step more: 112 122 b12 1b2 12b
        assertSteps(
                "ctc --classes 3 --true 1,2 --pred 0,0,0,0,0,0,0,0,0 --from-logits --input-lengths 3 --target-lengths 2",
                "alignments = 5.0");
        // 11 wants a blank between
        assertSteps(
                "ctc --true 1,1 --pred 0,0,0,0,0,0 --from-logits --input-lengths 3 --target-lengths 2",
                "alignments = 1.0");
    }

    private static String explain(String command) {
        List<String> words = new ArrayList<>(Arrays.asList(Said.words(command)));
        words.add(0, "explain");
        Said said = Said.by(words.toArray(new String[0]));
        assertEquals(0, said.status(), said.err());
        return said.out();
    }

    /** Each part follows the one before it. */
    private static void assertSteps(String call, String... parts) {
        String out = explain("lossctl " + call);
        int at = out.indexOf("With these numbers");
        for (String part : parts) {
            int next = out.indexOf(part, at);
            assertTrue(next >= 0, part + " is wanted in\n" + out);
            at = next + part.length();
        }
    }
}
