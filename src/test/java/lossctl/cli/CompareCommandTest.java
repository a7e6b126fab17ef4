package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String GBR = "examples/dumps/diabetes_gbr.csv";
    private static final String RIDGE = "examples/dumps/diabetes_ridge.csv";

    @TempDir
    Path folder;

    private String base;
    private String better;

    @BeforeEach
    void writeDumps() throws IOException {
        base = file("base.csv", "id,y_true,y_pred\na,3.0,2.5\nb,-0.5,0.0\nc,2.0,2.0\nd,7.0,8.0\n");
        better = file("new.csv", "id,y_true,y_pred\na,3.0,2.9\nb,-0.5,-0.4\nc,2.0,2.2\nd,7.0,7.3\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theExampleOfTheManualComesOutToTheCharacter() {
        Said call = Said.by("compare", base, better, "-l", "mse");
        assertEquals(
                "loss   base     new          change      95% CI (paired t)      p  n\n"
                        + "mse   0.375  0.0375  -0.3375 (-90%)  [-0.980109, 0.305109]  0.193  4\n"
                        + "improved, not significant at 95%\n",
                call.out());
        assertEquals("", call.err());
        assertEquals(0, call.status());
    }

    @Test
    void rowsInAnotherOrderArePairedByKey() throws IOException {
        String shuffled = file("s.csv", "id,y_true,y_pred\nd,7.0,7.3\na,3.0,2.9\nc,2.0,2.2\nb,-0.5,-0.4\n");
        Said byKey = Said.by("compare", base, shuffled, "-l", "mse", "--key", "id");
        assertEquals(Said.by("compare", base, better, "-l", "mse").out(), byKey.out());
        Said byRow = Said.by("compare", base, shuffled, "-l", "mse");
        assertEquals(3, byRow.status());
        assertTrue(byRow.err().contains("the truth of row 1 is 3.0 in"), byRow.err());
    }

    @Test
    void zerosOfEitherSignAreTheSameTruth() throws IOException {
        String plus = file("plus.csv", "y_true,y_pred\n0.0,1\n1,1\n");
        String minus = file("minus.csv", "y_true,y_pred\n-0.0,1\n1,1\n");
        Said call = Said.by("compare", plus, minus, "-l", "mse", "-f", "csv");
        assertEquals(0, call.status(), call.err());
    }

    @Test
    void aCandidateThatIsNamedTwiceIsRefused() {
        Said call = Said.by("compare", base, better, better, "-l", "mse", "--json");
        assertEquals(2, call.status());
        assertEquals("", call.out());
        assertTrue(call.err().contains("is named twice"), call.err());
    }

    @Test
    void unmatchedKeysAreCountedAndLeftOutOnlyWhenAsked() throws IOException {
        String other = file("o.csv", "id,y_true,y_pred\na,3.0,2.9\nb,-0.5,-0.4\nx,2.0,2.2\ny,7.0,7.3\n");
        Said refused = Said.by("compare", base, other, "-l", "mse", "--key", "id");
        assertEquals(3, refused.status());
        assertTrue(refused.err().contains("2 keys of ") && refused.err().contains("first 'c'"), refused.err());
        Said skipped = Said.by("compare", base, other, "-l", "mse", "--key", "id", "--unmatched", "skip");
        assertEquals(0, skipped.status(), skipped.err());
        // of a and b alone: (0.25 + 0.25)/2 and (0.01 + 0.01)/2
        assertTrue(skipped.out().contains("0.25  0.01"), skipped.out());
    }

    /** SciPy: {@code ttest_rel} of the squared errors, and Holm by hand. */
    @Test
    void twoRealModelsDiffer() throws IOException {
        JsonNode all = json("compare", GBR, RIDGE, "-l", "mse,mae", "--key", "id", "-f", "json");
        JsonNode mse = all.get("comparisons").get(RIDGE).get("mse");
        assertEquals(3416.29 - 3023.26, -mse.get("change").asDouble(), 0.01);
        assertTrue(mse.get("p").asDouble() < 0.05);
        assertEquals(2 * mse.get("p").asDouble(), mse.get("p_holm").asDouble(), 1e-12);
        assertEquals("improved, significant at 95%", mse.get("verdict").asText());
    }

    @Test
    void bootstrapsArePairedAndRepeatable() throws IOException {
        String[] args = {"compare", GBR, RIDGE, "-l", "mse,rmse,r2", "--ci-method", "bca", "--resamples", "500"};
        String one = Said.by(args).out();
        assertEquals(one, Said.by(args).out());
        assertTrue(one.contains("95% CI (paired bca)"), one);
    }

    @Test
    void metricsOfZeroAndOneAreTestedByMcNemar() throws IOException {
        StringBuilder old = new StringBuilder("y_true,y_pred\n");
        StringBuilder now = new StringBuilder("y_true,y_pred\n");
        for (int i = 0; i < 20; i++) {
            old.append("1,").append(i < 10 ? "0.2" : "0.9").append('\n');
            now.append("1,").append(i == 19 ? "0.2" : "0.9").append('\n');
        }
        String first = file("old.csv", old.toString());
        String second = file("now.csv", now.toString());
        JsonNode one = json("compare", first, second, "-l", "binary_accuracy", "--json")
                .get("comparisons")
                .get(second)
                .get("binary_accuracy");
        assertEquals("McNemar", one.get("test").asText());
        // 10 and 1 of 11: 2 (1 + 11) / 2^11
        assertEquals(24.0 / 2048, one.get("p").asDouble(), 1e-12);
        assertEquals("improved, significant at 95%", one.get("verdict").asText());
    }

    @Test
    void permutationsAreExactForFewPairs() throws IOException {
        JsonNode one = json("compare", base, better, "-l", "mse", "--test", "permutation", "--json")
                .get("comparisons")
                .get(better)
                .get("mse");
        // SciPy, permutation_test of 'samples': 4 of 16
        assertEquals(0.25, one.get("p").asDouble());
    }

    @Test
    void aSavedResultIsComparedWithoutPairs() throws IOException {
        String saved = file(
                "saved.json", Said.by("eval", "-l", "mse,mae", base, "--json").out());
        Said noBase = Said.by("compare", better, saved, "-l", "mse");
        assertEquals(3, noBase.status());
        assertTrue(noBase.err().contains("saved.json: a saved evaluation has no samples"), noBase.err());
        Said call = Said.by("compare", saved, better, "-l", "mse", "--fail-if", "change>+5%");
        assertEquals(0, call.status(), call.err());
        assertTrue(call.out().contains("95% CI (unpaired t)"), call.out());
        assertTrue(call.err().startsWith("lossctl: unpaired: "), call.err());
        // SciPy: ttest_ind(new, old, equal_var=False)
        JsonNode one = json("compare", saved, better, "-l", "mse", "--json")
                .get("comparisons")
                .get(better)
                .get("mse");
        assertEquals(0.21691289939392344, one.get("p").asDouble(), 1e-10);
    }

    @Test
    void gatesOfChangeKnowPercent() {
        assertEquals(
                0,
                Said.by("compare", base, better, "-l", "mse", "--fail-if", "change>+5%")
                        .status());
        Said failed = Said.by("compare", better, base, "-l", "mse", "--fail-if", "change>+5%");
        assertEquals(1, failed.status());
        assertEquals("lossctl: gate failed: change = +900%, limit > +5%\n", failed.err());
        assertTrue(failed.out().endsWith("worse, not significant at 95%\n"), failed.out());
    }

    @Test
    void noChangeIsUnchanged() {
        assertTrue(Said.by("compare", base, base, "-l", "mse").out().endsWith("\nunchanged\n"));
    }

    @Test
    void eachGroupIsComparedAsAFileOfItsOwnWouldBeAndHolmIsOverAllOfThem() throws IOException {
        String[] all = {"compare", GBR, RIDGE, "-l", "mse,r2", "--key", "id", "--by", "fold", "--json"};
        JsonNode one = json(all).get("comparisons").get(RIDGE);
        JsonNode groups = one.get("groups");
        assertEquals(5, groups.size());
        double least = 1;
        for (int fold = 0; fold < 5; fold++) {
            JsonNode alone = json("compare", fold(GBR, fold), fold(RIDGE, fold), "-l", "mse,r2", "--json")
                    .get("comparisons")
                    .get(folder.resolve("fold.csv" + RIDGE.length()).toString());
            for (String loss : List.of("mse", "r2")) {
                JsonNode group = groups.get(String.valueOf(fold)).get(loss);
                for (String figure : List.of("base", "new", "change", "ci", "p", "n")) {
                    assertEquals(alone.get(loss).get(figure), group.get(figure), figure + " of fold " + fold);
                }
                least = Math.min(least, group.get("p").asDouble());
                assertTrue(group.get("p_holm").asDouble() >= group.get("p").asDouble());
            }
        }
        double smallest = 1;
        for (JsonNode group : groups) {
            smallest = Math.min(smallest, group.get("mse").get("p_holm").asDouble());
            smallest = Math.min(smallest, group.get("r2").get("p_holm").asDouble());
        }
        assertEquals(10 * least, smallest, 1e-12);
        JsonNode whole = one.get("mse");
        assertEquals(2 * whole.get("p").asDouble(), whole.get("p_holm").asDouble(), 1e-12);
        Said table = Said.by("compare", GBR, RIDGE, "-l", "mse", "--key", "id", "--by", "fold");
        assertTrue(table.out().startsWith("fold   loss     base      new"), table.out());
        assertTrue(
                table.out()
                        .endsWith(
                                "\n(all) mse: improved, significant at 95%\n"
                                        + "by group: 5 improved (0 significantly), 0 worse (0 significantly)\n"
                                        + "p (Holm) is corrected for the 5 tests of groups together, and for the 1 over all samples\n"),
                table.out());
    }

    private String fold(String dump, int fold) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line : Files.readAllLines(Path.of(dump))) {
            String[] cells = line.split(",");
            if (cells[1].equals("fold") || cells[1].equals(String.valueOf(fold))) {
                rows.append(line).append('\n');
            }
        }
        return file("fold.csv" + dump.length(), rows.toString());
    }

    @Test
    void aGroupTooSmallToCompareSaysSoAndAGateOnItsTestIsNeverPassed() throws IOException {
        String head = "y_true,y_pred,g\n";
        String old = file("o.csv", head + "1,2,x\n1,3,x\n1,4,y\n1,1.5,x\n");
        String now = file("n.csv", head + "1,1,x\n1,2,x\n1,3,y\n1,1.25,x\n");
        Said call = Said.by("compare", old, now, "-l", "mae", "--by", "g", "--fail-if", "p[y]<0.05");
        assertTrue(call.out().contains("0 worse (0 significantly), 1 too small for a test\n"), call.out());
        assertEquals("lossctl: gate not computed: p[y] = NaN, limit < 0.05\n", call.err());
        assertEquals(3, call.status());
        assertEquals(
                0,
                Said.by("compare", old, now, "-l", "mae", "--by", "g", "--fail-if", "change[*]>+5%")
                        .status());
        Said left = Said.by("compare", old, now, "-l", "mae", "--by", "g", "--min-n", "2", "-f", "csv");
        assertEquals(3, left.out().lines().count(), left.out());
    }

    @Test
    void aSavedResultHasItsGroupsComparedOneByOne() throws IOException {
        String[] save = {"eval", "-l", "mse", GBR, "--by", "fold", "--ci", "95", "--json"};
        String saved = file("saved.json", Said.by(save).out());
        JsonNode groups = json("compare", saved, RIDGE, "-l", "mse", "--by", "fold", "--json")
                .get("comparisons")
                .get(RIDGE)
                .get("groups");
        String alone = file(
                "alone.json",
                Said.by("eval", "-l", "mse", fold(GBR, 3), "--json").out());
        String part = fold(RIDGE, 3);
        JsonNode single = json("compare", alone, part, "-l", "mse", "--json")
                .get("comparisons")
                .get(part)
                .get("mse");
        for (String figure : List.of("base", "new", "change", "ci", "p", "n")) {
            assertEquals(single.get(figure), groups.get("3").get("mse").get(figure), figure);
        }
        Said other = Said.by("compare", saved, RIDGE, "-l", "mse", "--by", "id");
        assertEquals(3, other.status());
        assertTrue(other.err().contains("no group '"), other.err());
    }

    @Test
    void severalCandidatesAreCorrectedForTogether() {
        Said call = Said.by("compare", base, better, base, "-l", "mse,mae");
        assertEquals(0, call.status(), call.err());
        assertTrue(call.out().startsWith("candidate"), call.out());
        assertTrue(call.out().contains("p (Holm)"), call.out());
        assertEquals(1 + 4 + 4, call.out().lines().count());
    }

    private static JsonNode json(String... args) throws IOException {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return new ObjectMapper().readTree(call.out());
    }
}
