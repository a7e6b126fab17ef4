package lossctl.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lossctl.write.JsonOut;

/**
 * Which file, and in which state: what the system says of it, and the SHA-256 of its content, as {@code sha256sum} tells
 * it.
 *
 * @param size its bytes
 * @param modified when its content was changed last
 * @param changed when anything of it was changed last, which no program can set; null where the system has no such time
 * @param settled whether it had been left alone for a while when this was taken down, so that a later change cannot have
 *     the same times
 * @param sha256 of its content; null before that was read
 */
record Identity(long size, String modified, String changed, boolean settled, String sha256) {
    /** Clocks of file systems tick every two seconds at most. */
    private static final long TICK_MILLIS = 2500;

    /** The file as the system has it now; null where it is no regular file. */
    static Identity of(Path path) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
        if (!basic.isRegularFile()) {
            return null;
        }
        FileTime modified = basic.lastModifiedTime();
        FileTime changed = changed(path);
        FileTime last = changed == null ? modified : changed;
        boolean settled = changed != null && System.currentTimeMillis() - last.toMillis() > TICK_MILLIS;
        return new Identity(
                basic.size(), modified.toString(), changed == null ? null : changed.toString(), settled, null);
    }

    private static FileTime changed(Path path) throws IOException {
        boolean told = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        return told ? (FileTime) Files.getAttribute(path, "unix:ctime", new LinkOption[0]) : null;
    }

    /** The same with the content's SHA-256, which is read for it. */
    Identity hashed(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = sha256Digest();
            byte[] buffer = new byte[(int) Math.min(1 << 18, size + 1)];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return new Identity(size, modified, changed, settled, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** The SHA-256 of some bytes. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256Digest().digest(bytes));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the system says the same of it: then nobody has touched it in between, if it was settled. */
    boolean looksLike(Identity other) {
        return size == other.size
                && modified.equals(other.modified)
                && (changed == null ? other.changed == null : changed.equals(other.changed));
    }

    /** Whether the file, which is {@code now}, still is the one that this was taken down of. */
    boolean isOf(Path path, Identity now) throws IOException {
        if (size != now.size) {
            return false;
        }
        return settled && looksLike(now) || now.hashed(path).sha256.equals(sha256);
    }

    void write(JsonOut json) {
        json.name("size").count(size);
        json.name("modified").text(modified);
        if (changed != null) {
            json.name("changed").text(changed);
        }
        json.name("settled").count(settled ? 1 : 0);
        json.name("sha256").text(sha256);
    }

    static Identity of(Members members) {
        return new Identity(
                members.count("size"),
                String.valueOf(members.text("modified")),
                members.text("changed"),
                members.count("settled") == 1,
                members.text("sha256"));
    }
}
