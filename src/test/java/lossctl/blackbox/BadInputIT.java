package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every line of {@code bad-inputs.txt}: a bad input is told in exactly this one line, with this exit status, and nothing
 * on standard output. Lines with {@code @} make the files that the others name.
 */
class BadInputIT {
    @TempDir
    static Path folder;

    @TestFactory
    List<DynamicTest> everyBadInputHasItsMessageAndItsStatus() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String command = null;
        for (String line : Shell.resource("bad-inputs.txt").split("\n")) {
            if (line.startsWith("@ ")) {
                int bar = line.indexOf('|');
                Files.write(folder.resolve(line.substring(2, bar)), unescaped(line.substring(bar + 1)));
            } else if (line.startsWith("$ ")) {
                command = line.substring(2);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                String call = command;
                tests.add(DynamicTest.dynamicTest(call, () -> {
                    Shell.Outcome outcome = Shell.line(call, folder);
                    assertEquals(line + "\n", outcome.exit() + " " + outcome.err());
                    assertEquals("", outcome.out());
                }));
            }
        }
        assertTrue(tests.size() >= 100, "only " + tests.size());
        return tests;
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char kind = text.charAt(++i);
            switch (kind) {
                case 'n' -> bytes.write('\n');
                case 'x' -> {
                    bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> bytes.write(kind);
            }
        }
        return bytes.toByteArray();
    }
}
