package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the answer cannot be written, or nobody reads on. */
class OutputFaultsIT {
    @TempDir
    Path folder;

    private String names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    @Test
    void aFullDiskIsToldAndIsNoSuccess() {
        Shell.Outcome outcome = Shell.line("lossctl mse --true 1,0 --pred 2,3 > /dev/full", folder);
        assertEquals(4, outcome.exit());
        assertEquals("lossctl mse: cannot write <stdout>: No space left on device\n", outcome.err());
    }

    @Test
    void anAnswerThatCannotBeWrittenEndsTheBatchAndIsNoFaultOfItsRequest() {
        String requests = "yes '{\"loss\":\"mse\",\"y_true\":[1],\"y_pred\":[2]}' | lossctl batch";
        Shell.Outcome outcome = Shell.line(requests + " > /dev/full", folder);
        assertEquals(4, outcome.exit());
        assertEquals("lossctl batch: cannot write <stdout>: No space left on device\n", outcome.err());
    }

    @Test
    void anEndlessOutputStopsWhenItsReaderHasEnough() {
        Shell.Outcome outcome = Shell.line(
                "(echo y_true,y_pred; yes 1,2) | lossctl mse --per-sample - | head -1; echo ${PIPESTATUS[1]}", folder);
        assertEquals("y_true,y_pred,loss\n0\n", outcome.out());
        assertEquals("", outcome.err());
    }

    @Test
    void aFileIsWrittenWholeOrNotAtAll() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "y_true,y_pred\n1,2\n3,foo\n");
        Shell.Outcome outcome = Shell.line("lossctl mse --per-sample -o out.csv bad.csv", folder);
        assertEquals(3, outcome.exit());
        assertEquals("[bad.csv]", names());
        outcome = Shell.line("lossctl mse --true 1 --pred 2 -o out.txt && cat out.txt", folder);
        assertEquals("1.0\n", outcome.out());
        assertEquals("[bad.csv, out.txt]", names());
    }

    @Test
    void aFolderThatIsNotThereLeavesNothingBehind() throws IOException {
        Shell.Outcome outcome = Shell.line("lossctl mse --true 1 --pred 2 -o none/out.txt", folder);
        assertEquals(4, outcome.exit());
        assertTrue(outcome.err().contains("none"), outcome.err());
        assertEquals("[]", names());
    }

    @Test
    void aClosedStandardInputHasNothingInIt() {
        Shell.Outcome outcome = Shell.line("lossctl mse <&-", folder);
        assertEquals(3, outcome.exit());
        assertEquals("<stdin>: is empty\n", outcome.err());
        outcome = Shell.line("lossctl batch <&-", folder);
        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals("", outcome.out());
        outcome = Shell.line("lossctl mse --true 1,0 --pred 2,3 <&-", folder);
        assertEquals("5.0\n", outcome.out());
    }

    @Test
    void soItHasWithoutStandardErrorToo() {
        Shell.Outcome outcome = Shell.line("lossctl batch <&- 2>&-", folder);
        assertEquals("", outcome.out());
        assertEquals(0, outcome.exit());
    }

    @Test
    void aFullDiskBehindAFileLeavesNothingBehind() throws IOException {
        // A file system of 16 KiB, where one may be mounted; elsewhere a limit on the size of files does the same.
        String output = "yes 1,2 | head -100000 | lossctl mse --no-header --per-sample -o small/out.csv -";
        Shell.Outcome outcome = Shell.line(
                "mkdir small; mount -t tmpfs -o size=16k tmpfs small 2> /dev/null || ulimit -f 16; trap '' XFSZ; "
                        + output + "; echo $?; ls -A small; umount small 2> /dev/null; rmdir small",
                folder);
        assertEquals("4\n", outcome.out(), outcome.err());
        assertTrue(outcome.err().contains("cannot write small/out.csv"), outcome.err());
        assertFalse(Files.exists(folder.resolve("small")));
    }
}
