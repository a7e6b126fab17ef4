package lossctl.plot;

import lossctl.num.DecimalWriter;
import lossctl.write.Html;

/**
 * A figure as SVG 1.1: the same bytes on every machine, with title and description for those who listen, and colours
 * for light and dark pages. It holds no script, no link and nothing from elsewhere.
 */
public final class SvgPicture {
    private static final double USUAL_PLOT = 260;
    private static final String FONTS = "system-ui,Helvetica,Arial,'DejaVu Sans',sans-serif";
    /** From the middle of a line of text down to its baseline, in font sizes. */
    private static final double BASELINE = 0.35;

    private final StringBuilder out = new StringBuilder();
    private final Drawing drawing;
    private final String id;

    private SvgPicture(Drawing drawing, String id) {
        this.drawing = drawing;
        this.id = name(id);
    }

    /** The document, as wide as pictures usually are. */
    public static String of(Figure figure) {
        return of(figure, Paper.USUAL_WIDTH, USUAL_PLOT, "lossctl");
    }

    /**
     * The document.
     *
     * @param width of the whole, in pixels
     * @param plot height of the area between a chart's axes, in pixels
     * @param id makes the ids of this picture, for several may stand in one page; its letters and digits count
     */
    public static String of(Figure figure, double width, double plot, String id) {
        return of(Layout.of(figure, Paper.picture(width, plot)), id);
    }

    static String of(Drawing drawing, String id) {
        SvgPicture picture = new SvgPicture(drawing, id);
        picture.write();
        return picture.out.toString();
    }

    private void write() {
        String size = number(drawing.width()) + "\" height=\"" + number(drawing.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lossctl\" width=\"")
                .append(size)
                .append("\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\">\n");
        element("title", drawing.title());
        element("desc", drawing.description());
        style();
        out.append("<rect class=\"f-paper\" width=\"").append(size).append("\"/>\n");
        for (Shape shape : drawing.shapes()) {
            write(shape);
        }
        out.append("</svg>\n");
    }

    private void element(String name, String text) {
        out.append('<')
                .append(name)
                .append(" id=\"")
                .append(id)
                .append('-')
                .append(name)
                .append("\">");
        out.append(Html.escaped(text)).append("</").append(name).append(">\n");
    }

    private void style() {
        out.append("<style>\n.lossctl{max-width:100%;height:auto;font-family:")
                .append(FONTS)
                .append("}\n.lossctl .p{fill:none;stroke-linejoin:round}\n.lossctl .b{font-weight:bold}\n");
        colours(false);
        out.append("@media (prefers-color-scheme:dark){\n");
        colours(true);
        out.append("}\n</style>\n");
    }

    private void colours(boolean dark) {
        for (Tone tone : Tone.values()) {
            if (!dark || !tone.dark().equals(tone.light())) {
                String colour = dark ? tone.dark() : tone.light();
                out.append(".lossctl .f-").append(tone.word()).append("{fill:").append(colour);
                out.append("}.lossctl .s-")
                        .append(tone.word())
                        .append("{stroke:")
                        .append(colour);
                out.append("}\n");
            }
        }
    }

    private void write(Shape shape) {
        if (shape instanceof Shape.Path path) {
            boolean dot = path.x().length == 1;
            out.append("<path class=\"p s-").append(path.tone().word()).append('"');
            attribute("stroke-width", path.width());
            out.append(dot ? " stroke-linecap=\"round\"" : "");
            dashes(path.dash());
            out.append(" d=\"");
            points(path.x(), path.y());
            out.append(dot ? "h0\"/>\n" : "\"/>\n");
        } else if (shape instanceof Shape.Area area) {
            out.append("<path class=\"f-").append(area.tone().word()).append('"');
            attribute("fill-opacity", area.opacity());
            out.append(" d=\"");
            points(area.x(), area.y());
            out.append("Z\"/>\n");
        } else if (shape instanceof Shape.Box box) {
            out.append("<rect class=\"f-").append(box.tone().word()).append('"');
            attribute("fill-opacity", box.opacity());
            attribute("x", box.x());
            attribute("y", box.y());
            attribute("width", box.width());
            attribute("height", box.height());
            out.append("/>\n");
        } else if (shape instanceof Shape.Spot spot) {
            out.append("<circle class=\"f-")
                    .append(spot.open() ? Tone.PAPER.word() : spot.tone().word());
            out.append(" s-").append(spot.tone().word()).append('"');
            attribute("stroke-width", spot.open() ? 2 : 0);
            attribute("cx", spot.x());
            attribute("cy", spot.y());
            attribute("r", spot.radius());
            out.append("/>\n");
        } else if (shape instanceof Shape.Label label) {
            write(label);
        }
    }

    private void write(Shape.Label label) {
        out.append("<text class=\"f-").append(label.tone().word()).append(label.bold() ? " b\"" : "\"");
        attribute("font-size", label.size());
        String anchor = switch (label.anchor()) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
        out.append(anchor);
        attribute("x", label.x());
        attribute("y", label.y() + BASELINE * label.size());
        out.append('>').append(Html.escaped(label.text())).append("</text>\n");
    }

    private void dashes(Dash dash) {
        double[] lengths = dash.lengths();
        for (int i = 0; i < lengths.length; i++) {
            out.append(i == 0 ? " stroke-dasharray=\"" : " ").append(number(lengths[i]));
        }
        out.append(lengths.length == 0 ? "" : "\"");
    }

    private void points(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            out.append(i == 0 ? "M" : i == 1 ? "L" : " ");
            out.append(number(x[i])).append(' ').append(number(y[i]));
        }
    }

    private void attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    /** What may begin an id, whatever it was. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder("p-");
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            name.append(plain ? c : '-');
        }
        return name.toString();
    }

    /** To two decimals. */
    private static String number(double x) {
        double rounded = Math.rint(x * 100) / 100;
        String text = DecimalWriter.text(rounded == 0 ? 0 : rounded);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
