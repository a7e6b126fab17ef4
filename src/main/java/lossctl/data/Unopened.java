package lossctl.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lossctl.num.Nearest;

/** Why a file cannot be opened, and what to do about it. It looks around in the file's folder, for it is a failure anyway. */
public final class Unopened {
    /** So many names are looked at: a folder may hold millions, and a guess is not worth seconds. */
    private static final int MOST = 10_000;

    /** Java puts it where bytes of an argument are no letter, and finds no file by it. */
    private static final char UNREADABLE = '\uFFFD';

    private Unopened() {}

    /** The refusal of a file that is a folder, is not there or may not be read. */
    public static Refusal file(String path) {
        File file = new File(path);
        if (file.isDirectory()) {
            return folder(path);
        }
        if (!file.exists() && path.indexOf(UNREADABLE) >= 0) {
            return refusal(
                    path, "its name is no text in this locale", "LC_ALL=C.UTF-8 takes UTF-8; any name: ... - < FILE");
        }
        if (path.indexOf('\0') >= 0) {
            return refusal(path, "no file can have this name", "check the path");
        }
        if (!file.exists()) {
            boolean link = Files.isSymbolicLink(file.toPath());
            return refusal(path, "no such file", link ? "it is a link to what is not there" : whereElse(path));
        }
        return file.canRead()
                ? refusal(path, "cannot be opened", "check what it is")
                : refusal(path, "permission denied", "check who may read it");
    }

    /** The refusal of a folder where a file is wanted. */
    public static Refusal folder(String path) {
        return refusal(path, "is a folder", "name a file in it, or --glob '*.csv'");
    }

    private static Refusal refusal(String path, String reason, String hint) {
        return new Refusal(Refusal.Code.IO, reason).hint(hint).in(path);
    }

    /** A name in the same folder that is close, or where the path ends. */
    private static String whereElse(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String folder = path.substring(0, slash);
        try {
            if (!folder.isEmpty() && !Files.isDirectory(Path.of(folder))) {
                return "there is no folder '" + path.substring(0, slash - 1) + "': check the path";
            }
            String near = nearest(path.substring(slash), Path.of(folder));
            return near == null ? "check the path" : "did you mean '" + folder + near + "'?";
        } catch (IOException | InvalidPathException e) {
            return "check the path";
        }
    }

    /**
     * The name of a file that is close; null for none. Which names are folders is asked of the closest, and of all only where
     * these are: never a few at a time, as thousands of folders may be close.
     */
    private static String nearest(String name, Path folder) throws IOException {
        List<String> names = names(folder);
        List<String> near = Nearest.to(name, names);
        for (String each : near) {
            if (!Files.isDirectory(folder.resolve(each))) {
                return each;
            }
        }
        if (near.isEmpty()) {
            return null;
        }
        names.removeIf(each -> Files.isDirectory(folder.resolve(each)));
        near = Nearest.to(name, names);
        return near.isEmpty() ? null : near.get(0);
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (names.size() == MOST) {
                    break;
                }
                names.add(entry.getFileName().toString());
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names); // a folder has no order of its own
        return names;
    }
}
