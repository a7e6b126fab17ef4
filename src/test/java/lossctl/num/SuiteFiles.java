package lossctl.num;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The public test suites that lie beside the project; a test that needs one is skipped where they are absent. */
public final class SuiteFiles {
    private SuiteFiles() {}

    /** The folder of that suite. */
    public static Path folder(String suite) {
        String place = System.getProperty("LOSSCTL_SUITES", System.getenv("LOSSCTL_SUITES"));
        Path folder = Path.of(place == null ? "../shared/suites" : place, suite);
        assumeTrue(
                Files.isDirectory(folder),
                "skipped: no " + folder.toAbsolutePath() + "; set LOSSCTL_SUITES to the folder of the suites");
        return folder;
    }

    /** The lines of a text file, plain or gzip. */
    public static BufferedReader lines(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes, 1 << 16);
        }
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII));
    }
}
