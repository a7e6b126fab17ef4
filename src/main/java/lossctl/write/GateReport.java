package lossctl.write;

import java.util.List;

/** The outcome of gates for the systems that build and test: JUnit's XML, or GitHub's annotations. */
public final class GateReport {
    /** The formats that there are. */
    public static final List<String> FORMATS = List.of("junit", "github");

    private GateReport() {}

    /**
     * One gate.
     *
     * @param gate the gate as it was given
     * @param sentence what its figure is, or why there is none
     * @param verdict what it came to
     */
    public record Line(String gate, String sentence, GateVerdict verdict) {}

    /** Writes the outcome in one of {@link #FORMATS}. */
    public static void write(String format, List<Line> lines, CheckedOut out) {
        if (format.equals("junit")) {
            junit(lines, out);
        } else {
            github(lines, out);
        }
    }

    private static void junit(List<Line> lines, CheckedOut out) {
        String counts = "tests=\"" + lines.size() + "\" failures=\"" + count(lines, GateVerdict.FAILED) + "\" errors=\""
                + count(lines, GateVerdict.NOT_COMPUTED) + "\"";
        out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.line("<testsuites " + counts + ">");
        out.line("  <testsuite name=\"lossctl\" " + counts + ">");
        for (Line line : lines) {
            String start = "    <testcase classname=\"lossctl\" name=\"" + xml(line.gate()) + "\"";
            if (line.verdict() == GateVerdict.PASSED) {
                out.line(start + "/>");
                continue;
            }
            String kind = line.verdict() == GateVerdict.FAILED ? "failure" : "error";
            out.line(start + "><" + kind + " message=\"" + xml(line.sentence()) + "\"/></testcase>");
        }
        out.line("  </testsuite>");
        out.line("</testsuites>");
    }

    private static int count(List<Line> lines, GateVerdict verdict) {
        int count = 0;
        for (Line line : lines) {
            count += line.verdict() == verdict ? 1 : 0;
        }
        return count;
    }

    private static String xml(String text) {
        return SafeText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void github(List<Line> lines, CheckedOut out) {
        for (Line line : lines) {
            String message = SafeText.visible(line.sentence()).replace("%", "%25");
            out.line(
                    switch (line.verdict()) {
                        case PASSED -> "::notice title=lossctl gate passed::" + message;
                        case FAILED -> "::error title=lossctl gate failed::" + message;
                        case NOT_COMPUTED -> "::error title=lossctl gate not computed::" + message;
                    });
        }
    }
}
