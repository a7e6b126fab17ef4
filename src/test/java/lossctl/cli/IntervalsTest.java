package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    private static final String PREDS = "examples/preds.csv";
    private static final String RIDGE = "examples/dumps/diabetes_ridge.csv";

    private static JsonNode json(String... args) throws IOException {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return new ObjectMapper().readTree(call.out());
    }

    /** R: {@code t.test(c(0.25, 0.25, 0, 1))}. */
    @Test
    void theIntervalOfAMeanIsStudentsT() throws IOException {
        JsonNode ci = json("mse", PREDS, "--ci", "95", "--json").get("ci");
        assertEquals(-0.3140198366389045, ci.get("low").asDouble(), 1e-14);
        assertEquals(1.0640198366389045, ci.get("high").asDouble(), 1e-14);
        assertEquals("95", ci.get("level").asText());
        assertEquals("t", ci.get("method").asText());
    }

    /** R: {@code sd(x)/sqrt(4)} of squared and absolute errors, and 1/(2 rmse) of the first. */
    @Test
    void evaluationsInJsonCarryStandardErrors() throws IOException {
        JsonNode se =
                json("eval", "-l", "mse,mae,rmse,median_ae", PREDS, "--json").get("se");
        assertEquals(0.21650635094610965, se.get("mse").asDouble(), 1e-15);
        assertEquals(0.2041241452319315, se.get("mae").asDouble(), 1e-15);
        assertEquals(
                0.21650635094610965 / (2 * Math.sqrt(0.375)), se.get("rmse").asDouble(), 1e-13);
        assertEquals(3, se.size());
    }

    @Test
    void everyNumberOfThreadsGivesTheSameInterval() {
        for (String method : new String[] {"t", "percentile", "bca"}) {
            String[] args = {"eval", "-l", "mse,r2", RIDGE, "--ci", "90", "--ci-method", method, "--threads", "1"};
            args = java.util.Arrays.copyOf(args, args.length + 2);
            args[10] = "--resamples";
            args[11] = "300";
            String one = Said.by(args).out();
            args[9] = "4";
            assertEquals(one, Said.by(args).out());
            assertTrue(one.contains("90% CI (" + method + ")"), one);
        }
    }

    @Test
    void samplesOfOneClusterAreOneUnit() throws IOException {
        JsonNode folds =
                json("mse", RIDGE, "--ci", "95", "--cluster", "fold", "--json").get("ci");
        JsonNode rows = json("mse", RIDGE, "--ci", "95", "--json").get("ci");
        assertTrue(folds.get("low").asDouble() < rows.get("low").asDouble());
    }

    @Test
    void tooFewSamplesAndPointIntervalsAreWarnedOf() {
        Said two = Said.by("mse", "--true", "1,0", "--pred", "2,3", "--ci", "95");
        assertEquals("lossctl: warning: the interval of mse rests on 2 samples: too few to mean much\n", two.err());
        Said one = Said.by("mse", "--true", "1", "--pred", "2", "--ci", "95");
        assertEquals("lossctl: warning: mse has no interval: 1 sample, and it takes two\n", one.err());
        assertEquals(
                3,
                Said.by("mse", "--true", "1", "--pred", "2", "--ci", "95", "--strict")
                        .status());
        Said same = Said.by("mse", "--true", "1,1,1,1", "--pred", "2,2,2,2", "--ci", "95");
        assertTrue(same.err().contains("a single point"), same.err());
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        assertEquals(2, Said.by("mse", PREDS, "--ci", "5").status());
        assertEquals(2, Said.by("mse", PREDS, "--ci", "100").status());
        assertEquals(2, Said.by("mse", PREDS, "--ci-method", "t").status());
        assertEquals(
                2, Said.by("mse", PREDS, "--ci", "95", "--reduction", "sum").status());
        assertEquals(2, Said.by("mse", PREDS, "--ci", "95", "--per-sample").status());
        assertEquals(
                3, Said.by("mse", PREDS, "--ci", "95", "--cluster", "nowhere").status());
    }
}
