package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network of {@code examples/train}; its run over the digits is held by {@link ExamplesIT}. */
class TrainIT {
    private static final int PIXELS = 28 * 28;

    @TempDir
    Path folder;

    @Test
    void theDigitsEndAboveNineTenthsOfValidationAccuracy() throws IOException {
        Shell.Outcome outcome = train("--data examples/train/digits.csv --out " + folder);
        assertEquals("", outcome.err());
        List<String> history = Files.readAllLines(folder.resolve("history.csv"));
        assertEquals(11, history.size());
        String[] last = history.get(10).split(",");
        assertTrue(Double.parseDouble(last[4]) > 0.90, history.get(10));
    }

    @Test
    void theNetworkForFilesLikeThoseOfMnistHasTheParametersOfTheArticle() throws IOException {
        idx("train", 300);
        idx("t10k", 40);
        Shell.Outcome outcome = train("--mnist " + folder + " --out " + folder);
        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("Flatten                   784"), outcome.out());
        assertTrue(outcome.out().contains("Dense (relu)               84       65,940"), outcome.out());
        assertTrue(outcome.out().contains("Dense (softmax)            10          850"), outcome.out());
        assertTrue(outcome.out().contains("total                               66,790"), outcome.out());
        assertEquals(301, Files.readAllLines(folder.resolve("train_10.csv")).size());
        Shell.Outcome eval = Shell.lossctl(
                "eval",
                "-l",
                "sparse_cce,accuracy",
                "--train",
                folder + "/train_*.csv",
                "--val",
                folder + "/val_*.csv",
                "-f",
                "csv");
        assertEquals(Files.readString(folder.resolve("history.csv")), eval.out());
    }

    private static Shell.Outcome train(String options) {
        return Shell.line(
                "\"${JAVA_HOME:+$JAVA_HOME/bin/}java\" -cp target/lossctl.jar examples/train/Train.java " + options,
                Shell.PROJECT);
    }

    /** Pictures in MNIST's format: digit d is a bright row d, with noise that a counter makes; labels unpacked. */
    private void idx(String part, int n) throws IOException {
        try (DataOutputStream images = new DataOutputStream(
                        new GZIPOutputStream(Files.newOutputStream(folder.resolve(part + "-images-idx3-ubyte.gz"))));
                DataOutputStream labels =
                        new DataOutputStream(Files.newOutputStream(folder.resolve(part + "-labels-idx1-ubyte")))) {
            images.writeInt(0x803);
            images.writeInt(n);
            images.writeInt(28);
            images.writeInt(28);
            labels.writeInt(0x801);
            labels.writeInt(n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < PIXELS; j++) {
                    images.writeByte(j / 28 == i % 10 ? 255 : i * j % 64);
                }
                labels.writeByte(i % 10);
            }
        }
    }
}
