package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GatesTest {
    private static final String PREDS = "examples/preds.csv";

    @Test
    void aFailedGatePrintsTheResultAndALine() {
        Said call = Said.by("mse", PREDS, "--fail-if", ">0.3");
        assertEquals("0.375\n", call.out());
        assertEquals("lossctl: gate failed: mse = 0.375, limit > 0.3\n", call.err());
        assertEquals(1, call.status());
    }

    @Test
    void theLimitItselfFailsOnlyWithAnEqualsSign() {
        assertEquals(0, Said.by("mse", PREDS, "--fail-if", "mse>0.375").status());
        assertEquals(1, Said.by("mse", PREDS, "--fail-if", "mse>=0.375").status());
        assertEquals(0, Said.by("mse", PREDS, "--fail-if", "mse<0.375").status());
        assertEquals(1, Said.by("mse", PREDS, "--fail-if", "mse<=0.375").status());
    }

    @Test
    void everyGateIsTold() {
        Said call = Said.by(
                "eval", "-l", "mse,mae", PREDS, "--fail-if", "mse > 0.3", "--fail-if", "MAE>+.4", "--fail-if", "n<3");
        assertEquals(
                "lossctl: gate failed: mse = 0.375, limit > 0.3\nlossctl: gate failed: mae = 0.5, limit > 0.4\n",
                call.err());
        assertEquals(1, call.status());
    }

    @Test
    void aLossMayBeCalledByItsAliasesAndParameters() {
        assertEquals(
                1, Said.by("mse", PREDS, "--fail-if", "mean_squared_error>0.3").status());
        assertEquals(
                1,
                Said.by("eval", "-l", "huber:delta=0.5,huber", PREDS, "--fail-if", "huber:delta=0.5>0")
                        .status());
        assertEquals(
                3,
                Said.by("eval", "-l", "huber:delta=0.5,huber:delta=2", PREDS, "--fail-if", "huber>9")
                        .status());
    }

    @Test
    void intervalsHaveGatesToo() {
        assertEquals(
                1,
                Said.by("mse", PREDS, "--ci", "95", "--fail-if", "mse.ci.high>1")
                        .status());
        assertEquals(
                1, Said.by("mse", PREDS, "--ci", "95", "--fail-if", "ci.high>1").status());
        assertEquals(
                0,
                Said.by("mse", PREDS, "--ci", "95", "--fail-if", "mse.ci.low>0").status());
    }

    @Test
    void junitTellsFailuresFromErrors() {
        Said call =
                Said.by("mse", PREDS, "--fail-if", "mse>0.3", "--fail-if", "mae>1", "--fail-if", "n<1", "-f", "junit");
        assertEquals(3, call.status());
        assertTrue(call.out().contains("<testsuites tests=\"3\" failures=\"1\" errors=\"1\">"), call.out());
        assertTrue(
                call.out().contains("name=\"mse&gt;0.3\"><failure message=\"mse = 0.375, limit &gt; 0.3\"/>"),
                call.out());
        assertTrue(call.out().contains("<error message=\"no figure 'mae'"), call.out());
        assertTrue(call.out().contains("<testcase classname=\"lossctl\" name=\"n&lt;1\"/>"), call.out());
    }

    @Test
    void gitHubGetsAnnotations() {
        Said call = Said.by("mse", PREDS, "--fail-if", "mse>0.3", "-f", "github");
        assertEquals("::error title=lossctl gate failed::mse = 0.375, limit > 0.3\n", call.out());
        assertEquals(2, Said.by("mse", PREDS, "-f", "github").status());
    }

    @Test
    void bracketsHoldAGroupOrAStarForEach() {
        String[] eval = {"eval", "-l", "mse,mae", PREDS, "--by", "region", "--fail-if"};
        assertEquals(0, with(eval, "mse[eu]>0.3").status());
        Said failed = with(eval, "mse[*]>0.3");
        assertEquals("lossctl: gate failed: mse[us] = 0.5, limit > 0.3\n", failed.err());
        assertEquals(1, failed.status());
        assertEquals(0, with(eval, "mse[*]>0.5").status());
        assertEquals(1, with(eval, "n[ eu ]<3").status());
        assertEquals(1, with(eval, "mse[us].ci.high>1", "--ci", "95").status());
        assertEquals(1, with(eval, "mse.ci.high[us]>1", "--ci", "95").status());
        assertEquals(
                "lossctl: gate not computed: no figure 'mse.ci.high': there are no intervals; --ci 95 makes them\n",
                with(eval, "mse.ci.high>1").err());
        Said missing = with(eval, "mse[asia]>0.3");
        assertEquals(
                "lossctl: gate not computed: mse[asia]>0.3: no group 'asia'; there is 'eu', 'us'\n", missing.err());
        assertEquals(3, missing.status());
        assertEquals(3, with(eval, "mse[us]>9", "--min-n", "3").status());
        assertEquals(3, with(eval, "mse[*]>9", "--min-n", "3").status());
        assertEquals(3, with(eval, "rmse[us]>9").status());
    }

    private static Said with(String[] start, String... more) {
        String[] all = java.util.Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return Said.by(all);
    }

    @Test
    void bracketsNameCombinationsBinsAndFiles() {
        String[] two = {"eval", "-l", "mae", PREDS, "--by", "region,y_true", "--fail-if"};
        assertEquals(1, with(two, "mae[us,7.0]>0.9").status());
        assertEquals(0, with(two, "mae[eu,*]>0.5").status());
        assertEquals(1, with(two, "mae[*,*]>0.5").status());
        assertEquals(1, with(two, "mae[*]>0.5").status());
        String[] bins = {"eval", "-l", "mae", PREDS, "--bins", "y_true:2", "--fail-if"};
        assertEquals(1, with(bins, "mae[[3.25, 7.0]]>0.9").status());
        assertEquals(0, with(bins, "mae[[-0.5, 3.25)]>0.5").status());
        String other = "examples/dumps/diabetes_ridge.csv";
        String[] files = {"eval", "-l", "mae", PREDS, other, "--fail-if"};
        assertEquals(1, with(files, "mae[" + other + "]>40").status());
        assertEquals(0, with(files, "mae[" + PREDS + "]>40").status());
        Said each = with(files, "mae[*]>40");
        assertEquals(1, each.status());
        assertEquals(1, each.err().lines().count(), each.err());
        String[] both = {"eval", "-l", "mae", other, other, "--by", "fold", "--fail-if"};
        assertEquals(1, with(both, "mae[" + other + ",1]>40").status());
        assertEquals(3, with(both, "mae[" + other + ",7]>40").status());
    }

    @Test
    void aGroupMayBeCalledAnything() throws java.io.IOException {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("groups", ".csv");
        java.nio.file.Files.writeString(file, "y_true,y_pred,g\n1,2,a<b]\n1,3,\"x,y\"\n");
        String[] eval = {"eval", "-l", "mae", file.toString(), "--by", "g", "--fail-if"};
        assertEquals(1, with(eval, "mae[a<b]]>0.5").status());
        assertEquals(1, with(eval, "mae[x,y]>1").status());
        java.nio.file.Files.delete(file);
    }

    @Test
    void manyFailedGroupsAreNotAllTold() throws java.io.IOException {
        StringBuilder text = new StringBuilder("y_true,y_pred,g\n");
        for (int g = 0; g < 100; g++) {
            text.append("0,1,g").append(g).append('\n');
        }
        Said call = Said.read(text.toString(), "mae", "--by", "g", "--fail-if", "mae[*]>0.5");
        assertEquals(1, call.status());
        assertEquals(21, call.err().lines().count(), call.err());
        assertTrue(call.err().endsWith("lossctl: and 80 more gates failed or not computed\n"), call.err());
    }
}
