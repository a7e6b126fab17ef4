package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the prompt and {@code batch} say of one call: the same number, signed by the same words, or a refusal. */
class BatchAsPromptTest {
    private static final String LABELS = ",\"y_true\":[1,0,1],\"y_pred\":[1,0,0]";

    private static String answer(String fields) {
        return Said.read("{" + fields.replace('\'', '"') + "}", "batch").out();
    }

    private static String signature(String json) {
        return json.replaceAll("(?s).*\"signature\":\"([^\"]*)\".*", "$1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f1 --beta 2 --as sklearn           | 'as':'sklearn','loss':'fbeta_score','params':{'beta':2}
            f1 --average macro --as sklearn    | 'as':'sklearn','loss':'f1_score','params':{'average':'macro'}
            jaccard --average weighted --as sklearn | 'as':'sklearn','loss':'jaccard_score','params':{'average':'weighted'}
            recall --positive 0 --as sklearn   | 'as':'sklearn','loss':'recall_score','params':{'pos_label':0}
            """)
    void aSignatureNamesAllThatTheNumberDependsOn(String prompt, String request) {
        Said said = Said.by(Said.words("lossctl " + prompt + " --true 1,0,1 --pred 1,0,0 --json"));
        assertEquals("", said.err());
        String answer = answer(request + LABELS);
        assertEquals(signature(said.out()), signature(answer));
        String value = said.out().replaceAll("(?s).*(\"value\":[^,]*),.*", "$1");
        assertTrue(answer.contains(value), answer);
    }

    /** The loss of the whole batch times what a sample weighs on average, from Keras on PyTorch. */
    @ParameterizedTest
    @CsvSource({
        "dice, Dice, 1 2 3, 0.6478873429875023",
        "dice, Dice, 0 0 2, 0.21596244766250075",
        "dice, Dice, 1 1 1, 0.32394367149375114",
        "tversky, Tversky, 1 2 3, 0.6478873620313419",
        "tversky, Tversky, 0 0 2, 0.2159624540104473",
        "tversky, Tversky, 0 0 0, 0.0",
    })
    void weightsMultiplyTheOverlapOfAWholeBatchForKeras(String loss, String theirs, String list, String value) {
        String weights = list.replace(' ', ',');
        Said said = Said.by(
                loss,
                "--as",
                "keras",
                "--true",
                "1,0;0,1;1,1",
                "--pred",
                "0.8,0.3;0.4,0.9;0.5,0.2",
                "--weights",
                weights,
                "--json");
        assertTrue(said.out().contains("\"value\":" + value + ","), said.out() + said.err());
        String answer = answer("'as':'keras','loss':'" + theirs + "','y_true':[[1,0],[0,1],[1,1]],"
                + "'y_pred':[[0.8,0.3],[0.4,0.9],[0.5,0.2]],'sample_weight':[" + weights + "]");
        assertTrue(answer.contains("\"value\":" + value + ","), answer);
    }

    @Test
    void soTheyDoItsGradient() {
        Said said = Said.by(Said.words(
                "lossctl dice --as keras --true 1,0;0,1 --pred 0.5,0.5;0.5,0.5 --weights 1,3" + " --gradient -f csv"));
        String answer = answer("'as':'keras','loss':'Dice','y_true':[[1,0],[0,1]],'y_pred':[[0.5,0.5],[0.5,0.5]],"
                + "'sample_weight':[1,3],'want':['gradient']");
        String[] row = said.out().split("\n")[1].split(",");
        assertTrue(answer.contains("\"gradient\":[[" + row[4] + "," + row[5] + "],"), answer + said.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multi_margin           | 0,2,1               | 2.7666666666666666
            multilabel_soft_margin | 0,1,1;1,0,0;1,1,0   | 1.7999164395107279
            """)
    void weightsOfClassesAreTorchsAtThePromptToo(String loss, String truth, String value) {
        Said said = Said.by(
                loss,
                "--as",
                "torch",
                "--class-weights",
                "1,2,3",
                "--true",
                truth,
                "--pred",
                "0.8,0.3,0.1;0.4,0.9,-1;0.5,0.2,2");
        assertEquals(value + "\n", said.out(), said.err());
    }

    /** Counts by hand: 2 hits, 2 false alarms, 1 miss; 5 * 2 / (5 * 2 + 4 * 1 + 2), as torchmetrics says. */
    @Test
    void torchmetricsTakesBetaAtThePromptToo() {
        Said said = Said.by(
                "f1", "--as", "torchmetrics", "--beta", "2", "--true", "1,0,1,1,0", "--pred", "1,1,0,1,1", "--json");
        assertTrue(said.out().contains("\"value\":0.625,"), said.out() + said.err());
        String data = ",'y_true':[1,0,1,1,0],'y_pred':[1,1,0,1,1]";
        String answer = answer("'as':'torchmetrics','loss':'binary_fbeta_score','params':{'beta':2}" + data);
        assertTrue(answer.contains("\"value\":0.625,"), answer);
        assertEquals(signature(said.out()), signature(answer));
    }

    @ParameterizedTest
    @CsvSource({"torchmetrics, binary_fbeta_score", "catboost, F", "sklearn, fbeta_score"})
    void aBetaThatTheFrameworkHasNoDefaultOfIsAskedFor(String framework, String loss) {
        String answer = answer("'as':'" + framework + "','loss':'" + loss + "'" + LABELS);
        assertTrue(answer.contains("wants 'beta': how many times as much recall counts as precision"), answer);
    }

    @Test
    void aSumIsSignedAsOne() {
        String circle = "'as':'keras','loss':'Circle','y_true':[0,0,1],'y_pred':[[1,0],[0,1],[0,1]],'reduction':'sum'";
        assertTrue(signature(answer(circle)).contains("|reduction:sum|"), answer(circle));
    }

    /** Scikit-learn's scores have no reduction. */
    @ParameterizedTest
    @CsvSource({"f1_score", "precision_score", "jaccard_score", "roc_auc_score", "average_precision_score"})
    void aScoreIsNoSum(String loss) {
        String answer = answer("'as':'sklearn','reduction':'sum','loss':'" + loss + "'" + LABELS);
        assertTrue(answer.contains(loss + " has no reduction 'sum'"), answer);
    }

    /** PyTorch gives these a weight a class, or none: weights of samples counted for nothing, without a word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cross_entropy                | [1,0]          | [[1,2],[3,5]]
            nll_loss                     | [1,0]          | [[-1,-2],[-3,-5]]
            multi_margin_loss            | [1,0]          | [[1,2],[3,5]]
            multilabel_margin_loss       | [[1,-1],[0,1]] | [[1,2],[3,5]]
            multilabel_soft_margin_loss  | [[1,0],[0,1]]  | [[1,2],[3,5]]
            """)
    void weightsOfSamplesThatWouldNotCountAreRefused(String loss, String truth, String prediction) {
        String call = "'as':'torch','loss':'" + loss + "','y_true':" + truth + ",'y_pred':" + prediction;
        assertTrue(answer(call).contains("\"value\":"), answer(call));
        String weighed = answer(call + ",'sample_weight':[1,2]");
        assertTrue(weighed.contains("does not weigh samples"), weighed);
    }
}
