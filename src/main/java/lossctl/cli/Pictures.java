package lossctl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lossctl.num.DecimalReader;
import lossctl.plot.CellPicture;
import lossctl.plot.Figure;
import lossctl.plot.FigureRows;
import lossctl.plot.PngPicture;
import lossctl.plot.SvgPicture;
import lossctl.write.OutputFormat;
import lossctl.write.Style;

/** How and where a figure is drawn, as the options say. */
final class Pictures {
    private static final int COLUMNS = 80;
    private static final int FEWEST = 30;
    private static final int MOST = 1000;
    private static final int ROWS = 16;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 260;
    private static final int LARGEST = 2000;

    static final Option FORMAT = Option.value(
            "--format",
            "-f",
            "terminal|ascii|svg|png|csv|json",
            Option.Section.OUTPUT,
            "how it is drawn, or the numbers behind it; else as the name after -o ends");
    static final Option OUT = Option.value(
            "--output", "-o", "FILE", Option.Section.OUTPUT, "write there: picture.svg, picture.png, points.csv");
    static final Option WIDTHS =
            Option.value("--width", null, "N", Option.Section.OUTPUT, "columns of a terminal, or pixels (default 520)");
    static final Option HEIGHTS = Option.value(
            "--height", null, "N", Option.Section.OUTPUT, "rows (default 16) or pixels (260) between the axes");

    /** What every picture takes. */
    static final List<Option> ALL = List.of(FORMAT, Options.JSON, OUT, WIDTHS, HEIGHTS, Options.PRECISION);

    private Pictures() {}

    /** Writes a figure to standard output or the file of {@code -o}; the numbers behind it are its points. */
    static void write(Figure figure, Arguments arguments, Console console) {
        write(
                new Picture.Sight(figure, (style, out) -> {
                    if (style.format() == OutputFormat.JSON) {
                        out.line(FigureRows.json(figure));
                    } else {
                        FigureRows.write(figure, style, out);
                    }
                }),
                arguments,
                console);
    }

    /** The same with numbers of its own behind it. */
    static void write(Picture.Sight sight, Arguments arguments, Console console) {
        Figure figure = sight.figure();
        String format = format(arguments);
        boolean cells = format.equals("terminal") || format.equals("ascii");
        int width = arguments.integer(WIDTHS, cells ? FEWEST : 200, cells ? MOST : LARGEST, 0);
        int height = arguments.integer(HEIGHTS, cells ? 4 : 50, cells ? MOST : LARGEST, cells ? ROWS : HEIGHT);
        boolean file = arguments.has(OUT) && !arguments.get(OUT).equals("-");
        if (format.equals("png") && !file && console.outIsTerminal()) {
            throw new UsageError("a PNG is not for a terminal: give -o FILE");
        }
        int columns = width > 0 || !cells ? width : columns(console.outIsTerminal() && !file);
        boolean plain = format.equals("ascii") || !file && console.outIsAscii();
        boolean colour = Ink.of(file && !arguments.has(Options.COLOR) ? "never" : arguments.get(Options.COLOR), console)
                .on();
        int precision = arguments.integer(Options.PRECISION, 1, 17, 0);
        OutputOptions.write(arguments, console, out -> {
            switch (format) {
                case "svg" -> out.text(SvgPicture.of(figure, width > 0 ? width : WIDTH, height, "lossctl"));
                case "png" -> {
                    byte[] png = PngPicture.of(figure, width > 0 ? width : WIDTH, height);
                    out.write(png, 0, png.length);
                }
                case "json" -> sight.rows().write(new Style(OutputFormat.JSON, precision, false, false), out);
                case "csv" -> sight.rows().write(new Style(OutputFormat.CSV, precision, false, false), out);
                default -> {
                    for (String line : CellPicture.of(figure, columns, height, plain, colour)) {
                        out.line(line);
                    }
                }
            }
        });
    }

    private static String format(Arguments arguments) {
        String format = arguments.has(Options.JSON) ? "json" : arguments.choice(FORMAT);
        if (arguments.has(Options.JSON)
                && arguments.has(FORMAT)
                && !arguments.get(FORMAT).equals("json")) {
            throw new UsageError("--json and --format " + arguments.get(FORMAT) + " do not go together");
        }
        String path = arguments.get(OUT);
        if (format != null || path == null) {
            return format == null ? "terminal" : format;
        }
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "svg", "png", "csv", "json" -> ending;
            case "txt" -> "terminal";
            default ->
                throw new UsageError(
                        "--output '" + path + "': name it .svg, .png, .csv, .json or .txt, or give --format");
        };
    }

    /** The width of the terminal: as COLUMNS says, or as the terminal itself does. */
    private static int columns(boolean terminal) {
        int known = width(System.getenv("COLUMNS"));
        return known > 0 ? known : terminal ? asked() : COLUMNS;
    }

    private static int width(String text) {
        double columns = text == null ? 0 : DecimalReader.read(text);
        return columns >= FEWEST && columns <= MOST ? (int) columns : 0;
    }

    /** What {@code stty size} says: Java itself cannot ask. */
    private static int asked() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream answer = stty.getInputStream()) {
                String text = new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip();
                stty.waitFor(1, TimeUnit.SECONDS);
                int columns = width(text.substring(text.indexOf(' ') + 1));
                return columns > 0 ? columns : COLUMNS;
            }
        } catch (IOException e) {
            return COLUMNS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return COLUMNS;
        }
    }
}
