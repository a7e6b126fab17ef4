package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Limits;
import lossctl.data.Places;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Truths here and predictions there, and columns added from another file. */
class TwoTablesTest {
    private static final Policy SKIP = new Policy(true, Policy.STRICT.missingValues(), Policy.NonFinite.SKIP);

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static ReadOptions options(Columns columns, Policy policy, int chunk) {
        return new ReadOptions(Format.AUTO, columns, true, (char) 0, (char) 0, policy, Limits.DEFAULT, false, chunk);
    }

    private static ReadOptions options() {
        return options(Columns.defaults(), Policy.STRICT, 5);
    }

    private static Columns columns(String weight, String id, List<String> keep) {
        return new Columns(null, null, weight, id, List.of(), List.of(), keep, null, false, false);
    }

    /** Truth, prediction, weight and texts of all rows. */
    private static String rows(Dataset data) {
        StringBuilder text = new StringBuilder();
        long skipped = 0;
        try (BlockSource source = data.open()) {
            Block block = new Block(source.layout());
            while (source.next(block)) {
                for (int r = 0; r < block.rows(); r++) {
                    text.append(block.truth()[r]);
                    int width = source.layout().predictionWidth();
                    for (int i = 0; i < width; i++) {
                        text.append(' ').append(block.prediction()[r * width + i]);
                    }
                    if (source.layout().weighted()) {
                        text.append(' ').append(block.weights()[r]);
                    }
                    for (int i = 0; i < source.layout().texts().size(); i++) {
                        text.append(' ').append(block.texts(i)[r]);
                    }
                    text.append('\n');
                }
                skipped += block.skipped();
            }
        }
        return text + (skipped > 0 ? skipped + " skipped\n" : "");
    }

    private String refusal(Dataset data) {
        Refusal refusal = assertThrows(Refusal.class, () -> rows(data));
        String place = refusal.file() == null ? "" : refusal.file() + ":" + refusal.line() + ": ";
        return refusal.code() + " " + (place + refusal.getMessage()).replace(folder + "/", "");
    }

    @Test
    void rowsGoTogetherByTheirOrder() throws IOException {
        String truth = file("t.csv", "id,y_true\na,1\nb,2\nc,3\n");
        String prediction = file("p.csv", "w,y_pred\n.5,10\n.25,20\n1,30\n");
        assertEquals("1.0 10.0\n2.0 20.0\n3.0 30.0\n", rows(Sources.pair(truth, prediction, null, options())));
        assertEquals(
                "1.0 10.0 0.5 a\n2.0 20.0 0.25 b\n3.0 30.0 1.0 c\n",
                rows(Sources.pair(
                        truth, prediction, null, options(columns("w", "id", List.of()), Policy.STRICT, 4096))));
    }

    @Test
    void theOnlyColumnIsMeantWhateverItsName() throws IOException {
        String truth = file("t.csv", "gold\n1\n2\n");
        String prediction = file("p.csv", "silver\n3\n4\n");
        assertEquals("1.0 3.0\n2.0 4.0\n", rows(Sources.pair(truth, prediction, null, options())));
    }

    @Test
    void filesOfDifferentLengthAreRefusedWithBothCounts() throws IOException {
        String three = file("t.csv", "y\n1\n2\n3\n");
        String one = file("p.csv", "pred\n1\n");
        assertEquals("SHAPE t.csv has 3 rows but p.csv has 1 row", refusal(Sources.pair(three, one, null, options())));
        String five = file("q.csv", "pred\n1\n2\n3\n4\n5\n");
        assertEquals(
                "SHAPE t.csv has 3 rows but q.csv has 5 rows", refusal(Sources.pair(three, five, null, options())));
    }

    @Test
    void aRowThatIsSkippedInOneFileIsSkippedInTheOther() throws IOException {
        String truth = file("t.csv", "y\n1\nNA\n3\n4\n");
        String prediction = file("p.csv", "pred\n10\n20\nnan\n40\n");
        assertEquals(
                "1.0 10.0\n4.0 40.0\n2 skipped\n",
                rows(Sources.pair(truth, prediction, null, options(Columns.defaults(), SKIP, 3))));
        String keyed = file("k.csv", "id,pred\nc,\"30\"\na,10\nd,40\nb,inf\n");
        String truths = file("l.csv", "y,id\n1,a\n2,b\n3,c\n,d\n");
        assertEquals(
                "1.0 10.0\n3.0 30.0\n2 skipped\n",
                rows(Sources.pair(truths, keyed, "id", options(Columns.defaults(), SKIP, 3))));
    }

    @Test
    void rowsGoTogetherByTheirKey() throws IOException {
        String truth = file("t.csv", "id,y_true\na,1\nb,2\nc,3\n");
        String prediction = file("p.csv", "y_pred,id,note\n30,c,x\n10,a,y\n20,b,z\n");
        assertEquals(
                "1.0 10.0 a y\n2.0 20.0 b z\n3.0 30.0 c x\n",
                rows(Sources.pair(
                        truth, prediction, "id", options(columns(null, "id", List.of("note")), Policy.STRICT, 7))));
        assertEquals(
                "1.0 10.0 y a\n2.0 20.0 z b\n3.0 30.0 x c\n",
                rows(Sources.pair(
                        truth, prediction, "id", options(columns(null, "note", List.of("id")), Policy.STRICT, 7))));
    }

