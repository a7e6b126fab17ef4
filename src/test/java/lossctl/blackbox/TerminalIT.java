package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at a terminal, which {@code script} of util-linux plays. */
class TerminalIT {
    private static final String SLOW = "(printf 'y_true,y_pred\\n1,2\\n'; sleep 1.8; echo 0,3)";

    @TempDir
    static Path folder;

    @BeforeAll
    static void isThere() {
        assumeTrue(
                Shell.line("script -qec true /dev/null", Path.of("/")).exit() == 0,
                "no script of util-linux: nothing plays the terminal");
    }

    private static String terminal(String command) throws java.io.IOException {
        Path script = Files.writeString(folder.resolve("command.sh"), command + "\n");
        return Shell.line("script -qec 'bash " + script + "' /dev/null", folder).out();
    }

    @Test
    void aLongReadingShowsItsProgressAndLeavesTheResultAlone() throws Exception {
        String seen = "";
        // A busy machine may take longer to start than the pipe keeps it waiting.
        for (String seconds : new String[] {"1.8", "8", "30"}) {
            if (!seen.contains("lossctl:")) {
                seen = terminal(SLOW.replace("1.8", seconds) + " | lossctl mse -");
            }
        }
        assertTrue(seen.startsWith("\r\u001b[Klossctl: 18 B, "), seen);
        assertTrue(seen.endsWith("\r\u001b[K5.0\r\n"), seen);
    }

    @Test
    void aShortOneShowsNothing() throws Exception {
        assertEquals("5.0\r\n", terminal("lossctl mse --true 1,0 --pred 2,3"));
        assertEquals("5.0\r\n", terminal("printf 'y_true,y_pred\\n1,2\\n0,3\\n' | lossctl mse -"));
    }

    @Test
    void aDumbTerminalGetsNoColours() throws Exception {
        assertTrue(terminal("TERM=xterm lossctl help").contains("\u001b[1m"));
        assertFalse(terminal("TERM=dumb lossctl help").contains("\u001b"));
    }

    @Test
    void neitherAFileNorAPipeIsTold() throws Exception {
        assertEquals("5.0\r\n", terminal(SLOW + " | lossctl mse - 2>err.txt"));
        assertEquals("", Files.readString(folder.resolve("err.txt")));
        assertEquals("5.0\r\n", terminal(SLOW + " | lossctl mse - 2>&1 | cat"));
    }
}
