package lossctl.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lossctl.catalog.Catalog;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/losses} to the descriptions of the losses. {@code mvn test -Dtest=PagesTest -Dpages=write} writes
 * the pages anew.
 */
class PagesTest {
    private static final Path FOLDER = Path.of("docs/losses");
    private static final Path README = Path.of("README.md");
    private static final String TABLE = "| task | losses, and *metrics* |\n|---|---|";
    private static final String HINT = "; mvn test -Dtest=PagesTest -Dpages=write writes the pages anew";

    @Test
    void everyLossHasItsPageAndEveryPageIsUpToDate() throws IOException {
        Map<String, String> pages = pages();
        if ("write".equals(System.getProperty("pages"))) {
            write(pages);
        }
        assertEquals(List.copyOf(pages.keySet()), files(), "the files in " + FOLDER + HINT);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertEquals(
                    page.getValue(),
                    Files.readString(FOLDER.resolve(page.getKey())),
                    page.getKey() + " is out of date" + HINT);
        }
    }

    @Test
    void theTableOfTheReadmeNamesEveryLoss() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(TABLE) + TABLE.length();
        int to = readme.indexOf("\n\n", from);
        String anew = readme.substring(0, from) + table() + readme.substring(to);
        if ("write".equals(System.getProperty("pages"))) {
            Files.writeString(README, anew);
        }
        assertEquals(anew, Files.readString(README), README + " is out of date" + HINT);
    }

    /** A row a task; each name leads to its page, metrics are in italics. */
    private static String table() {
        StringBuilder table = new StringBuilder();
        for (String task : Catalog.tasks()) {
            table.append("\n| ").append(task).append(" |");
            for (String name : Catalog.names()) {
                if (Catalog.task(name).equals(task)) {
                    String mark = Catalog.find(name).isMetric() ? "*" : "";
                    table.append(' ').append(mark).append('[').append(name).append("](docs/losses/");
                    table.append(name).append(".md)").append(mark);
                }
            }
            table.append(" |");
        }
        return table.toString();
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String file : files()) {
            Files.delete(FOLDER.resolve(file));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static List<String> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The text of every page by the name of its file. */
    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (Spec spec : Catalog.all()) {
            pages.put(spec.name() + ".md", text(MarkdownPage.of(spec)));
        }
        pages.put("README.md", text(index()));
        return pages;
    }

    private static List<String> index() {
        List<String> lines = new ArrayList<>();
        lines.add("# Losses and metrics");
        lines.add("A page each, made from the description in the code.");
        for (String task : Catalog.tasks()) {
            lines.add("");
            lines.add("## " + task);
            for (String name : Catalog.names()) {
                if (Catalog.task(name).equals(task)) {
                    lines.add("- [" + name + "](" + name + ".md): "
                            + Catalog.find(name).summary());
                }
            }
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
