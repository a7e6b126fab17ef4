package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The gates and stages of {@code examples}, run as a scheduler, GitHub and DVC would run them. */
class PipelinesIT {
    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();

    @TempDir
    Path project;

    @BeforeEach
    void copyDumps() throws IOException {
        Files.createDirectory(project.resolve("dumps"));
        for (String name : List.of("diabetes_gbr.csv", "diabetes_ridge.csv")) {
            Files.copy(
                    EXAMPLES.resolve("dumps").resolve(name),
                    project.resolve("dumps").resolve(name));
        }
    }

    @Test
    void theNightlyGateTellsAWorseModelFromOneThatCannotBeTold() {
        Shell.Outcome worse = Shell.line("sh nightly.sh dumps/diabetes_ridge.csv dumps/diabetes_gbr.csv", EXAMPLES);
        assertEquals(1, worse.exit(), worse.err());
        assertTrue(worse.err().contains("gate failed: mse.change = +13.0"), worse.err());
        assertTrue(worse.err().contains("gate failed: mse.change[1] = +32.7"), worse.err());
        assertTrue(worse.out().endsWith("nightly: a gate failed\n"), worse.out());
        Shell.Outcome missing = Shell.line("sh nightly.sh dumps/diabetes_ridge.csv nowhere.csv", EXAMPLES);
        assertEquals(4, missing.exit());
        assertEquals("nightly: cannot be told, exit 4\n", missing.out());
    }

    @Test
    void everyStepForGitHubRunsAndLeavesWhatItPromises() throws Exception {
        List<String> steps = commands(EXAMPLES.resolve("github-actions.yml"), "run:");
        assertEquals(4, steps.size());
        StringBuilder out = new StringBuilder();
        for (String step : steps) {
            String script = "export GITHUB_PATH=path GITHUB_STEP_SUMMARY=summary.md RUNNER_TEMP=.\nset -e\n" + step;
            Shell.Outcome outcome = Shell.line(script, project);
            assertEquals(0, outcome.exit(), step + outcome.err());
            assertEquals("", outcome.err(), step);
            out.append(outcome.out());
        }
        assertEquals(6, out.toString().lines().count(), out.toString());
        assertTrue(out.toString().lines().allMatch(line -> line.startsWith("::notice title=lossctl gate passed::")));
        List<String> summary = Files.readAllLines(project.resolve("summary.md"));
        assertEquals(2 + 3, summary.size());
        assertTrue(summary.get(0).startsWith("| file | n | mse | 95% CI (t) |"), summary.get(0));
        String xml = Files.readString(project.resolve("lossctl.xml"));
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        assertEquals("6", suites.getAttribute("tests"));
        assertEquals("0", suites.getAttribute("failures"));
    }

    @Test
    void everyStageForDvcRunsAndWritesMetricsThatDvcCanRead() throws IOException {
        List<String> stages = commands(EXAMPLES.resolve("dvc.yaml"), "cmd:");
        assertEquals(2, stages.size());
        for (String stage : stages) {
            Shell.Outcome outcome = Shell.line(stage, project);
            assertEquals(0, outcome.exit(), stage + outcome.err());
            assertEquals("", outcome.out());
        }
        JsonNode metrics = metrics("metrics.json");
        assertEquals(3023.26, metrics.get("mse").asDouble(), 0.01);
        assertEquals(5, metrics.get("groups").size());
        JsonNode change = metrics("change.json");
        assertEquals(
                -0.115,
                change.get("comparisons")
                        .get("dumps/diabetes_ridge.csv")
                        .get("mse")
                        .get("relative")
                        .asDouble(),
                1e-3);
    }

    private JsonNode metrics(String name) throws IOException {
        JsonNode json = new ObjectMapper().readTree(project.resolve(name).toFile());
        assertReadable(json, name);
        return json;
    }

    /** DVC takes objects of objects down to numbers and texts; it passes over lists. */
    private static void assertReadable(JsonNode node, String at) {
        if (node.isObject()) {
            node.properties().forEach(entry -> assertReadable(entry.getValue(), at + " " + entry.getKey()));
        } else {
            assertTrue(node.isNumber() || node.isTextual(), at + ": " + node);
        }
    }

    /** The commands behind a word of YAML: on its line, or in the deeper lines below a bar. */
    private static List<String> commands(Path yaml, String word) throws IOException {
        List<String> commands = new ArrayList<>();
        List<String> lines = Files.readAllLines(yaml);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String text = line.strip();
            if (text.equals(word + " |")) {
                int indent = line.indexOf(word);
                StringBuilder block = new StringBuilder();
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith(" ".repeat(indent + 1))) {
                    block.append(lines.get(++i).strip()).append('\n');
                }
                commands.add(block.toString());
            } else if (text.startsWith(word + " ")) {
                commands.add(text.substring(word.length()).strip() + "\n");
            }
        }
        return commands;
    }
}
