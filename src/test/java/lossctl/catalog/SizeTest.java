package lossctl.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lossctl.Claim;
import org.junit.jupiter.api.Test;

/** A loss is a small file. */
class SizeTest {
    private static final double MEAN = 80;

    @Test
    void theMeanFileOfTheCatalogueStaysBelowEightyLines() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("src/main/java/lossctl/catalog"))) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        long lines = 0;
        for (Path file : files) {
            lines += Files.readAllLines(file).size();
        }
        double mean = (double) lines / files.size();
        Claim.that(
                mean < MEAN, files.size() + " files of " + mean + " lines in the mean, which is to be below " + MEAN);
    }
}
