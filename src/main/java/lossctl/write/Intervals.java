package lossctl.write;

import java.util.List;
import lossctl.eval.Estimate;
import lossctl.eval.Score;
import lossctl.num.DecimalWriter;
import lossctl.stat.Bounds;

/** Intervals in tables and in JSON. */
final class Intervals {
    private Intervals() {}

    /** Whether an interval was asked for. */
    static boolean wanted(Score score) {
        return score.estimate() != null && score.estimate().wanted().hasLevel();
    }

    /** The interval of an estimate; none where there is none. */
    static Bounds bounds(Estimate estimate) {
        return estimate == null ? Bounds.NONE : estimate.bounds();
    }

    /** {@code 95}, of a level of 0.95. */
    static String percent(double level) {
        String text = DecimalWriter.text(level * 100, 8);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Adds the columns of an interval: one for the eye, two for other programs. */
    static void columns(List<Column> columns, String prefix, Estimate estimate, Style style) {
        String level = percent(estimate.wanted().level());
        if (isForTheEye(style)) {
            columns.add(
                    Column.figure(level + "% CI (" + estimate.wanted().method().word() + ")"));
        } else {
            columns.add(Column.number(prefix + "ci_low"));
            columns.add(Column.number(prefix + "ci_high"));
        }
    }

    /** Adds the cells of an interval. */
    static void cells(List<Object> cells, Bounds bounds, Style style) {
        if (isForTheEye(style)) {
            cells.add(text(bounds, style));
        } else {
            cells.add(bounds.exists() ? bounds.low() : null);
            cells.add(bounds.exists() ? bounds.high() : null);
        }
    }

    /** {@code [-0.98, 0.31]}; null where there is none. */
    static String text(Bounds bounds, Style style) {
        return bounds.exists() ? "[" + style.number(bounds.low()) + ", " + style.number(bounds.high()) + "]" : null;
    }

    private static boolean isForTheEye(Style style) {
        return style.format() == OutputFormat.TABLE
                || style.format() == OutputFormat.MD
                || style.format() == OutputFormat.HTML;
    }

    /** {@code "ci":{"level":95,...}} in an object that is open; {@code "ci":null} where there is none. */
    static void json(JsonOut json, Estimate estimate) {
        Bounds bounds = bounds(estimate);
        if (!bounds.exists()) {
            json.text(null);
            return;
        }
        json.object().name("level").json(percent(estimate.wanted().level()));
        json.name("low").number(bounds.low()).name("high").number(bounds.high());
        json.name("method").text(estimate.wanted().method().word()).endObject();
    }
}
