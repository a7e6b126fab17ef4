package lossctl.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import lossctl.data.Refusal;

/**
 * A file that appears whole or not at all: written beside its final name, synced, renamed. Devices and pipes are
 * written as they are.
 *
 * <p>{@link #at} touches nothing, so that {@link #discard} can be promised to a shutdown hook before {@link #open}
 * creates anything. A symbolic link under the final name is replaced, not followed.
 */
public final class AtomicFile {
    private static final int ATTEMPTS = 100;

    private final String name;
    private final Path path;
    private Path temporary;
    private FileChannel channel;
    private CheckedOut out;
    private boolean over;

    private AtomicFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /**
     * The file of this name, not yet touched.
     *
     * @throws Refusal where no file can have this name
     */
    public static AtomicFile at(String name) {
        try {
            return new AtomicFile(name, Path.of(name));
        } catch (InvalidPathException e) {
            throw refuse(name, "no file can have this name");
        }
    }

    /**
     * Starts writing.
     *
     * @throws Refusal where there is no such folder, the name is a folder's, or nothing can be created
     */
    public synchronized CheckedOut open() {
        if (over) {
            throw refuse(name, "interrupted");
        }
        if (Files.isDirectory(path)) {
            throw refuse(name, "it is a folder").hint("name a file in it");
        }
        try {
            // Appending matters only where /dev/stdout is a file that something was written to before.
            out = CheckedOut.to(isSpecial() ? Files.newOutputStream(path, StandardOpenOption.APPEND) : beside(), name);
            return out;
        } catch (IOException e) {
            throw WriteFailure.refusal(e, name);
        }
    }

    /** Whether it is something else than a file, or a name for an open one: {@code /dev/stdout}. */
    private boolean isSpecial() {
        Path absolute = path.toAbsolutePath().normalize();
        boolean system =
                absolute.startsWith("/dev") && !absolute.startsWith("/dev/shm") || absolute.startsWith("/proc");
        return Files.exists(path) && (system || !Files.isRegularFile(path));
    }

    private OutputStream beside() throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw refuse(name, "there is no folder '" + folder + "'").hint("make it, or check the path");
        }
        if (Files.isRegularFile(path) && !Files.isWritable(path)) {
            throw refuse(name, "Permission denied");
        }
        String stem = ".lossctl-" + ProcessHandle.current().pid() + "-";
        for (int attempt = 1; ; attempt++) {
            Path candidate = folder.resolve(stem + Long.toHexString(System.nanoTime()) + ".tmp");
            try {
                channel = FileChannel.open(candidate, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                temporary = candidate;
                return Channels.newOutputStream(channel);
            } catch (FileAlreadyExistsException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Path folder() {
        Path parent = path.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    /**
     * Puts the finished file under its name.
     *
     * @throws Refusal where the disk did not take it, or it was discarded meanwhile; nothing is left then
     */
    public synchronized void commit() {
        if (over) {
            throw refuse(name, "interrupted");
        }
        try {
            out.flush();
            if (out.hasFailed()) {
                throw refuse(name, "an earlier write failed");
            }
            if (channel != null) {
                keepPermissions();
                channel.force(true);
            }
            out.finish();
            if (channel != null) {
                rename();
                syncFolder();
            }
            over = true;
        } catch (IOException e) {
            throw WriteFailure.refusal(e, name);
        } finally {
            discard();
        }
    }

    /** A file that is replaced keeps who may read and write it. */
    private void keepPermissions() {
        try {
            if (Files.isRegularFile(path)) {
                PosixFileAttributeView from = Files.getFileAttributeView(path, PosixFileAttributeView.class);
                PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
                if (from != null && to != null) {
                    to.setPermissions(from.readAttributes().permissions());
                }
            }
        } catch (IOException e) {
            // The new file then has the permissions of any new file.
        }
    }

    private void rename() throws IOException {
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Not every system can sync a folder; the file itself is safe.
        }
    }

    /** Leaves nothing behind, unless the file was committed. Never throws; may be called by another thread. */
    public synchronized void discard() {
        if (over) {
            return;
        }
        over = true;
        try {
            if (channel != null) {
                channel.close();
            }
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // Nothing more can be done: the disk does not even let go.
        }
    }

    private static Refusal refuse(String name, String why) {
        return new Refusal(Refusal.Code.IO, "cannot write " + name + ": " + why);
    }
}
