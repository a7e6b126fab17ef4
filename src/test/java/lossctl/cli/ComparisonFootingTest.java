package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison is made of is told with it, and what cannot be compared is refused as such. */
class ComparisonFootingTest {
    private static final String OLD = "id,y_true,y_pred,w\na,1,0.5,1\nb,0,0.25,3\nc,1,0.75,2\nd,1,,1\n";
    private static final String NEW = "id,y_true,y_pred,w\nb,0,0.125,3\na,1,0.75,1\nc,1,1,2\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(String... args) throws IOException {
        Said said = Said.by(args);
        assertEquals(0, said.status(), said.err());
        return new ObjectMapper().readTree(said.out());
    }

    @Test
    void jsonTellsSignaturesAndWhatWasLeftOut() throws IOException {
        String old = file("old.csv", OLD);
        String now = file("new.csv", NEW.replace("c,1,1,2\n", ""));
        String[] args = {
            "compare", old, now, "-l", "mse", "--key", "id", "--missing", "skip", "--unmatched", "skip", "--json", "-q"
        };
        JsonNode all = json(args);
        assertEquals(1, all.get("skipped").get(old).asInt());
        assertFalse(all.get("skipped").has(now));
        assertEquals("{\"base\":1,\"new\":0}", all.get("unmatched").get(now).toString());
        JsonNode signature = all.get("signatures").get("mse");
        assertTrue(signature.asText().startsWith("mse|reduction:mean|weights:none|missing:skip|"), all.toString());
        JsonNode whole = json("compare", now, now, "-l", "mse", "--json");
        assertFalse(whole.has("skipped") || whole.has("unmatched"), whole.toString());
    }

    @Test
    void aConventionCountsAsInEval() throws IOException {
        String old = file("old.csv", OLD.replace("d,1,,1\n", ""));
        String now = file("new.csv", NEW);
        String[] compare = {
            "compare", old, now, "-l", "mse,bce", "--key", "id", "--weight-col", "w", "--as", "keras", "--json"
        };
        JsonNode all = json(compare);
        JsonNode eval = json("eval", now, "-l", "mse,bce", "--weight-col", "w", "--as", "keras", "--json");
        for (String loss : new String[] {"mse", "bce"}) {
            assertEquals(
                    eval.get(loss), all.get("comparisons").get(now).get(loss).get("new"), loss);
            assertEquals(eval.get("signatures").get(loss), all.get("signatures").get(loss));
        }
        Said unknown = Said.by("compare", old, now, "-l", "mse", "--key", "id", "--as", "kears");
        assertEquals(2, unknown.status());
        assertTrue(unknown.err().contains("Did you mean: keras"), unknown.err());
    }

    @Test
    void aBaselineOfAnotherLossIsRefusedAsDataInOneLine() throws IOException {
        String now = file("new.csv", NEW);
        String saved = file(
                "saved.json",
                Said.by("eval", "-l", "mse", now, "--weight-col", "w", "--json").out());
        Said said = Said.by("compare", saved, now, "-l", "mse", "-q", "--fail-if", "change>5%");
        assertEquals(3, said.status(), said.err());
        assertTrue(
                said.err().startsWith(saved + ": not the same loss: 'mse|reduction:mean|weights:sum(w)"), said.err());
        Said none = Said.by("compare", saved, now, "-l", "mae");
        assertEquals(
                1, none.err().lines().filter(line -> !line.contains("warning")).count(), none.err());
    }

    @Test
    void aBaselineThatIsNoJsonIsRefusedInWordsForUsers() throws IOException {
        String now = file("new.csv", NEW);
        String saved = file("saved.json", "{\"mse\":NaN,\"n\":3,\"signatures\":{}}");
        Said said = Said.by("compare", saved, now, "-l", "mse");
        assertEquals(new Said(3, "", saved + ":1:8: not finite\n"), said);
        file("saved.json", "{}");
        assertTrue(Said.by("compare", saved, now, "-l", "mse").err().contains("; there are no fields        hint:"));
    }

    @Test
    void columnsOfTheDataGiveWayToThoseOfTheComparison() throws IOException {
        String old = file("old.csv", "loss,p,y_true,y_pred\nx,a,1,2\nx,a,2,2.5\n");
        String csv = Said.by("compare", old, old, "-l", "mse", "--by", "loss,p", "-f", "csv")
                .out();
        assertTrue(csv.startsWith("candidate,loss_2,p_2,loss,base,new,"), csv);
        String table = Said.by("compare", old, old, "-l", "mse", "--by", "p").out();
        assertTrue(table.contains("corrected for the 1 test of groups together"), table);
        assertTrue(table.startsWith("p_2    loss   base"), table);
    }

    @Test
    void aSavedEvaluationIsNoCandidateWhereColumnsHaveNumbers() throws IOException {
        String now = file("new.csv", NEW);
        String saved = file(
                "saved.json",
                Said.by("eval", "-l", "mse,mae,bce", now, "--json").out());
        Said said = Said.by("compare", now, saved, "-l", "mse", "--true-col", "2", "--pred-col", "3");
        assertEquals(3, said.status());
        assertTrue(said.err().contains("saved.json: a saved evaluation has no samples: only BASE"), said.err());
    }
}
