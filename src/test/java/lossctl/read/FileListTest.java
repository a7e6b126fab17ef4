package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a folder and a glob name. */
class FileListTest {
    @TempDir
    private Path folder;

    /** As {@code find -L} lists them, which passes over the loop with a warning. */
    @Test
    void aLinkToAFolderAroundItIsPassedOver() throws IOException {
        Path sub = Files.createDirectories(folder.resolve("sub/deep"));
        Files.createFile(folder.resolve("a.csv"));
        Files.createFile(sub.resolve("b.csv"));
        Files.createSymbolicLink(sub.resolve("up"), Path.of("../.."));
        Files.createSymbolicLink(sub.resolve("here"), Path.of("."));
        assertEquals(
                List.of(folder + "/a.csv", folder + "/sub/deep/b.csv"), FileList.of(folder.toString(), "**/*.csv"));
    }
}
