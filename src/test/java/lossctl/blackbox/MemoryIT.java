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
}
