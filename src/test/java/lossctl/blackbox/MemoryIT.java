package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Memory does not grow with the data. */
class MemoryIT {
    @Test
    void aGigabyteThroughAPipeFitsInto64MiB() {
        // 50 million rows of 21 bytes: the loss of each is 0.25.
        Shell.Outcome outcome = Shell.line(
                "(echo y_true,y_pred; yes 0.125000,0.625000000 | head -50000000)"
                        + " | LOSSCTL_JAVA_OPTS=-Xmx64m lossctl mse -",
                Path.of("."));
        assertEquals("", outcome.err());
        assertEquals("0.25\n", outcome.out());
    }

    /** A row a group, so that nothing of one is shared with another. */
    private static final String MILLION_GROUPS = "(echo y_true,y_pred,g; seq 1000000 | sed 's/.*/0,1,user&/')";

    @Test
    void aMillionGroupsFitInto512MiB() {
        Shell.Outcome outcome = Shell.line(
                MILLION_GROUPS + " | LOSSCTL_JAVA_OPTS=-Xmx512m lossctl mae - --by g -f csv | tail -n 2", Path.of("."));
        assertEquals("", outcome.err());
        assertEquals("user999999,1,1.0\n(all),1000000,1.0\n", outcome.out());
    }

    @Test
    void moreGroupsThanFitAreRefusedInALine() {
        Shell.Outcome outcome =
                Shell.line(MILLION_GROUPS + " | LOSSCTL_JAVA_OPTS=-Xmx48m lossctl mae - --by g -f csv", Path.of("."));
        assertEquals(5, outcome.exit());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertEquals("lossctl mae: out of memory", outcome.err().substring(0, 26));
    }
}
