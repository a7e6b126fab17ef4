package lossctl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import lossctl.catalog.Catalog;
import lossctl.derive.CurveFigure;
import lossctl.derive.Family;
import lossctl.derive.LossCurve;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.SuiteFiles;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Pictures of every kind, and of every loss with a curve: they are valid, whole and legible. */
class PictureTest {
    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "desc", "style", "rect", "path", "circle", "text");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns",
            "class",
            "width",
            "height",
            "viewBox",
            "role",
            "aria-labelledby",
            "id",
            "stroke-width",
            "stroke-linecap",
            "stroke-dasharray",
            "fill-opacity",
            "d",
            "x",
            "y",
            "cx",
            "cy",
            "r",
            "font-size",
            "text-anchor");
    private static final List<Paper> PAPERS = List.of(
            Paper.picture(300, 150),
            Paper.picture(520, 260),
            Paper.picture(1200, 400),
            Paper.terminal(40, 8),
            Paper.terminal(80, 16),
            Paper.terminal(200, 30));

    /** A figure with every kind of layer, with these texts in all places that take one. */
    static Figure every(String text) {
        double[] x = {0, 1, 2, 3};
        double[] y = {1, Double.NaN, 3, 2};
        double[] low = {0.5, 1, 2.5, 1.5};
        Axis named = Axis.of(text, List.of(text, "b", text));
        return new Figure(
                text,
                text,
                List.of(text),
                List.of(
                        new Chart(
                                text,
                                Axis.of(text),
                                Axis.of(text),
                                List.of(
                                        new Layer.Band(text, Tone.BLUE, x, low, new double[] {2, 3, 4, 3}),
                                        new Layer.Line(text, Tone.BLUE, Dash.MIXED, x, y),
                                        new Layer.Bars(text, Tone.GREEN, low, x, new double[4], low),
                                        new Layer.Points(text, Tone.RED, Layer.Mark.RING, x, low),
                                        new Layer.Points(text, Tone.RED, Layer.Mark.DOT, x, low),
                                        new Layer.Points(text, Tone.RED, Layer.Mark.TICK, x, low),
                                        new Layer.Rule(text, Tone.INK, Dash.DOTTED, true, 1),
                                        new Layer.Whiskers(text, Tone.INK, false, x, low, new double[] {2, 3, 4, 3}),
                                        new Layer.Note(Tone.INK, 1, 1, text))),
                        new Chart(
                                "",
                                named,
                                named,
                                List.of(new Layer.Cells(
                                        text,
                                        Tone.BLUE,
                                        new double[][] {{1, 0, 0.5}, {0, 1, 0.5}, {0.1, 0.2, 0.3}},
                                        new String[][] {{text, "1", "2"}, {"3", text, "5"}, {"6", "7", "8"}})))));
    }

    private static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(List.of(every("text"), every(""), every("long ".repeat(40))));
        for (Spec spec : Catalog.all()) {
            Selection selection = Selection.of(spec);
            LossCurve curve = Family.of(selection.loss()).isPerSample() ? LossCurve.of(selection, Double.NaN) : null;
            if (curve != null) {
                double[] range = curve.range();
                figures.add(CurveFigure.of(List.of(curve), range[0], range[1], new double[] {range[0], range[1]}));
            }
        }
        return figures;
    }

    @Test
    void nothingLeavesThePaperAndNoTextTouchesAnother() {
        List<Figure> figures = figures();
        assertTrue(figures.size() > 100);
        for (Figure figure : figures) {
            for (Paper paper : PAPERS) {
                check(Layout.of(figure, paper), figure.title() + " on " + paper);
            }
        }
    }

    private static void check(Drawing drawing, String name) {
        List<Shape.Label> labels = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            double[] x;
            double[] y;
            if (shape instanceof Shape.Path path) {
                x = path.x();
                y = path.y();
            } else if (shape instanceof Shape.Area area) {
                x = area.x();
                y = area.y();
            } else if (shape instanceof Shape.Box box) {
                x = new double[] {box.x(), box.x() + box.width()};
                y = new double[] {box.y(), box.y() + box.height()};
            } else if (shape instanceof Shape.Spot spot) {
                x = new double[] {spot.x() - spot.radius(), spot.x() + spot.radius()};
                y = new double[] {spot.y() - spot.radius(), spot.y() + spot.radius()};
            } else {
                Shape.Label label = (Shape.Label) shape;
                x = new double[] {label.left(), label.left() + label.width()};
                y = new double[] {label.y() - label.size() / 2, label.y() + label.size() / 2};
                labels.add(label);
            }
            assertTrue(lieWithin(x, drawing.width()) && lieWithin(y, drawing.height()), name + ": " + shape);
        }
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(labels.get(i).meets(labels.get(j)), name + ": " + labels.get(i) + " " + labels.get(j));
            }
        }
    }

    private static boolean lieWithin(double[] places, double size) {
        return Arrays.stream(places).allMatch(place -> place >= -1e-9 && place <= size + 1e-9);
    }

    @Test
    void everySvgIsValidXmlWithATitleAndADescription() throws Exception {
        for (Figure figure : figures()) {
            Document document = parsed(SvgPicture.of(figure));
            assertEquals("img", document.getDocumentElement().getAttribute("role"));
            String[] ids = document.getDocumentElement()
                    .getAttribute("aria-labelledby")
                    .split(" ");
            assertEquals(
                    ids[0], ((Element) document.getElementsByTagName("title").item(0)).getAttribute("id"));
            assertEquals(
                    ids[1], ((Element) document.getElementsByTagName("desc").item(0)).getAttribute("id"));
        }
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        Document document = builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertEquals("http://www.w3.org/2000/svg", document.getDocumentElement().getNamespaceURI());
        return document;
    }

    @Test
    void textsFromAnywhereAreTextsAndNothingElse() throws Exception {
        for (String naughty : strings()) {
            Figure figure = every(naughty);
            String svg = SvgPicture.of(figure, 520, 260, naughty);
            Document document = parsed(svg);
            NodeList all = document.getElementsByTagName("*");
            Set<String> ids = new java.util.HashSet<>();
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                assertTrue(ELEMENTS.contains(element.getTagName()), element.getTagName() + " from " + naughty);
                for (int j = 0; j < element.getAttributes().getLength(); j++) {
                    Node attribute = element.getAttributes().item(j);
                    assertTrue(ATTRIBUTES.contains(attribute.getNodeName()), attribute + " from " + naughty);
                }
                String id = element.getAttribute("id");
                assertTrue(id.isEmpty() || ids.add(id) && id.matches("[A-Za-z][A-Za-z0-9-]*"), id);
            }
            String style = document.getElementsByTagName("style").item(0).getTextContent();
            assertEquals(
                    parsed(SvgPicture.of(every("x")))
                            .getElementsByTagName("style")
                            .item(0)
                            .getTextContent(),
                    style);
            assertEquals(
                    lossctl.write.SafeText.visible(naughty),
                    document.getElementsByTagName("title").item(0).getTextContent());
            for (String line : CellPicture.of(figure, 80, 10, false, false)) {
                assertTrue(line.codePoints().noneMatch(c -> c < 0x20 || c >= 0x7F && c < 0xA0), naughty);
            }
            for (String line : CellPicture.of(figure, 80, 10, true, false)) {
                assertTrue(line.chars().allMatch(c -> c >= 0x20 && c < 0x7F), naughty);
            }
            assertEquals(
                    naughty,
                    new ObjectMapper()
                            .readTree(FigureRows.json(figure))
                            .get("title")
                            .asText());
        }
    }

    private static List<String> strings() throws IOException {
        List<String> strings = new ArrayList<>();
        try (JsonParser json = new JsonFactory()
                .createParser(SuiteFiles.folder("naughty-strings")
                        .resolve("blns.json")
                        .toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    strings.add(json.getText());
                }
            }
        }
        assertEquals(515, strings.size());
        return strings;
    }

    @Test
    void aPngIsTheSamePictureAtTwiceTheSize() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(PngPicture.of(every("A text, 1.5 \u00e9 \u6f22"), 520, 260)));
        assertEquals(1040, image.getWidth());
        Drawing drawing = Layout.of(every("A text, 1.5 \u00e9 \u6f22"), Paper.picture(520, 260));
        assertEquals(Math.ceil(2 * drawing.height()), image.getHeight());
        assertEquals(0xFFFFFFFF, image.getRGB(0, 0), "paper");
        double[] at = {0, 1, 3};
        Figure discs = Figure.of(
                "Discs",
                "",
                new Chart(
                        "",
                        Axis.of("x"),
                        Axis.of("y"),
                        List.of(new Layer.Points("disc", Tone.RED, Layer.Mark.DOT, at, at))));
        image = ImageIO.read(new ByteArrayInputStream(PngPicture.of(discs, 520, 260)));
        for (Shape shape : Layout.of(discs, Paper.picture(520, 260)).shapes()) {
            if (shape instanceof Shape.Spot spot) {
                int rgb = image.getRGB((int) (2 * spot.x()), (int) (2 * spot.y()));
                assertEquals(0xFFD62728, rgb, "the disc at " + spot.x() + ", " + spot.y());
            }
        }
    }

    @Test
    void aTerminalShowsALineWhereItIs() {
        double[] ends = {0, 1};
        Figure figure = Figure.of(
                "",
                "",
                new Chart(
                        "",
                        Axis.of("", 0, 1),
                        Axis.of("", 0, 1),
                        List.of(new Layer.Line("", Tone.BLUE, Dash.SOLID, ends, ends))));
        List<String> lines = CellPicture.of(figure, 40, 8, true, false);
        assertEquals(9, lines.size());
        for (int i = 0; i < 8; i++) {
            assertTrue(lines.get(i).contains("*"), "the diagonal crosses row " + i);
            assertTrue(
                    i == 0 || lines.get(i).lastIndexOf('*') < lines.get(i - 1).lastIndexOf('*') + 1, "downwards");
        }
        assertTrue(lines.get(0).endsWith("*"), lines.get(0));
    }
}
