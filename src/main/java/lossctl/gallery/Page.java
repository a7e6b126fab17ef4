package lossctl.gallery;

import java.util.List;
import lossctl.plot.Figure;
import lossctl.plot.SvgPicture;
import lossctl.write.CheckedOut;
import lossctl.write.Html;

/**
 * One page of HTML with tables and figures: it holds its styles and pictures, no script, and asks nobody for anything.
 * For light and dark screens, narrow ones, and paper. Whatever texts hold, they are texts.
 */
public final class Page {
    private static final int WIDTH = 520;
    private static final int PLOT = 240;
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1b1f24;--muted:#57606a;--line:#d0d7de;--paper:#fff;--good:#1a7f37;--bad:#c21c1c}
            @media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--muted:#a0a8b2;--line:#363c44;--paper:#14171b;--good:#5cc45c;--bad:#ff6b6b}}
            body{margin:0 auto;max-width:1120px;padding:16px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,Helvetica,Arial,'DejaVu Sans',sans-serif}
            h1{font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere}
            h2{font-size:1.15rem;margin:1.5em 0 .5em}
            p,li{overflow-wrap:anywhere}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th,td{padding:4px 12px 4px 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
            th{color:var(--muted);font-weight:600}
            .n{text-align:right;white-space:nowrap}
            .figures{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
            figure{margin:0;flex:1 1 340px;max-width:540px;min-width:0}
            figure svg{width:100%}
            .passed{color:var(--good);font-weight:600}
            .failed{color:var(--bad);font-weight:600}
            .muted,summary{color:var(--muted)}
            code{overflow-wrap:anywhere;font-size:.85rem}
            @media print{body{max-width:none;padding:0}figure,tr{break-inside:avoid}h2{break-after:avoid}}
            """;

    private final CheckedOut out;
    private int pictures;

    /** Starts a page. */
    public Page(String title, CheckedOut out) {
        this.out = out;
        out.line("<!DOCTYPE html>");
        out.line("<html lang=\"en\">");
        out.line("<head>");
        out.line("<meta charset=\"utf-8\"/>");
        out.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        out.line("<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\"/>");
        out.line("<title>" + Html.escaped(title) + "</title>");
        out.text("<style>\n");
        out.text(STYLE);
        out.line("</style>");
        out.line("</head>");
        out.line("<body>");
        out.line("<h1>" + Html.escaped(title) + "</h1>");
    }

    /** Where tables go, between the calls. */
    public CheckedOut out() {
        return out;
    }

    /** The heading of a part. */
    public void heading(String text) {
        out.line("<h2>" + Html.escaped(text) + "</h2>");
    }

    /** A line that stands back. */
    public void remark(String text) {
        out.line("<p class=\"muted\">" + Html.escaped(text) + "</p>");
    }

    /** A list of texts. */
    public void list(List<String> texts) {
        out.line("<ul>");
        for (String text : texts) {
            out.line("<li>" + Html.escaped(text) + "</li>");
        }
        out.line("</ul>");
    }

    /** A list of verdicts: a word, green or red, and a sentence each. */
    public void verdicts(List<String> words, List<Boolean> good, List<String> sentences) {
        out.line("<ul>");
        for (int i = 0; i < words.size(); i++) {
            out.line("<li><span class=\"" + (good.get(i) ? "passed" : "failed") + "\">" + Html.escaped(words.get(i))
                    + "</span>: " + Html.escaped(sentences.get(i)) + "</li>");
        }
        out.line("</ul>");
    }

    /** Figures side by side where there is room. */
    public void figures(List<Figure> figures) {
        out.line("<div class=\"figures\">");
        for (Figure figure : figures) {
            out.line("<figure>");
            out.text(SvgPicture.of(figure, WIDTH, PLOT, "c" + ++pictures));
            out.line("</figure>");
        }
        out.line("</div>");
    }

    /** Texts of machines, folded away. */
    public void details(String summary, List<String> texts) {
        out.line("<details><summary>" + Html.escaped(summary) + "</summary>");
        out.line("<ul>");
        for (String text : texts) {
            out.line("<li><code>" + Html.escaped(text) + "</code></li>");
        }
        out.line("</ul></details>");
    }

    /** Ends the page. */
    public void end() {
        out.line("</body>");
        out.line("</html>");
    }
}
