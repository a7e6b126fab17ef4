package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every script in {@code examples} prints what the file of the same name ending in {@code .out} holds. */
class ExamplesIT {
    private static final Path EXAMPLES = Path.of("examples");

    @TestFactory
    List<DynamicTest> everyExamplePrintsItsOutput() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            scripts = files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
        }
        assertFalse(scripts.isEmpty(), "no examples");
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(script.toString(), () -> holds(script)))
                .toList();
    }

    private static void holds(Path script) throws IOException {
        Path expected = Path.of(script.toString().replaceFirst("\\.sh$", ".out"));
        Shell.Outcome outcome = Shell.line("sh ./" + script.getFileName(), EXAMPLES);
        assertEquals(Files.readString(expected), outcome.out(), script.toString());
        assertEquals("", outcome.err(), script.toString());
        assertEquals(0, outcome.exit(), script.toString());
    }
}
