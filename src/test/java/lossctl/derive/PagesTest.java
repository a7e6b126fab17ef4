package lossctl.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lossctl.Claim;
import lossctl.catalog.Catalog;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/losses} to the descriptions of the losses. {@code mvn test -Dtest=PagesTest -Dpages=write} writes
 * the pages anew.
 */
@Tag("loss")
class PagesTest {
    private static final Path FOLDER = Path.of("docs/losses");
    private static final Path README = Path.of("README.md");
    private static final String TABLE = "| task | losses, and *metrics* |\n|---|---|";
    private static final String HINT = "; mvn -q test -Dtest=PagesTest -Dpages=write writes all anew";
    private static final int SHOWN = 60;

    @Test
    void everyLossHasItsPageAndEveryPageIsUpToDate() throws IOException {
        Map<String, String> pages = pages();
        if ("write".equals(System.getProperty("pages"))) {
            write(pages);
        }
        List<String> files = files();
        List<String> lacking = new ArrayList<>(pages.keySet());
        lacking.removeAll(files);
        List<String> beside = new ArrayList<>(files);
        beside.removeAll(pages.keySet());
        Claim.that(
                lacking.isEmpty() && beside.isEmpty(),
                () -> FOLDER + " lacks pages " + lacking + " and has pages of no loss " + beside + HINT);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            hold(page.getValue(), FOLDER.resolve(page.getKey()));
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
        hold(anew, README);
    }

    /** Fails with the first line that differs, not with the whole of a page. */
    private static void hold(String anew, Path page) throws IOException {
        String[] wanted = anew.split("\n", -1);
        String[] found = Files.readString(page).split("\n", -1);
        for (int i = 0; i < Math.max(wanted.length, found.length); i++) {
            String want = i < wanted.length ? wanted[i] : "the end of the page";
            String have = i < found.length ? found[i] : "the end of the page";
            int line = i + 1;
            Claim.that(want.equals(have), () -> {
                int at = difference(want, have);
                return page + " is out of date, first in line " + line + ", column " + (at + 1) + ": '" + from(have, at)
                        + "' is to be '" + from(want, at) + "'" + HINT;
            });
        }
    }

    private static int difference(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    /** A line from a place on, cut short. */
    private static String from(String line, int at) {
        return line.length() - at <= SHOWN ? line.substring(at) : line.substring(at, at + SHOWN) + "...";
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
