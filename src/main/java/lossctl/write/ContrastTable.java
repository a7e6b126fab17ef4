package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Contrast;
import lossctl.num.DecimalWriter;

/** Writes comparisons: a row a loss and candidate, and for the eye a verdict in words. */
public final class ContrastTable {
    private final List<Contrast> contrasts;
    private final boolean candidates;
    private final Style style;

    private ContrastTable(List<Contrast> contrasts, Style style) {
        this.contrasts = contrasts;
        this.style = style;
        boolean several = false;
        for (Contrast contrast : contrasts) {
            several |= !contrast.candidate().equals(contrasts.get(0).candidate());
        }
        candidates = several;
    }

    /** Writes at least one comparison. The output is left open. */
    public static void write(List<Contrast> contrasts, Style style, CheckedOut out) {
        ContrastTable table = new ContrastTable(contrasts, style);
        switch (style.format()) {
            case JSON -> table.json(out);
            case TABLE, MD -> table.forTheEye(out);
            default -> table.forPrograms(out);
        }
    }

    private void forTheEye(CheckedOut out) {
        Contrast first = contrasts.get(0);
        boolean tests = false;
        for (Contrast contrast : contrasts) {
            tests |= !contrast.test().equals("paired t") && !contrast.test().equals("unpaired t");
        }
        List<Column> columns = new ArrayList<>();
        if (candidates) {
            columns.add(Column.text("candidate"));
        }
        columns.add(Column.text("loss"));
        columns.add(Column.number("base"));
        columns.add(Column.number("new"));
        columns.add(Column.figure("change"));
        columns.add(Column.figure(Intervals.percent(first.level()) + "% CI (" + first.method() + ")"));
        columns.add(Column.figure("p"));
        if (contrasts.size() > 1) {
            columns.add(Column.figure("p (Holm)"));
        }
        if (tests) {
            columns.add(Column.text("test"));
        }
        columns.add(Column.count("n"));
        Table table = Table.to(columns, style, out);
        for (Contrast contrast : contrasts) {
            List<Object> cells = new ArrayList<>();
            if (candidates) {
                cells.add(contrast.candidate());
            }
            cells.add(contrast.loss());
            cells.add(contrast.base());
            cells.add(contrast.value());
            cells.add(change(contrast));
            cells.add(Intervals.text(contrast.bounds(), style));
            cells.add(p(contrast.p()));
            if (contrasts.size() > 1) {
                cells.add(p(contrast.adjusted()));
            }
            if (tests) {
                cells.add(contrast.test());
            }
            cells.add(contrast.n());
            table.row(cells.toArray());
        }
        table.finish();
        for (Contrast contrast : contrasts) {
            out.line(SafeText.visible(verdict(contrast)));
        }
    }

    /** {@code -0.3375 (-90%)}. */
    private String change(Contrast contrast) {
        String text = signed(style.number(contrast.change()), contrast.change());
        double percent = 100 * contrast.relative();
        return Double.isFinite(percent)
                ? text + " (" + signed(withoutFraction(DecimalWriter.text(percent, 3)), percent) + "%)"
                : text;
    }

    private static String signed(String number, double x) {
        return x > 0 ? "+" + number : number;
    }

    private static String withoutFraction(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private String p(double p) {
        int digits = style.precision() == 0 ? 3 : style.precision();
        return Double.isNaN(p) ? null : withoutFraction(DecimalWriter.text(p, digits));
    }

    private String verdict(Contrast contrast) {
        String name = (candidates ? contrast.candidate() + " " : "") + contrast.loss() + ": ";
        return (contrasts.size() > 1 ? name : "") + words(contrast);
    }

    /** {@code improved, not significant at 95%}. */
    private static String words(Contrast contrast) {
        if (contrast.change() == 0) {
            return contrast.direction();
        }
        return contrast.direction() + (contrast.isSignificant() ? ", significant at " : ", not significant at ")
                + Intervals.percent(contrast.level()) + "%";
    }

    private void forPrograms(CheckedOut out) {
        List<Column> columns = List.of(
                Column.text("candidate"),
                Column.text("loss"),
                Column.number("base"),
                Column.number("new"),
                Column.number("change"),
                Column.number("relative"),
                Column.number("ci_low"),
                Column.number("ci_high"),
                Column.text("test"),
                Column.number("p"),
                Column.number("p_holm"),
                Column.count("n"),
                Column.text("verdict"));
        Table table = Table.to(columns, style, out);
        for (Contrast contrast : contrasts) {
            boolean bounded = contrast.bounds().exists();
            table.row(
                    contrast.candidate(),
                    contrast.loss(),
                    contrast.base(),
                    contrast.value(),
                    contrast.change(),
                    finite(contrast.relative()),
                    bounded ? contrast.bounds().low() : null,
                    bounded ? contrast.bounds().high() : null,
                    contrast.test(),
                    finite(contrast.p()),
                    finite(contrast.adjusted()),
                    contrast.n(),
                    words(contrast));
        }
        table.finish();
    }

    private static Double finite(double x) {
        return Double.isFinite(x) ? x : null;
    }

    private void json(CheckedOut out) {
        JsonOut json = new JsonOut(style, out);
        json.object().name("comparisons").array();
        for (Contrast contrast : contrasts) {
            json.object().name("loss").text(contrast.loss()).name("candidate").text(contrast.candidate());
            json.name("base").number(contrast.base()).name("new").number(contrast.value());
            json.name("change").number(contrast.change());
            number(json, "relative", contrast.relative());
            json.name("ci");
            if (contrast.bounds().exists()) {
                json.object().name("level").json(Intervals.percent(contrast.level()));
                json.name("low").number(contrast.bounds().low());
                json.name("high").number(contrast.bounds().high());
                json.name("method").text(contrast.method()).endObject();
            } else {
                json.text(null);
            }
            json.name("test").text(contrast.test());
            number(json, "p", contrast.p());
            number(json, "p_holm", contrast.adjusted());
            json.name("n").count(contrast.n());
            json.name("verdict").text(words(contrast)).endObject();
        }
        json.endArray().endObject().endLine();
    }

    private static void number(JsonOut json, String name, double x) {
        json.name(name);
        if (Double.isFinite(x)) {
            json.number(x);
        } else {
            json.text(null);
        }
    }
}
