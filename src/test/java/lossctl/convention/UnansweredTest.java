package lossctl.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lossctl.catalog.Catalog;
import org.junit.jupiter.api.Test;

/** What a framework has and is no loss of predictions is refused with the reason, whatever the case of its name. */
class UnansweredTest {
    @Test
    void aNameWithoutAnAnswerIsRefusedWithTheReason() {
        for (String[] each : new String[][] {
            {"xgboost", "rank:ndcg", "made up pair by pair"},
            {"xgboost", "rank:pairwise", "rank_net"},
            {"lightgbm", "lambdarank", "its measure is ndcg"},
            {"lightgbm", "rank_xendcg", "drawn at random"},
            {"catboost", "YetiRank", "drawn at random"},
            {"catboost", "querycrossentropy", "where the loss is least"},
            {"optax", "make_fenchel_young_loss", "a function of yours"},
            {"sklearn", "roc_curve", "a curve or a table"},
            {"sklearn", "confusion_matrix", "a curve or a table"},
            {"keras", "auc", "counts at thresholds"},
            {"keras", "OneHotIoU", "does not compute it as it is computed there"},
            {"keras", "IoU", "another measure"},
            {"torchmetrics", "total_variation", "another measure"},
            {"catboost", "WKappa", "does not compute it as it is computed there"},
            {"torchmetrics", "binary_roc", "a curve or a table"},
            {"torchmetrics", "multiclass_exact_match", "no score of the catalogue"},
        }) {
            Refused refused =
                    assertThrows(Refused.class, () -> Conventions.find(each[0]).rule(each[1]));
            assertTrue(refused.getMessage().contains(each[2]), refused.getMessage());
            assertTrue(refused.getMessage().startsWith(each[0] + "'s " + each[1]), refused.getMessage());
        }
    }

    @Test
    void noFrameworkBothAnswersANameAndRefusesIt() {
        for (String framework :
                Conventions.names().subList(1, Conventions.names().size())) {
            for (Rule rule : Conventions.find(framework).rules()) {
                for (String name : rule.names()) {
                    assertEquals(null, Unanswered.why(framework, name), framework + " " + name);
                }
            }
        }
    }

    @Test
    void whatIsSaidToBeNoScoreOfTheCatalogueIsNone() {
        for (String framework :
                Conventions.names().subList(1, Conventions.names().size())) {
            for (String name : Unanswered.names(framework)) {
                boolean none = Unanswered.why(framework, name).endsWith("no score of the catalogue");
                assertTrue(!none || Catalog.find(name) == null, framework + " " + name);
            }
        }
    }

    @Test
    void anotherMeasureOfTheSameNameIsNotListedBesideTheLoss() {
        assertEquals(null, Unanswered.named("torchmetrics", "total_variation"));
        assertEquals(null, Unanswered.named("keras", "iou"));
        assertEquals("Kappa", Unanswered.named("catboost", "cohen_kappa"));
    }

    @Test
    void aNameThatNobodyKnowsIsRefusedAsBefore() {
        Refused refused =
                assertThrows(Refused.class, () -> Conventions.find("optax").rule("dice_los"));
        assertEquals("optax has no loss 'dice_los' that is known here. Did you mean: dice_loss?", refused.getMessage());
        assertEquals(null, Unanswered.why("optax", "dice_los"));
        assertTrue(List.of("xgboost", "lightgbm").stream().allMatch(name -> Unanswered.why(name, "mse") == null));
    }
}
