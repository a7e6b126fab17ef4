package lossctl.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lossctl.eval.Contrast;
import lossctl.num.DecimalWriter;

/** Writes comparisons: a row a loss and candidate, and for the eye a verdict in words. */
public final class ContrastTable {
    private final List<Contrast> contrasts;
    private final List<String> groups;
    private final boolean candidates;
    private final Style style;

    private ContrastTable(List<Contrast> contrasts, List<String> groups, Style style) {
        this.contrasts = contrasts;
        this.groups = groups;
        this.style = style;
        boolean several = false;
        for (Contrast contrast : contrasts) {
            several |= !contrast.candidate().equals(contrasts.get(0).candidate());
        }
        candidates = several;
    }

    /**
     * Writes at least one comparison, those of groups before that of all samples. The output is left open.
     *
     * @param groups the names of the columns by which samples are grouped; empty for no groups
     * @param footing what it all rests on, which JSON tells too
     */
    public static void write(
            List<Contrast> contrasts, List<String> groups, Footing footing, Style style, CheckedOut out) {
        ContrastTable table = new ContrastTable(contrasts, groups, style);
        switch (style.format()) {
            case JSON -> ContrastJson.write(contrasts, footing, style, out);
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
        for (String group : groups) {
            columns.add(Column.text(group));
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
        Column.giveWay(columns, candidates ? 1 : 0, groups.size());
        Table table = Table.to(columns, style, out);
        for (Contrast contrast : contrasts) {
            List<Object> cells = new ArrayList<>();
            if (candidates) {
                cells.add(contrast.candidate());
            }
            cells.addAll(keys(contrast));
            cells.add(contrast.loss());
            cells.add(number(contrast.base()));
            cells.add(number(contrast.value()));
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
        boolean list = style.format() == OutputFormat.MD;
        if (list) {
            // A line right below a table in Markdown would be a row of it.
            out.line("");
        }
        for (String words : words()) {
            out.line((list ? "- " : "") + words);
        }
    }

    /** What the table comes to, in words. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            if (contrast.group() == null) {
                words.add(SafeText.visible(verdict(contrast)));
            }
        }
        if (!groups.isEmpty()) {
            int whole = words.size();
            words.add(tally());
            int tests = contrasts.size() - whole;
            words.add("p (Holm) is corrected for the " + tests + (tests == 1 ? " test" : " tests")
                    + " of groups together, and for the " + whole + " over all samples");
        }
        return words;
    }

    /** {@code by group: 4 improved (1 significantly), 1 worse (0 significantly), 2 too small for a test}. */
    private String tally() {
        int[] moved = new int[2];
        int[] significant = new int[2];
        int alike = 0;
        int untested = 0;
        for (Contrast contrast : contrasts) {
            if (contrast.group() == null) {
                continue;
            }
            int worse = contrast.direction().equals("worse") ? 1 : 0;
            if (Double.isNaN(contrast.adjusted())) {
                untested++;
            } else if (contrast.change() == 0) {
                alike++;
            } else {
                moved[worse]++;
                significant[worse] += contrast.isSignificant() ? 1 : 0;
            }
        }
        return "by group: " + moved[0] + " improved (" + significant[0] + " significantly), " + moved[1] + " worse ("
                + significant[1] + " significantly)" + (alike > 0 ? ", " + alike + " unchanged" : "")
                + (untested > 0 ? ", " + untested + " too small for a test" : "");
    }

    /** What a row has in the grouping columns. */
    private List<String> keys(Contrast contrast) {
        if (contrast.group() != null) {
            return Arrays.asList(contrast.group());
        }
        List<String> keys = new ArrayList<>(Collections.nCopies(groups.size(), null));
        if (!keys.isEmpty()) {
            keys.set(0, EvaluationTable.ALL);
        }
        return keys;
    }

    private static Double number(double x) {
        return Double.isNaN(x) ? null : (Double) x;
    }

    /** {@code -0.3375 (-90%)}. */
    private String change(Contrast contrast) {
        if (Double.isNaN(contrast.change())) {
            return null;
        }
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
        String all = groups.isEmpty() ? "" : EvaluationTable.ALL + " ";
        String name = (candidates ? contrast.candidate() + " " : "") + all + contrast.loss() + ": ";
        return (contrasts.size() > 1 ? name : "") + words(contrast);
    }

    /** {@code improved, not significant at 95%}. */
    static String words(Contrast contrast) {
        if (Double.isNaN(contrast.change())) {
            return "no value, no comparison";
        }
        if (Double.isNaN(contrast.adjusted())) {
            return contrast.direction() + ", too few samples for a test";
        }
        if (contrast.change() == 0) {
            return contrast.direction();
        }
        return contrast.direction() + (contrast.isSignificant() ? ", significant at " : ", not significant at ")
                + Intervals.percent(contrast.level()) + "%";
    }

    private void forPrograms(CheckedOut out) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("candidate"));
        for (String group : groups) {
            columns.add(Column.text(group));
        }
        columns.addAll(List.of(
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
                Column.text("verdict")));
        Column.giveWay(columns, 1, groups.size());
        Table table = Table.to(columns, style, out);
        for (Contrast contrast : contrasts) {
            boolean bounded = contrast.bounds().exists();
            List<Object> cells = new ArrayList<>();
            cells.add(contrast.candidate());
            cells.addAll(keys(contrast));
            cells.add(contrast.loss());
            cells.add(number(contrast.base()));
            cells.add(number(contrast.value()));
            cells.add(number(contrast.change()));
            cells.add(finite(contrast.relative()));
            cells.add(bounded ? contrast.bounds().low() : null);
            cells.add(bounded ? contrast.bounds().high() : null);
            cells.add(contrast.test());
            cells.add(finite(contrast.p()));
            cells.add(finite(contrast.adjusted()));
            cells.add(contrast.n());
            cells.add(words(contrast));
            table.row(cells.toArray());
        }
        table.finish();
    }

    private static Double finite(double x) {
        return Double.isFinite(x) ? x : null;
    }
}
