package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.convention.Meaning;
import lossctl.derive.Page;
import lossctl.num.DecimalWriter;
import lossctl.write.CheckedOut;

/** The page of a loss, for a terminal. */
final class PageText {
    private static final int INDENT = 26;

    private final Page page;
    private final Ink ink;
    private final CheckedOut out;

    PageText(Page page, Ink ink, CheckedOut out) {
        this.page = page;
        this.ink = ink;
        this.out = out;
    }

    /** Name, kind, formula and what a framework makes of it: what stands before the numbers of a worksheet. */
    void writeHead(String as, List<String> theirs) {
        out.line(ink.bold(page.name()) + ": " + page.summary());
        Text.wrap(
                out,
                "  ",
                "a " + page.kind() + ", " + page.better() + " is better; "
                        + page.family().sentence(),
                2);
        writePart("Formula", page.formula());
        writePart("As " + as, theirs);
    }

    /** The whole page. */
    void write(String as, List<String> theirs) {
        writeHead(as, theirs);
        writePart("Gradient, by the prediction", page.gradient());
        heading("Parameters", page.parameters().isEmpty());
        for (Page.Setting setting : page.parameters()) {
            writePair(setting.option(), describe(setting));
        }
        heading("Domain", false);
        for (Page.Place place : page.domain()) {
            writePair(
                    place.when().isEmpty() ? place.name() : place.when(),
                    (place.when().isEmpty() ? "" : place.name() + ": ") + place.domain());
        }
        writePart("Kinks", page.kinks().isEmpty() ? List.of() : List.of(page.kinks()));
        writePart("Traits", page.traits());
        writePart("Notes", page.notes());
        writePart("Also called", page.aliases().isEmpty() ? List.of() : List.of(String.join(", ", page.aliases())));
        writePart("In frameworks (--as)", meanings());
        writePart("Examples", examples());
        writePart("Source", List.of(page.source()));
    }

    private static String describe(Page.Setting setting) {
        String text = setting.description();
        if (!setting.range().isEmpty()) {
            text += "; " + setting.range();
        }
        return setting.fallback().isEmpty() ? text : text + "; default " + setting.fallback();
    }

    private List<String> meanings() {
        List<String> lines = new ArrayList<>();
        for (Meaning meaning : page.meanings()) {
            String when = meaning.when().isEmpty() ? "" : " (" + meaning.when() + ")";
            String habits = String.join("; ", meaning.habits());
            lines.add(meaning.framework() + " " + meaning.name() + when + (habits.isEmpty() ? "" : ": " + habits));
        }
        return lines;
    }

    private List<String> examples() {
        List<String> lines = new ArrayList<>();
        for (Page.Worked example : page.examples()) {
            lines.add(example.command());
            StringBuilder line = new StringBuilder("  ").append(DecimalWriter.text(example.value()));
            for (double slope : example.gradient()) {
                line.append(line.indexOf("gradient") < 0 ? "   gradient " : ", ")
                        .append(DecimalWriter.text(slope));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private void writePart(String title, List<String> lines) {
        heading(title, lines.isEmpty());
        for (String line : lines) {
            if (line.startsWith(" ")) {
                out.line("  " + line);
            } else {
                Text.wrap(out, "  ", line, 4);
            }
        }
    }

    private void heading(String title, boolean empty) {
        if (!empty) {
            out.line("");
            out.line(ink.bold(title));
        }
    }

    private void writePair(String name, String text) {
        String head = "  " + name;
        if (head.length() > INDENT - 2) {
            out.line(head);
            head = "";
        }
        Text.wrap(out, Text.pad(head, INDENT), text, INDENT);
    }
}
