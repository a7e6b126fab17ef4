package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of {@code examples/gallery} are, byte for byte, what the lines of its script draw. */
class GalleryTest {
    private static final Path GALLERY = Path.of("examples/gallery");

    @TempDir
    Path folder;

    @Test
    void everyPictureIsUpToDate() throws IOException {
        Set<String> drawn = new TreeSet<>();
        for (String line : lines()) {
            String[] words = Said.words(line.replace("\"$to/", folder + "/").replace("\"", ""));
            Said said = Said.by(words);
            assertEquals("", said.err(), line);
            assertEquals(0, said.status(), line);
        }
        for (Path picture : files(folder)) {
            String name = picture.getFileName().toString();
            drawn.add(name);
            Path kept = GALLERY.resolve(name);
            assertTrue(Files.exists(kept), name + " is missing: sh examples/gallery/make.sh");
            assertEquals(-1, Files.mismatch(kept, picture), name + " is out of date: sh examples/gallery/make.sh");
        }
        Set<String> all = files(GALLERY).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("make.sh"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(drawn, all, "pictures that the script does not draw");
    }

    @Test
    void theReadmeShowsPicturesThatExist() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String part : Files.readString(Path.of("README.md")).split("\\(examples/gallery/")) {
            shown.add(part.substring(0, Math.max(0, part.indexOf(')'))));
        }
        shown.removeIf(name -> !name.endsWith(".svg"));
        assertTrue(shown.containsAll(Set.of("mae.svg", "mse.svg", "cce.svg")), "the article's three: " + shown);
        for (String name : shown) {
            assertTrue(Files.exists(GALLERY.resolve(name)), name);
        }
    }

    private static List<String> lines() throws IOException {
        List<String> lines = Files.readAllLines(GALLERY.resolve("make.sh")).stream()
                .filter(line -> line.startsWith("lossctl "))
                .toList();
        assertTrue(lines.size() >= 7, "pictures in the script: " + lines);
        return lines;
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.sorted().toList();
        }
    }
}
