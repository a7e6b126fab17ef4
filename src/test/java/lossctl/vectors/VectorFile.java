package lossctl.vectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The losses that frameworks and mpmath have computed. */
final class VectorFile {
    private VectorFile() {}

    /** The cases of one oracle, or of all whose name begins so. */
    static List<VectorCase> read(String oracle) throws IOException {
        List<VectorCase> cases = readAll("/lossctl/vectors.jsonl.gz");
        cases.removeIf(each -> !each.oracle().startsWith(oracle));
        return cases;
    }

    /** The cases of a file of the same form. */
    @SuppressWarnings("unchecked")
    static List<VectorCase> readAll(String resource) throws IOException {
        List<VectorCase> cases = new ArrayList<>();
        try (InputStream file = VectorFile.class.getResourceAsStream(resource);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(new VectorCase((Map<String, Object>) Json.read(line)));
            }
        }
        return cases;
    }
}