    @Test
    void keysThatDoNotGoTogetherAreRefused() throws IOException {
        String truth = file("t.csv", "id,y_true\na,1\nb,2\nc,3\n");
        String lacking = file("p.csv", "id,y_pred\nc,1\n");
        assertEquals(
                "KEY 2 keys of t.csv are not in p.csv, first 'a' (t.csv:2)",
                refusal(Sources.pair(truth, lacking, "id", options())));
        String twice = file("q.csv", "id,y_pred\na,1\nb,1\nc,1\na,2\nb,3\n");
        assertEquals(
                "KEY q.csv:0: 2 keys are there again, first 'a' (q.csv:5)",
                refusal(Sources.pair(truth, twice, "id", options())));
        String again = file("r.csv", "id,y_true\na,1\na,2\n");
        String single = file("s.csv", "id,y_pred\na,1\n");
        assertEquals(
                "KEY r.csv:0: a key is there twice: 'a' (r.csv:3)",
                refusal(Sources.pair(again, single, "id", options())));
        assertEquals(
                "KEY 2 keys of p2.csv are not in s2.csv, first 'x' (p2.csv:2)",
                refusal(Sources.pair(
                        file("s2.csv", "id,y_true\na,1\n"),
                        file("p2.csv", "id,y_pred\nx,1\na,1\ny,1\n"),
                        "id",
                        options())));
    }

    @Test
    void columnsOfAnotherFileAreAdded() throws IOException {
        String dump = file("d.csv", "id,y_true,y_pred\na,1,10\nb,2,20\na,3,30\n");
        String groups = file("g.csv", "id,region,w\nb,us,.5\na,eu,2\nz,none,0\n");
        assertEquals(
                "1.0 10.0 2.0 a eu\n2.0 20.0 0.5 b us\n3.0 30.0 2.0 a eu\n",
                rows(Sources.join(
                        Sources.bytes(dump),
                        groups,
                        "id",
                        options(columns("w", "id", List.of("region")), Policy.STRICT, 11))));
        String unknown = file("e.csv", "id,y_true,y_pred\na,1,1\ny,2,2\n");
        assertEquals(
                "KEY 1 key of e.csv is not in g.csv: 'y' (e.csv:3)",
                refusal(Sources.join(Sources.bytes(unknown), groups, "id", options())));
    }

    @Test
    void labelsOfThePredictionsAreThoseOfTheTruths() throws IOException {
        String truth = file("t.csv", "label\ndog\ncat\n1\n");
        String prediction = file("p.csv", "p_cat,p_dog\n.1,.9\n.8,.2\n.5,.5\n");
        Columns classes = new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, true, false);
        assertEquals(
                "1.0 0.1 0.9\n0.0 0.8 0.2\n1.0 0.5 0.5\n",
                rows(Sources.pair(truth, prediction, null, options(classes, Policy.STRICT, 64))));
    }

    @Test
    void aJsonFileGoesWithACsvFile() throws IOException {
        String truth = file("t.json", "{\"y_true\": [1, 2, 3]}");
        String prediction = file("p.csv", "y_pred\n10\n20\n30\n");
        assertEquals("1.0 10.0\n2.0 20.0\n3.0 30.0\n", rows(Sources.pair(truth, prediction, null, options())));
    }

    @Test
    void placesAreThoseOfTheFileThatHasTheValue() throws IOException {
        String truth = file("t.csv", "id,y_true\na,1\nb,2\n");
        String prediction = file("p.csv", "id,y_pred\nb,20\n\na,10\n");
        try (BlockSource source =
                Sources.pair(truth, prediction, "id", options()).open()) {
            Block block = new Block(source.layout());
            source.next(block);
            Refusal refusal = new Refusal(Refusal.Code.OUT_OF_DOMAIN, "no");
            block.places().mark(refusal, 0, Places.Role.PREDICTION, 0);
            assertEquals(
                    prediction + ":4:2 y_pred",
                    refusal.file() + ":" + refusal.line() + ":" + refusal.field() + " " + refusal.column());
            assertEquals(truth + ":2", block.places().describe(0));
        }
    }

    @Test
    void keysOfAnObjectOfArraysAreTexts() throws IOException {
        String truth = file("t.csv", "id,y_true\n1,10\n2,20\n");
        for (String keys : List.of("[2,1]", "[\"2\",\"1\"]")) {
            String first = file("first.json", "{\"id\":" + keys + ",\"y_pred\":[22,11]}");
            String last = file("last.json", "{\"y_pred\":[22,11],\"id\":" + keys + "}");
            assertEquals("10.0 11.0\n20.0 22.0\n", rows(Sources.pair(truth, first, "id", options())));
            assertEquals("10.0 11.0\n20.0 22.0\n", rows(Sources.pair(truth, last, "id", options())));
        }
    }

    @Test
    void anObjectOfArraysIsJoined() throws IOException {
        String dump = file("d.csv", "id,y_true,y_pred\n1,10,11\n2,20,22\n");
        String groups = file("g.json", "{\"g\":[\"b\",\"a\"],\"id\":[2,1]}");
        Dataset joined = Sources.join(
                Sources.bytes(dump), groups, "id", options(columns(null, null, List.of("g")), Policy.STRICT, 5));
        assertEquals("10.0 11.0 a\n20.0 22.0 b\n", rows(joined));
    }
}
