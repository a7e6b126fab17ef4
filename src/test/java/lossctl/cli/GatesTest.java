package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GatesTest {
    private static final String PREDS = "examples/preds.csv";

    @Test
    void aFailedGatePrintsTheResultAndALine() {
        Call call = Call.of("mse", PREDS, "--fail-if", ">0.3");
        assertEquals("0.375\n", call.out());
        assertEquals("lossctl: gate failed: mse = 0.375, limit > 0.3\n", call.err());
        assertEquals(1, call.exit());
    }

    @Test
    void theLimitItselfFailsOnlyWithAnEqualsSign() {
        assertEquals(0, Call.of("mse", PREDS, "--fail-if", "mse>0.375").exit());
        assertEquals(1, Call.of("mse", PREDS, "--fail-if", "mse>=0.375").exit());
        assertEquals(0, Call.of("mse", PREDS, "--fail-if", "mse<0.375").exit());
        assertEquals(1, Call.of("mse", PREDS, "--fail-if", "mse<=0.375").exit());
    }

    @Test
    void everyGateIsTold() {
        Call call = Call.of(
                "eval", "-l", "mse,mae", PREDS, "--fail-if", "mse > 0.3", "--fail-if", "MAE>+.4", "--fail-if", "n<3");
        assertEquals(
                "lossctl: gate failed: mse = 0.375, limit > 0.3\nlossctl: gate failed: mae = 0.5, limit > 0.4\n",
                call.err());
        assertEquals(1, call.exit());
    }

    @Test
    void aLossMayBeCalledByItsAliasesAndParameters() {
        assertEquals(
                1, Call.of("mse", PREDS, "--fail-if", "mean_squared_error>0.3").exit());
        assertEquals(
                1,
                Call.of("eval", "-l", "huber:delta=0.5,huber", PREDS, "--fail-if", "huber:delta=0.5>0")
                        .exit());
        assertEquals(
                3,
                Call.of("eval", "-l", "huber:delta=0.5,huber:delta=2", PREDS, "--fail-if", "huber>9")
                        .exit());
    }

    @Test
    void intervalsHaveGatesToo() {
        assertEquals(
                1,
                Call.of("mse", PREDS, "--ci", "95", "--fail-if", "mse.ci.high>1")
                        .exit());
        assertEquals(
                1, Call.of("mse", PREDS, "--ci", "95", "--fail-if", "ci.high>1").exit());
        assertEquals(
                0,
                Call.of("mse", PREDS, "--ci", "95", "--fail-if", "mse.ci.low>0").exit());
    }

    @Test
    void junitTellsFailuresFromErrors() {
        Call call =
                Call.of("mse", PREDS, "--fail-if", "mse>0.3", "--fail-if", "mae>1", "--fail-if", "n<1", "-f", "junit");
        assertEquals(3, call.exit());
        assertTrue(call.out().contains("<testsuites tests=\"3\" failures=\"1\" errors=\"1\">"), call.out());
        assertTrue(
                call.out().contains("name=\"mse&gt;0.3\"><failure message=\"mse = 0.375, limit &gt; 0.3\"/>"),
                call.out());
        assertTrue(call.out().contains("<error message=\"no figure 'mae'"), call.out());
        assertTrue(call.out().contains("<testcase classname=\"lossctl\" name=\"n&lt;1.0\"/>"), call.out());
    }

    @Test
    void gitHubGetsAnnotations() {
        Call call = Call.of("mse", PREDS, "--fail-if", "mse>0.3", "-f", "github");
        assertEquals("::error title=lossctl gate failed::mse = 0.375, limit > 0.3\n", call.out());
        assertEquals(2, Call.of("mse", PREDS, "-f", "github").exit());
    }
}
