package lossctl.derive;

import java.util.ArrayList;
import java.util.List;
import lossctl.convention.Meaning;
import lossctl.loss.Spec;
import lossctl.num.DecimalWriter;

/** The page of a loss in Markdown: {@code docs/losses/huber.md}. */
public final class MarkdownPage {
    private final Page page;
    private final List<String> lines = new ArrayList<>();

    private MarkdownPage(Page page) {
        this.page = page;
    }

    /** The lines of the page. */
    public static List<String> of(Spec spec) {
        MarkdownPage markdown = new MarkdownPage(Page.of(spec));
        markdown.write(TextCurve.of(spec));
        return markdown.lines;
    }

    private void write(List<String> curve) {
        lines.add("# " + page.name());
        lines.add(capital(page.summary()) + ". A " + page.kind() + ", " + page.better() + " is better; "
                + page.family().sentence() + ".");
        writeCode("Formula", page.formula());
        writeCode("Gradient, by the prediction", page.gradient());
        writeCode("Curve", curve);
        writeParameters();
        writeDomain();
        writeList("Kinks", page.kinks().isEmpty() ? List.of() : List.of("The slope jumps at " + page.kinks() + "."));
        writeList("Traits", page.traits());
        writeList("Notes", page.notes());
        writeList("Also called", page.aliases().isEmpty() ? List.of() : List.of(String.join(", ", page.aliases())));
        writeMeanings();
        writeCode("Examples", examples());
        heading("Source");
        lines.add(escape(page.source()));
    }

    private void writeParameters() {
        if (page.parameters().isEmpty()) {
            return;
        }
        heading("Parameters");
        lines.add("| option | default | range | meaning |");
        lines.add("|---|---|---|---|");
        for (Page.Setting setting : page.parameters()) {
            lines.add("| `" + setting.option().replace("|", "\\|") + "` | " + setting.fallback() + " | "
                    + setting.range() + " | " + escape(setting.description()) + " |");
        }
    }

    private void writeDomain() {
        heading("Domain");
        lines.add("| | |");
        lines.add("|---|---|");
        for (Page.Place place : page.domain()) {
            String when = place.when().isEmpty() ? "" : " under `" + place.when() + "`";
            lines.add("| " + place.name() + when + " | " + escape(place.domain()) + " |");
        }
    }

    private void writeMeanings() {
        if (page.meanings().isEmpty()) {
            return;
        }
        heading("In frameworks");
        lines.add("| `--as` | there | differs |");
        lines.add("|---|---|---|");
        for (Meaning meaning : page.meanings()) {
            String when = meaning.when().isEmpty() ? "" : " (`" + meaning.when() + "`)";
            String habits = meaning.habits().isEmpty() ? "" : escape(String.join("; ", meaning.habits()));
            lines.add("| " + meaning.framework() + " | `" + meaning.name() + "`" + when + " | " + habits + " |");
        }
    }

    private List<String> examples() {
        List<String> texts = new ArrayList<>();
        for (Page.Worked example : page.examples()) {
            texts.add("$ " + example.command());
            texts.add(DecimalWriter.text(example.value()));
        }
        return texts;
    }

    private void writeCode(String title, List<String> code) {
        if (!code.isEmpty()) {
            heading(title);
            lines.add("```");
            lines.addAll(code);
            lines.add("```");
        }
    }

    private void writeList(String title, List<String> items) {
        if (!items.isEmpty()) {
            heading(title);
            for (String item : items) {
                lines.add((items.size() > 1 ? "- " : "") + escape(item));
            }
        }
    }

    private void heading(String title) {
        lines.add("");
        lines.add("## " + title);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    /** Text whose stars, bars and underscores are meant as such. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if ("*|_<`".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
