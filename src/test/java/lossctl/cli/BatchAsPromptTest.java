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
