package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private AtomicFile at(String name) {
        return AtomicFile.at(folder.resolve(name).toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void nothingIsUnderTheNameBeforeTheCommitAndAllOfItAfterwards() throws IOException {
        AtomicFile file = at("out.csv");
        assertEquals(List.of(), names());
        CheckedOut out = file.open();
        out.line("5.0");
        out.flush();
        assertFalse(Files.exists(folder.resolve("out.csv")));
        file.commit();
        assertEquals(List.of("out.csv"), names());
        assertEquals("5.0\n", Files.readString(folder.resolve("out.csv")));
        file.discard();
        assertEquals(List.of("out.csv"), names());
    }

    @Test
    void discardingLeavesTheOldFileAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("out.csv"), "old");
        AtomicFile file = at("out.csv");
        file.open().line("new");
        assertEquals(2, names().size());
        file.discard();
        assertEquals(List.of("out.csv"), names());
        assertEquals("old", Files.readString(folder.resolve("out.csv")));
        assertEquals(
                "cannot write " + folder.resolve("out.csv") + ": interrupted",
                assertThrows(Refusal.class, file::commit).getMessage());
        assertEquals("old", Files.readString(folder.resolve("out.csv")));
    }

    @Test
    void whatWasDiscardedFirstIsNeverOpened() throws IOException {
        AtomicFile file = at("out.csv");
        file.discard();
        assertThrows(Refusal.class, file::open);
        assertEquals(List.of(), names());
    }

    /** Another thread's interrupt closes the channel under the writer: the write fails as on a broken disk. */
    @Test
    void aFailedWriteLeavesNothing() throws IOException {
        for (boolean atCommit : new boolean[] {false, true}) {
            AtomicFile file = at("out.csv");
            CheckedOut out = file.open();
            out.line("5.0");
            Thread.currentThread().interrupt();
            try {
                Refusal refusal = assertThrows(Refusal.class, atCommit ? file::commit : out::flush);
                assertEquals(Refusal.Code.IO, refusal.code());
            } finally {
                Thread.interrupted();
            }
            if (!atCommit) {
                assertTrue(
                        assertThrows(Refusal.class, file::commit).getMessage().endsWith("an earlier write failed"));
            }
            assertEquals(List.of(), names());
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        Refusal refusal = assertThrows(Refusal.class, at("none/here/out.csv")::open);
        Path missing = folder.resolve("none/here");
        assertEquals(
                "cannot write " + missing.resolve("out.csv") + ": there is no folder '" + missing + "'",
                refusal.getMessage());
        assertEquals(4, refusal.code().exit());
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Refusal refusal = assertThrows(Refusal.class, at("out")::open);
        assertEquals("cannot write " + folder.resolve("out") + ": it is a folder", refusal.getMessage());
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        Refusal refusal = assertThrows(Refusal.class, () -> AtomicFile.at("a\0b"));
        assertEquals(Refusal.Code.IO, refusal.code());
    }

    @Test
    void theLongestNameIsNotTooLongForItsTemporary() throws IOException {
        String name = "n".repeat(255);
        AtomicFile file = at(name);
        file.open().line("5.0");
        file.commit();
        assertEquals(List.of(name), names());
    }

    @Test
    void aLinkIsReplacedNotFollowed() throws IOException {
        Files.writeString(folder.resolve("target"), "untouched");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
        AtomicFile file = at("link");
        file.open().line("5.0");
        file.commit();
        assertEquals("untouched", Files.readString(folder.resolve("target")));
        assertEquals("5.0\n", Files.readString(folder.resolve("link")));
        assertFalse(Files.isSymbolicLink(folder.resolve("link")));
    }

    @Test
    void theNewFileKeepsThePermissionsOfTheOld() throws IOException {
        Path old = Files.writeString(folder.resolve("out"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));
        AtomicFile file = at("out");
        file.open().line("5.0");
        file.commit();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(old)));
    }

    @Test
    void aFullDeviceIsRefused() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: no /dev/full");
        AtomicFile file = AtomicFile.at("/dev/full");
        file.open().line("5.0");
        assertEquals(
                "cannot write /dev/full: No space left on device",
                assertThrows(Refusal.class, file::commit).getMessage());
        assertTrue(Files.exists(Path.of("/dev/full")));
    }

    @Test
    void aNamedPipeIsWrittenAsItIs() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: no mkfifo");
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        AtomicFile file = at("pipe");
        file.open().line("5.0");
        file.commit();
        assertEquals("5.0\n", new String(reader.getInputStream().readAllBytes()));
        assertEquals(List.of("pipe"), names());
    }
}
