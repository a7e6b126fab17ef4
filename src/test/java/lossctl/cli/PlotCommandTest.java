package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
    @TempDir
    Path folder;

    private static Said plot(String... args) {
        List<String> words = new ArrayList<>(List.of("plot"));
        words.addAll(List.of(args));
        return Said.by(words.toArray(new String[0]));
    }

    private static JsonNode json(String... args) throws IOException {
        Said said = plot(args);
        assertEquals("", said.err());
        return new ObjectMapper().readTree(said.out());
    }

    @Test
    void theValueIsBlueAndTheGradientOrange() {
        String svg = plot("mse", "-f", "svg").out();
        assertTrue(svg.contains(".s-blue{stroke:#1f77b4}") && svg.contains(".s-orange{stroke:#ff7f0e}"), svg);
        assertTrue(svg.contains("<path class=\"p s-blue\"") && svg.contains("<path class=\"p s-orange\""), svg);
    }

    @Test
    void theSquaredErrorIsItsFormulaAtTheTruthGiven() throws IOException {
        for (JsonNode layer : json("mse", "--true", "2", "--json").at("/charts/0/layers")) {
            boolean value = layer.get("name").asText().equals("value");
            for (int i = 0; i < layer.get("x").size(); i++) {
                double e = layer.get("x").get(i).asDouble() - 2;
                assertEquals(value ? e * e : 2 * e, layer.get("y").get(i).asDouble(), 1e-12);
            }
        }
    }

    @Test
    void theRangeIsTheOneGiven() throws IOException {
        JsonNode xs = json("mae", "--from", "-1", "--to", "4", "--json").at("/charts/0/layers/0/x");
        assertEquals(-1, xs.get(0).asDouble());
        assertEquals(4, xs.get(xs.size() - 1).asDouble());
    }

    @Test
    void parametersAreOverlaid() throws IOException {
        JsonNode figure = json("huber", "--delta", "0.5,1,2", "--json");
        List<String> names = new ArrayList<>();
        figure.at("/charts/0/layers")
                .forEach(layer -> names.add(layer.get("name").asText()));
        assertEquals(List.of("delta 0.5", "delta 1", "delta 2"), names);
        assertEquals("gradient", figure.at("/charts/1/y/label").asText());
    }

    @Test
    void lossesAreOverlaid() throws IOException {
        JsonNode figure = json("mse,mae,huber:delta=2", "--json");
        assertEquals("mse, mae, huber", figure.get("title").asText());
        assertEquals("huber, delta 2", figure.at("/charts/0/layers/2/name").asText());
    }

    @Test
    void samplesAreMarkedWhereTheCurveHasTheirResidual() throws IOException {
        Path dump = Files.writeString(folder.resolve("p.csv"), "y_true,y_pred\n10,11\n5,3\n0,9\n");
        List<Double> marks = new ArrayList<>();
        for (JsonNode layer : json("mae", "--data", dump.toString(), "--json").at("/charts/0/layers")) {
            if (layer.get("kind").asText().equals("ticks")) {
                layer.get("x").forEach(x -> marks.add(x.asDouble()));
            }
        }
        assertEquals(List.of(-2.0, 1.0), marks, "the residual 9 lies outside");
    }

    @Test
    void theEndOfTheNameTellsTheFormat() throws IOException {
        for (String ending : List.of("svg", "png", "csv", "json", "txt")) {
            Path file = folder.resolve("picture." + ending);
            Said said = plot("mae", "-o", file.toString());
            assertEquals(0, said.status(), said.err());
            assertEquals("", said.out());
            byte[] bytes = Files.readAllBytes(file);
            String start = new String(bytes, 0, 4, StandardCharsets.ISO_8859_1);
            String expected = switch (ending) {
                case "svg" -> "<svg";
                case "png" -> "\u0089PNG";
                case "csv" -> "char";
                case "json" -> "{\"ti";
                default -> " mae";
            };
            assertEquals(expected, start);
        }
    }

    @Test
    void coloursAndLettersAreThoseThatTheTerminalShows() {
        assertFalse(plot("mae").out().contains("\u001b"));
        assertTrue(plot("mae", "--color", "always").out().contains("\u001b[34m"));
        assertTrue(plot("mae").out().contains("\u25cf"));
        String ascii = Said.at("ascii", "", "plot", "mae").out();
        assertEquals(ascii, plot("mae", "-f", "ascii").out());
        assertTrue(ascii.chars().allMatch(c -> c < 0x7F), ascii);
        plot("mae", "--width", "50").out().lines().forEach(line -> assertTrue(line.length() <= 50, line));
    }

    @Test
    void whatCannotBeDrawnIsToldInOneLine() {
        refuses(2, "rmse has no curve over the prediction: it is a function of sums over all samples", "rmse");
        refuses(2, "hamming has no curve over the prediction: it takes whole predictions only", "hamming");
        refuses(2, "Did you mean: mse", "msee");
        refuses(2, "which picture? lossctl plot mse");
        refuses(2, "--from 2.0 and --to 1.0", "mae", "--from", "2", "--to", "1");
        refuses(2, "bce has no prediction between 2.0 and 3.0, only in [0, 1]", "bce", "--from", "2", "--to", "3");
        refuses(2, "poisson has no truth -1", "poisson", "--true", "-1");
        refuses(2, "'x': not a number that can be drawn", "mae", "--true", "x");
        refuses(2, "name it .svg, .png, .csv, .json or .txt", "mae", "-o", "picture.gif");
        refuses(2, "12 curves are too many", "huber", "--delta", "1,2,3,4,5,6,7,8,9,10,11,12");
        refuses(2, "--pred-col is about samples: give --data FILE", "mae", "--pred-col", "p");
        refuses(4, "no-such.csv", "mae", "--data", "no-such.csv");
        refuses(2, "unknown option '--delta'", "mae", "--delta", "1");
        assertEquals(2, Said.at("out", "", "plot", "mae", "-f", "png").status(), "no PNG for a terminal");
    }

    private static void refuses(int status, String message, String... args) {
        Said said = plot(args);
        assertTrue(said.err().contains(message), said.err());
        assertEquals(status, said.status(), said.err());
        assertEquals("", said.out());
    }

    @Test
    void onlyAPngLoadsJavasGraphics() throws Exception {
        assertFalse(loadsGraphics("mse", "--true", "1,0", "--pred", "2,3"));
        assertFalse(loadsGraphics("plot", "mse"));
        assertFalse(loadsGraphics("plot", "mse", "-f", "svg"));
        assertTrue(loadsGraphics("plot", "mse", "-f", "png"));
    }

    private static boolean loadsGraphics(String... args) throws Exception {
        List<String> path = new ArrayList<>();
        for (Class<?> part :
                List.of(Main.class, picocli.CommandLine.class, com.fasterxml.jackson.core.JsonFactory.class)) {
            CodeSource source = part.getProtectionDomain().getCodeSource();
            path.add(Path.of(source.getLocation().toURI()).toString());
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xlog:class+load",
                "-cp",
                String.join(System.getProperty("path.separator"), path),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process java = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        java.getOutputStream().close();
        String log = new String(java.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertEquals(0, java.waitFor());
        assertTrue(log.contains(" lossctl.cli.Main "), "the log tells of classes");
        return log.contains(" java.awt.") || log.contains(" sun.awt.") || log.contains(" sun.java2d.");
    }
}
