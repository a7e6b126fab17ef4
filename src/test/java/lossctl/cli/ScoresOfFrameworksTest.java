package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Scores of rows as scikit-learn 1.9.1 and torchmetrics 1.9.0 tell them, by the numbers that they answered. */
class ScoresOfFrameworksTest {
    private static void holds(double expected, String command) {
        Said said = Said.by(Said.words("lossctl " + command));
        assertEquals(0, said.status(), command + ": " + said.err());
        assertEquals(expected, Double.parseDouble(said.out().trim()), 3e-7, command);
    }

    @Test
    void labelsAreAsFarApartAsTheirPlacesToScikitLearn() {
        String labels = "cohen_kappa --true 0,2,7,2,0 --pred 0,7,7,0,2 --as sklearn --weighting ";
        holds(0.34782608695652184, labels + "linear");
        holds(0.5714285714285714, labels + "quadratic");
        holds(Double.NaN, "cohen_kappa --true 3,3 --pred 3,3 --as sklearn");
    }

    /** sklearn.metrics.fbeta_score(y_true, y_pred, *, beta, ...): a TypeError without, and an error below 0. */
    @Test
    void howMuchMoreRecallCountsHasNoDefaultToScikitLearn() {
        String call = "{\"as\":\"sklearn\",\"loss\":\"fbeta_score\",\"y_true\":[1,0,1],\"y_pred\":[1,0,0]";
        Said none = Said.read(call + "}", "batch");
        assertEquals(3, none.status());
        assertTrue(none.out().contains("fbeta_score wants 'beta'"), none.out());
        Said below = Said.read(call + ",\"params\":{\"beta\":-1}}", "batch");
        assertTrue(below.out().contains("'beta' of fbeta_score is to be 0 or more, not -1.0"), below.out());
        Said two = Said.read(call + ",\"params\":{\"beta\":2}}", "batch");
        assertTrue(two.out().contains("\"value\":0.5555555555555556"), two.out());
    }

    @Test
    void ofEqualScoresTheLaterClassComesFirstToScikitLearn() {
        String rows = "top_k_accuracy --true 0,1,2 --pred 0.4,0.4,0.2;0.4,0.4,0.2;0.1,0.2,0.7 --k 1";
        holds(0.6666666666666666, rows + " --as sklearn");
        holds(1, "top_k_accuracy --true 1 --pred 0.5,0.3,0.2 --as sklearn");
    }

    @Test
    void equalScoresShareTheirPlacesToScikitLearn() {
        holds(0.6900468833579672, "ndcg --true 1,0,2 --pred 0.5,0.5,0.1 --as sklearn");
        holds(1.8154648767857287, "dcg --true 1,0,2 --pred 0.5,0.5,0.1 --as sklearn");
        holds(0, "ndcg --true 0,0 --pred 1,2 --as sklearn");
        assertEquals(
                3, Said.by(Said.words("lossctl ndcg --true 0,0 --pred 1,2")).status());
    }

    @Test
    void jaccardsIndexIsAveragedOverClassesThatOccur() {
        String labels = "jaccard --true 0,1,2,2 --pred 0,2,2,1 --average macro --as ";
        holds(0.4444444444444444, labels + "sklearn");
        holds(0.4444444477558136, labels + "torchmetrics");
        holds(0.3333333432674408, "jaccard --true 1,1,0 --pred 0.6,0.2,0.7 --as torchmetrics");
        holds(0.4285714030265808, "cohen_kappa --true 0,1,2,2 --pred 0,2,2,1 --weighting linear --as torchmetrics");
    }

    /** Source: sklearn/_loss/tests/test_loss.py, test_loss_on_specific_values. */
    @Test
    void lossesOfScoresAreNotClipped() {
        holds(1e3, "bce --from-logits --true 1 --pred -1000 --as sklearn");
        holds(
                Math.log1p(4) - 0.25 * Math.log(4),
                "bce --from-logits --true 0.25 --pred 1.3862943611198906 --as sklearn");
        holds(1e4 - 7e-7, "sparse_cce --from-logits --true 2 --pred 10000,0,7e-7 --as sklearn");
    }

    @Test
    void theOlderVersionIsRefusedWhereItIsNotKnown() {
        Said said = Said.read(
                "{\"as\":\"sklearn-1.2.1\",\"loss\":\"jaccard_score\",\"y_true\":[1,0],\"y_pred\":[1,1]}\n",
                "batch",
                "-");
        assertTrue(said.out().contains("jaccard_score is known of scikit-learn 1.9 alone"), said.out());
    }
}
