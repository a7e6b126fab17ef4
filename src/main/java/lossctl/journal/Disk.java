package lossctl.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lossctl.data.Refusal;
import lossctl.data.Unopened;

/** What the disk does not do, in words. */
final class Disk {
    private Disk() {}

    /** The refusal for whatever went wrong with a file. */
    static Refusal refusal(IOException e, String name) {
        if (e instanceof NoSuchFileException) {
            return Unopened.file(name);
        }
        if (e instanceof AccessDeniedException) {
            return new Refusal(Refusal.Code.IO, "permission denied")
                    .hint("check who may read and write it")
                    .in(name);
        }
        return new Refusal(Refusal.Code.IO, reason(e)).in(name);
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** Makes sure that a new file is found again after a power cut. */
    static void syncFolderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        try (FileChannel folder = FileChannel.open(parent, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Not every system can sync a folder; the file itself is safe.
        }
    }
}
