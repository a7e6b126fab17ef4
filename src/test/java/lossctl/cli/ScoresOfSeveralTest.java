package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** scikit-learn's scores of classes one by one and of label sets: the examples of its documentation, and by hand. */
class ScoresOfSeveralTest {
    private static void says(String expected, String loss, String rest) {
        String out = Said.read("{\"id\":1,\"as\":\"sklearn\",\"loss\":\"" + loss + "\"," + rest + "}\n", "batch", "-")
                .out();
        assertTrue(out.contains(expected), expected + " is not in " + out);
    }

    /** Source: the documentation of precision_score, recall_score and f1_score, version 1.9. */
    @Test
    void anAverageOfNoneTellsAValuePerClass() {
        String data = ",\"y_true\":[0,1,2,0,1,2],\"y_pred\":[0,2,1,0,0,1]";
        says("\"value\":[0.6666666666666666,0.0,0.0]", "precision_score", "\"params\":{\"average\":null}" + data);
        says("\"value\":[1.0,0.0,0.0]", "recall_score", "\"params\":{\"average\":\"none\"}" + data);
        says("\"value\":[0.8,0.0,0.0]", "f1_score", "\"params\":{\"average\":null}" + data);
        String never = ",\"y_true\":[0,1,2,0,1,2],\"y_pred\":[0,0,0,0,0,0]";
        says("\"value\":[0.3333333333333333,0.0,0.0]", "precision_score", "\"params\":{\"average\":null}" + never);
        says(
                "\"value\":[0.3333333333333333,1.0,1.0]",
                "precision_score",
                "\"params\":{\"average\":null,\"zero_division\":1}" + never);
    }

    /** Source: the documentation: multilabel f1 of [[0,0,0],[1,1,1],[0,1,1]] and [[0,0,0],[1,1,1],[1,1,0]]. */
    @Test
    void labelSetsAreScoredByLabelBySampleAndTogether() {
        String data = ",\"y_true\":[[0,0,0],[1,1,1],[0,1,1]],\"y_pred\":[[0,0,0],[1,1,1],[1,1,0]]";
        says(
                "\"value\":[0.6666666666666666,1.0,0.6666666666666666]",
                "f1_score",
                "\"params\":{\"average\":null}" + data);
        says("\"value\":[0.5,1.0,1.0]", "precision_score", "\"params\":{\"average\":null}" + data);
        says("\"value\":[1.0,1.0,0.5]", "recall_score", "\"params\":{\"average\":null}" + data);
        says("\"value\":0.8", "precision_score", "\"params\":{\"average\":\"micro\"}" + data);
        says("\"value\":0.5,", "precision_score", "\"params\":{\"average\":\"samples\"}" + data);
        says("\"value\":0.9,", "precision_score", "\"params\":{\"average\":\"weighted\"}" + data);
        says("choose another average", "precision_score", "\"params\":{}" + data);
    }

    @Test
    void zeroDivisionStandsForAPositiveClassThatNobodyPredicted() {
        String data = ",\"y_true\":[0,1],\"y_pred\":[0,0]";
        says("\"value\":1.0,", "precision_score", "\"params\":{\"zero_division\":1}" + data);
        says("\"value\":0.0,", "precision_score", "\"params\":{\"zero_division\":\"warn\"}" + data);
    }

    /** Numbers of scikit-learn 1.2.1, to 15 digits. */
    @Test
    void theAreaOfSeveralClassesIsOfEachAgainstTheRestOrOfEachPair() {
        String data = ",\"y_true\":[0,1,2,1,0],"
                + "\"y_pred\":[[0.5,0.3,0.2],[0.2,0.5,0.3],[0.1,0.2,0.7],[0.6,0.3,0.1],[0.3,0.4,0.3]]";
        says(
                "\"value\":0.805555555555555",
                "roc_auc_score",
                "\"params\":{\"multi_class\":\"ovr\",\"average\":\"macro\"}" + data);
        says(
                "\"value\":0.766666666666666",
                "roc_auc_score",
                "\"params\":{\"multi_class\":\"ovr\",\"average\":\"weighted\"}" + data);
        says(
                "\"value\":0.8541666666666666",
                "roc_auc_score",
                "\"params\":{\"multi_class\":\"ovo\",\"average\":\"macro\"}" + data);
        says(
                "\"value\":0.825",
                "roc_auc_score",
                "\"params\":{\"multi_class\":\"ovo\",\"average\":\"weighted\"}" + data);
        says("multi_class must be in ('ovo', 'ovr')", "roc_auc_score", "\"params\":{}" + data);
    }
}
