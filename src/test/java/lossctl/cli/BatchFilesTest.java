package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What batch says of samples beside their loss, and files whose classes are names. */
class BatchFilesTest {
    @TempDir
    Path folder;

    private static String answer(String request) {
        return Said.read(request.replace('\'', '"') + "\n", "batch").out();
    }

    private static String value(String answer) {
        return answer.replaceFirst("(?s).*\"value\":([^,}]*).*", "$1");
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), text).toString();
    }

    @Test
    void rowsThatDoNotSumToOneAreTold() {
        String odd = answer("{'loss':'sparse_cce','y_true':[1,0],'y_pred':[[0.5,0.5],[0.2,0.9]]}");
        assertTrue(
                odd.contains("\"warnings\":[\"1 row of probabilities does not sum to 1 (first: row 1, sum 1.1)"), odd);
        String even = answer("{'loss':'sparse_cce','y_true':[1,0],'y_pred':[[0.5,0.5],[0.2,0.8]]}");
        assertTrue(even.endsWith("|v:1.0.0\"}\n"), even);
        String far = answer("{'loss':'bce','y_true':[1,0],'y_pred':[0,0.5]}");
        assertTrue(far.contains("\"warnings\":[\"the loss is Infinity at row 0\"]"), far);
    }

    /** The numbers are those of scikit-learn 1.9, which sorts names. */
    @Test
    void aFileMayNameClassesForScikitLearn() throws IOException {
        String labels = file("y_true,y_pred\ncat,cat\ndog,cat\nbird,bird\ndog,dog\n");
        assertEquals("0.75", value(answer("{'as':'sklearn','loss':'accuracy_score','file':'" + labels + "'}")));
        assertEquals(
                "0.7777777777777778",
                value(answer(
                        "{'as':'sklearn','loss':'f1_score','params':{'average':'macro'},'file':'" + labels + "'}")));
        String shares = file("y_true,p0,p1\nyes,0.2,0.8\nno,0.6,0.4\n");
        assertEquals("0.3669845875401002", value(answer("{'as':'sklearn','loss':'log_loss','file':'" + shares + "'}")));
        String single = file("y_true,y_prob,w\nyes,0.8,1\nno,0.4,3\n");
        assertEquals(
                "0.43890510565304547",
                value(answer("{'as':'sklearn','loss':'log_loss','weight_col':'w','file':'" + single + "'}")));
    }

    @Test
    void whatIsNoNumberAndNoClassIsRefusedStill() throws IOException {
        String file = file("y_true,y_pred,w\n1,2,1\n0,3,x\n");
        String answer = answer("{'as':'sklearn','loss':'log_loss','weight_col':'w','file':'" + file + "'}");
        assertTrue(answer.contains("NOT_A_NUMBER") && answer.contains(":3:5: column 'w'"), answer);
        String numbers = file("y_true,y_pred\na,2\nb,3\n");
        for (String loss :
                new String[] {"'as':'torch','loss':'mse_loss'", "'as':'sklearn','loss':'mean_squared_error'"}) {
            String read = answer("{" + loss + ",'file':'" + numbers + "'}");
            assertTrue(read.contains("\"error\""), read);
            String given = answer("{" + loss + ",'y_true':['a','b'],'y_pred':[2,3]}");
            assertTrue(given.contains("y_true holds texts, but"), given);
        }
    }

    /** The numbers are those of scikit-learn 1.9. */
    @Test
    void namesAreTakenWhereLabelsAreAndRefusedWhereScoresAre() {
        String names = ",'y_true':['a','b','c'],'y_pred':['b','b','c']}";
        for (String loss : new String[] {"hamming_loss", "zero_one_loss"}) {
            assertEquals("0.3333333333333333", value(answer("{'as':'sklearn','loss':'" + loss + "'" + names)), loss);
        }
        assertEquals("0.5", value(answer("{'as':'sklearn','loss':'cohen_kappa_score'" + names)));
        for (String loss : new String[] {"log_loss", "brier_score_loss", "hinge_loss", "roc_auc_score"}) {
            String two = "{'as':'sklearn','loss':'" + loss + "','y_true':['a','b'],'y_pred':['b','b']}";
            assertTrue(answer(two).contains("y_pred holds texts, but " + loss + " takes numbers"), loss);
        }
    }

    @Test
    void aMissingValueIsNoNameOfAClass() throws IOException {
        String file = file("y_true,y_pred\ncat,cat\nNA,cat\ndog,dog\n");
        String truth = answer("{'as':'sklearn','loss':'accuracy_score','file':'" + file + "'}");
        assertTrue(truth.contains("MISSING_VALUE"), truth);
        assertTrue(truth.contains("\"" + file + ":3: column 'y_true': missing value: 'NA'\""), truth);
        file = file("y_true,y_pred\ncat,cat\ncat,\ndog,dog\n");
        String prediction = answer("{'as':'sklearn','loss':'accuracy_score','file':'" + file + "'}");
        assertTrue(prediction.contains(":3: column 'y_pred': missing value: ''"), prediction);
    }
}
