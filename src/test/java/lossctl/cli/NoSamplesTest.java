package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of no samples the sum is 0, the mean is refused, and without a reduction there is nothing to tell. */
class NoSamplesTest {
    @TempDir
    Path folder;

    private Said said(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve(text.startsWith("y_") ? "a.csv" : "a.json"), text);
        String[] args = new String[more.length + 2];
        System.arraycopy(more, 0, args, 2, more.length);
        args[0] = "mse";
        args[1] = file.toString();
        return Said.by(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y_true,y_pred\n", "{\"y_true\":[],\"y_pred\":[]}", "[]", " [ ]\n"})
    void ofAFile(String text) throws IOException {
        assertEquals(new Said(0, "0.0\n", ""), said(text, "--reduction", "sum"));
        assertEquals(new Said(0, "", ""), said(text, "--reduction", "none"));
        Said mean = said(text);
        assertEquals(3, mean.status());
        assertTrue(mean.err().contains("no samples: the mean of nothing has no value"), mean.err());
        assertTrue(mean.err().endsWith("hint: --reduction sum is 0 for no samples\n"), mean.err());
        String file = folder.resolve(text.startsWith("y_") ? "a.csv" : "a.json").toString();
        assertEquals(
                new Said(3, "", file + ": no samples: the mean of nothing has no value\n"),
                Said.by("plot", "residuals", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse", "sparse_cce", "cce", "kld", "bce", "cosine", "accuracy"})
    void ofValuesOnTheCommandLineAndInARequest(String loss) {
        assertEquals(new Said(0, "0.0\n", ""), Said.by(loss, "--true", "[]", "--pred", "[]", "--reduction", "sum"));
        assertEquals(new Said(0, "", ""), Said.by(loss, "--true", "[]", "--pred", "[]", "--reduction", "none"));
        assertEquals(3, Said.by(loss, "--true", "[]", "--pred", "[]").status());
        String request = "{\"loss\":\"" + loss + "\",\"y_true\":[],\"y_pred\":[],\"reduction\":\"";
        List<String> answers = Said.read(request + "sum\"}\n" + request + "none\"}\n" + request + "mean\"}\n", "batch")
                .out()
                .lines()
                .toList();
        assertTrue(answers.get(0).contains("\"value\":0.0,\"n\":0,"), answers.get(0));
        assertTrue(answers.get(1).contains("\"value\":[],\"n\":0,"), answers.get(1));
        assertTrue(answers.get(2).contains("\"code\":\"EMPTY\""), answers.get(2));
    }
}
