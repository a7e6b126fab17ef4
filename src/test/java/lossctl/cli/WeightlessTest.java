package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights are finite, not negative, and their sum is above 0, else they are refused: of every loss, not of means alone. */
class WeightlessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mae",
                "rmse",
                "r2",
                "rse",
                "mase",
                "rmsse",
                "minkowski",
                "explained_variance",
                "max_error",
                "median_ae",
                "f1",
                "mcc",
                "precision",
                "jaccard"
            })
    void weightsThatSumTo0AreRefused(String loss) {
        Said said = Said.by(loss, "--true", "0,1,0,1", "--pred", "0,0,1,1", "--weights", "0,0,0,0");
        assertEquals(3, said.status(), said.out());
        assertTrue(said.err().contains("the weights sum to 0"), said.err());
        String request = "{\"loss\":\"" + loss + "\",\"y_true\":[0,1,0,1],\"y_pred\":[0,0,1,1],"
                + "\"sample_weight\":[0,0,0,0],\"want\":[\"value\",\"gradient\"]}";
        String answer = Said.read(request, "batch").out();
        assertTrue(answer.contains("the weights sum to 0"), answer);
    }

    /** What scikit-learn 1.9 does with zero weights alone, of every score that takes weights. */
    @ParameterizedTest
    @CsvSource({
        "rmse, root_mean_squared_error",
        "rmsle, root_mean_squared_log_error",
        "r2, r2_score",
        "explained_variance, explained_variance_score",
        "median_ae, median_absolute_error",
        "d2_absolute_error, d2_absolute_error_score",
        "d2_pinball, d2_pinball_score",
        "d2_tweedie, d2_tweedie_score",
        "d2_log_loss, d2_log_loss_score",
        "d2_brier, d2_brier_score",
        "roc_auc, roc_auc_score",
        "average_precision, average_precision_score",
        "balanced_accuracy, balanced_accuracy_score",
        "f1, f1_score",
        "mcc, matthews_corrcoef",
        "cohen_kappa, cohen_kappa_score",
        "jaccard, jaccard_score",
    })
    void scikitLearnRefusesThemAtThePromptAsInBatch(String loss, String theirs) {
        Said said = Said.by(loss, "--as", "sklearn", "--true", "0,1,0,1", "--pred", "0,0,1,1", "--weights", "0,0,0,0");
        assertEquals(3, said.status(), said.out());
        assertEquals("lossctl " + loss + ": the weights sum to 0: nothing weighs anything\n", said.err());
        String request = "{\"as\":\"sklearn\",\"loss\":\"" + theirs + "\",\"y_true\":[0,1,0,1],"
                + "\"y_pred\":[0,0,1,1],\"sample_weight\":[0,0,0,0]}";
        String answer = Said.read(request, "batch").out();
        assertTrue(answer.contains("Weights sum to zero"), answer);
    }

    /** It divides by their sum without a look at it. */
    @ParameterizedTest
    @ValueSource(strings = {"sklearn", "sklearn-1.2"})
    void anAveragePrecisionOfLabelRankingsIsNoNumberToScikitLearnThen(String as) {
        Said said = Said.by(Said.words(
                "lossctl label_ranking_average_precision --true 1,0;0,1 --pred 0.5,0.2;0.1,0.3 --weights 0,0 --as "
                        + as));
        assertEquals("NaN\n", said.out(), said.err());
        String answer = Said.read(
                        "{\"as\":\"" + as + "\",\"loss\":\"label_ranking_average_precision_score\","
                                + "\"y_true\":[[1,0],[0,1]],\"y_pred\":[[0.5,0.2],[0.1,0.3]],\"sample_weight\":[0,0]}",
                        "batch")
                .out();
        assertTrue(answer.contains("\"value\":\"NaN\""), answer);
    }

    /** What scikit-learn 1.9.1 says of areas that are weighed by how often a class is there, of which none is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            roc_auc_score           | 'multi_class':'ovr',
            average_precision_score | ``
            """)
    void areasOfClassesWeighedByNothingAre0ToScikitLearn(String loss, String more) {
        String request = "{'as':'sklearn','loss':'" + loss + "','params':{" + more + "'average':'weighted'},"
                + "'y_true':[1,0,2,1],'y_pred':[[0.2,0.5,0.3],[0.6,0.3,0.1],[0.1,0.1,0.8],[0.3,0.4,0.3]],"
                + "'sample_weight':[0,0,0,0]}";
        String answer = Said.read(request.replace('\'', '"'), "batch").out();
        assertTrue(answer.contains("\"value\":0.0,"), answer);
    }

    /** So says scikit-learn 1.9.1: each share of false positives is NaN, and no two points are left below the limit. */
    @Test
    void aPartOfAnAreaWithoutNegativesThatWeighIsRefusedByScikitLearn() {
        String request = "{'as':'sklearn','loss':'roc_auc_score','params':{'max_fpr':0.5},"
                + "'y_true':[0,1,0,1],'y_pred':[0.1,0.4,0.35,0.8],'sample_weight':[0,1,0,1]}";
        String answer = Said.read(request.replace('\'', '"'), "batch").out();
        assertTrue(answer.contains("At least 2 points are needed to compute area under curve"), answer);
    }

    @Test
    void theOlderScikitLearnCountsNothingAsZero() {
        Said said = Said.by("f1", "--as", "sklearn-1.2", "--true", "0,1", "--pred", "1,1", "--weights", "0,0");
        assertEquals("0.0\n", said.out(), said.err());
    }

    /** The gradient asks for the value first: there is nothing to divide by. */
    @Test
    void noGradientIsTakenOfThem() {
        Said said = Said.by("mase", "--true", "0,1", "--pred", "0,3", "--weights", "0,0", "--gradient");
        assertEquals(3, said.status(), said.err());
    }

    /** By hand: a greatest error, and one that is infinite; 50 % and 1.5 - 1 are left. */
    @ParameterizedTest
    @CsvSource({"max_error, 0.5", "rmspe, 50.0"})
    void aSampleThatWeighsNothingIsNoSample(String loss, String value) {
        Said said = Said.by(loss, "--true", "1,0", "--pred", "1.5,5", "--weights", "1,0");
        assertEquals(value + "\n", said.out(), said.err());
    }

    /** By hand: 100 / |truth| of the only one that counts. */
    @Test
    void aSampleThatWeighsNothingHasNoSlope() {
        Said said = Said.by("rmspe", "--true", "1,0", "--pred", "1.5,5", "--weights", "1,0", "--gradient");
        assertEquals("y_true,y_pred,gradient\n1.0,1.5,100.0\n0.0,5.0,0.0\n", said.out(), said.err());
    }

    /** The last one at risk weighs nothing: ln(1 + e) / 2 is what the other two come to, by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"breslow", "efron"})
    void nobodyAtRiskWhoWeighsAnythingIsNoRisk(String ties) {
        Said said = Said.by(
                Said.words("lossctl cox --true 1,2,3 --pred 0,1,0.5 --event 1,1,1 --weights 1,1,0 --ties " + ties));
        assertEquals("0.6566308437591114\n", said.out(), said.err());
    }

    @Test
    void aGroupThatWeighsNothingHasNoValue() throws IOException {
        String text = "y_true,y_pred,w,g\n1,2,0,a\n2,4,0,a\n1,2,1,b\n2,3,1,b\n";
        String file = Files.writeString(folder.resolve("z.csv"), text).toString();
        Said said = Said.by("eval", "-l", "rmse,mae", file, "--weight-col", "w", "--by", "g", "-f", "csv");
        assertEquals("g,n,rmse,mae\na,2,,\nb,2,1.0,1.0\n(all),4,1.0,1.0\n", said.out());
        assertTrue(said.err().contains("rmse has no value in group 'a': the weights sum to 0"), said.err());
    }
}
