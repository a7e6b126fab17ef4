package lossctl.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import lossctl.plot.Axis;
import lossctl.plot.Chart;
import lossctl.plot.Dash;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.SvgPicture;
import lossctl.plot.Tone;
import lossctl.write.CheckedOut;
import lossctl.write.Column;
import lossctl.write.OutputFormat;
import lossctl.write.SafeText;
import lossctl.write.Style;
import lossctl.write.Table;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Texts that break programs, as titles, labels and cells: they appear as texts and nothing else. */
class NaughtyFiguresTest {
    private static final Set<String> KNOWN = Set.of(
            "svg", "title", "desc", "style", "rect", "path", "circle", "text", "html", "head", "meta", "body", "h1",
            "h2", "p", "ul", "li", "span", "div", "table", "thead", "tbody", "tr", "th", "td", "figure", "details",
            "summary", "code");

    private static List<String> strings() throws IOException {
        String suites = System.getProperty("LOSSCTL_SUITES", System.getenv("LOSSCTL_SUITES"));
        Path folder = Path.of(suites == null ? "../shared/suites" : suites, "naughty-strings");
        assumeTrue(
                Files.isDirectory(folder),
                "skipped: no " + folder + "; set LOSSCTL_SUITES to the folder of the suites");
        File file = folder.resolve("blns.json").toFile();
        List<String> strings = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    strings.add(json.getText());
                }
            }
        }
        assertEquals(515, strings.size());
        return strings;
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        NodeList all = document.getElementsByTagName("*");
        Set<String> strange = new TreeSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            String name = all.item(i).getNodeName();
            if (!KNOWN.contains(name)) {
                strange.add(name);
            }
            for (int k = 0; k < all.item(i).getAttributes().getLength(); k++) {
                String attribute = all.item(i).getAttributes().item(k).getNodeName();
                if (attribute.startsWith("on") || attribute.contains("href") || attribute.equals("src")) {
                    strange.add(name + " " + attribute);
                }
            }
        }
        assertTrue(strange.isEmpty(), strange.toString());
        return document;
    }

    private static Figure figure(String text) {
        double[] x = {0, 1};
        return new Figure(
                text,
                text,
                List.of(text),
                List.of(new Chart(
                        text,
                        Axis.of(text, List.of(text, text)),
                        Axis.of(text),
                        List.of(
                                new Layer.Line(text, Tone.BLUE, Dash.SOLID, x, x),
                                new Layer.Cells("", Tone.BLUE, new double[][] {{1, 1}}, new String[][] {{text, text}}),
                                new Layer.Note(Tone.INK, 0.5, 0.5, text)))));
    }

    @Test
    void inPictures() throws Exception {
        for (String naughty : strings()) {
            Document document = parsed(SvgPicture.of(figure(naughty)));
            assertEquals(
                    SafeText.visible(naughty),
                    document.getElementsByTagName("title").item(0).getTextContent());
        }
    }

    @Test
    void inPages() throws Exception {
        for (String naughty : strings()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CheckedOut out = CheckedOut.to(bytes, "<test>");
            Page page = new Page(naughty, out);
            page.heading(naughty);
            page.remark(naughty);
            page.list(List.of(naughty));
            page.verdicts(List.of("failed"), List.of(false), List.of(naughty));
            Table table = Table.to(List.of(Column.text(naughty)), Style.of(OutputFormat.HTML), out);
            table.row(naughty);
            table.finish();
            page.figures(List.of(figure(naughty)));
            page.details(naughty, List.of(naughty));
            page.end();
            out.finish();
            String html = bytes.toString(StandardCharsets.UTF_8);
            Document document = parsed(html.substring(html.indexOf('\n')));
            String shown = SafeText.visible(naughty);
            for (String element : List.of("title", "h1", "h2", "td", "th", "code")) {
                assertEquals(
                        shown, document.getElementsByTagName(element).item(0).getTextContent(), element);
            }
        }
    }
}
