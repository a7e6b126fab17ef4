package lossctl.read;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import lossctl.data.Refusal;
import lossctl.data.Unopened;

/**
 * Files that are named by what they have in common: a glob, a folder, a list. Those of a glob and of a folder come in the
 * order of their names, numbers in these by value: {@code epoch_9.csv} before {@code epoch_10.csv}.
 */
public final class FileList {
    private static final String WILD = "*?[{";

    private FileList() {}

    /**
     * The files that a word names: itself, the files of a folder that match {@code glob}, or those that match the word
     * itself, where it is a glob and no file has it for its name.
     *
     * @param glob what files of folders must match, by their paths in the folder; null where there are no folders
     * @throws Refusal with code IO where there is none; a folder without a glob is told by whoever opens it
     */
    public static List<String> of(String word, String glob) {
        int wild = wild(word);
        if (wild < 0 && glob == null) {
            return List.of(word); // without a look, which takes as long as to open it: that will tell
        }
        File file = new File(word);
        if (file.isDirectory()) {
            if (glob == null) {
                throw Unopened.folder(word);
            }
            return found(word, file.toPath(), word.endsWith("/") ? word : word + "/", glob);
        }
        if (wild < 0 || file.exists()) {
            return List.of(word);
        }
        int slash = word.lastIndexOf('/', wild);
        String folder = word.substring(0, slash + 1);
        return found(word, Path.of(folder), folder, word.substring(slash + 1));
    }

    /** Where the first sign of a glob stands, or -1. */
    private static int wild(String word) {
        int first = -1;
        for (int i = 0; i < WILD.length(); i++) {
            int at = word.indexOf(WILD.charAt(i));
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    private static List<String> found(String word, Path folder, String prefix, String glob) {
        // In Java's globs **/ wants a folder; in everyone else's there may be none.
        PathMatcher matcher = matcher(word, glob);
        PathMatcher flat = glob.startsWith("**/") ? matcher(word, glob.substring(3)) : matcher;
        List<String> files = new ArrayList<>();
        int depth = glob.contains("**")
                ? Integer.MAX_VALUE
                : 1 + (int) glob.chars().filter(c -> c == '/').count();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path inside = folder.toString().isEmpty() ? file : folder.relativize(file);
                    if (!attributes.isDirectory() && (matcher.matches(inside) || flat.matches(inside))) {
                        files.add(prefix + inside);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                    if (reason instanceof FileSystemLoopException) {
                        return FileVisitResult.CONTINUE; // a link to a folder around it, whose files are found there
                    }
                    return super.visitFileFailed(file, reason);
                }
            });
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "cannot be searched: " + e.getMessage()).in(word);
        }
        if (files.isEmpty()) {
            boolean pattern = word.equals(prefix + glob);
            throw new Refusal(Refusal.Code.IO, pattern ? "no file matches" : "no file in it matches " + glob)
                    .hint("check the folder and the pattern")
                    .in(word);
        }
        files.sort(FileNames::compare);
        return files;
    }

    private static PathMatcher matcher(String word, String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Code.USAGE, "'" + glob + "' is no glob: " + e.getMessage()).in(word);
        }
    }

    /** The paths in a list, one a line, or with NULs between them; empty ones are passed over. */
    public static List<String> lines(Bytes list) {
        List<String> paths = new ArrayList<>();
        try (InputStream in = list.open()) {
            // Not readAllBytes, which asks a file for its position, and a pipe has none.
            StringBuilder text = new StringBuilder();
            Reader letters = new InputStreamReader(in, StandardCharsets.UTF_8);
            char[] buffer = new char[1 << 13];
            for (int read = letters.read(buffer); read >= 0; read = letters.read(buffer)) {
                text.append(buffer, 0, read);
            }
            // as other texts, it may begin with a byte order mark
            int from = text.indexOf("\ufeff") == 0 ? 1 : 0;
            // no path has a NUL in it: where there is one, it is what stands between them
            String ends = text.indexOf("\0") < 0 ? "\r\n" : "\0";
            for (int i = from; i <= text.length(); i++) {
                if (i == text.length() || ends.indexOf(text.charAt(i)) >= 0) {
                    String path = text.substring(from, i);
                    if (!path.isBlank()) {
                        paths.add(path);
                    }
                    from = i + 1;
                }
            }
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage()).in(list.name());
        }
        if (paths.isEmpty()) {
            throw new Refusal(Refusal.Code.EMPTY, "no file is named in it").in(list.name());
        }
        return paths;
    }
}
