package lossctl.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lossctl.eval.Epochs;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.eval.Sliced;
import lossctl.eval.Survey;
import lossctl.gallery.GroupFigure;
import lossctl.gallery.HistoryFigure;
import lossctl.gallery.Page;
import lossctl.loss.Selection;
import lossctl.plot.Figure;
import lossctl.write.GateReport;
import lossctl.write.GateVerdict;
import lossctl.write.OutputFormat;
import lossctl.write.Results;
import lossctl.write.Style;

/** {@code --html FILE}: a page with the tables of an evaluation or comparison, its gates, and the pictures that suit the data. */
final class Report {
    static final Option HTML =
            Option.value("--html", null, "FILE", Option.Section.OUTPUT, "also write a page with the tables and charts");

    private final Arguments arguments;
    private final String title;
    private final Style style;
    private final List<Part> parts = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private List<Score> scores = List.of();

    /** A part of the page: a heading, and what stands below. */
    private record Part(String heading, Picture.Rows table) {}

    private Report(Arguments arguments, String title, Style style) {
        this.arguments = arguments;
        this.title = title;
        this.style = style.in(OutputFormat.HTML);
    }

    /** The report that was asked for, still empty; null where none was. */
    static Report of(Arguments arguments, String title, Style style) {
        if (!arguments.has(HTML)) {
            return null;
        }
        if (arguments.has(JournalOptions.JOURNAL)) {
            throw new UsageError("--html shows the samples, of which a journal keeps none: one at a time");
        }
        return new Report(arguments, title, style);
    }

    /** What is to be looked at for the pictures; null for nothing. */
    static Survey survey(Report report, List<Selection> losses) {
        return report == null ? null : ReportPictures.survey(losses);
    }

    /** Adds the tables and pictures of an evaluation. */
    void add(List<Result> files, Result all, Sliced groups) {
        scores = all.scores();
        table("Results", (html, out) -> Results.writeEvaluation(files, all, html, out));
        if (groups != null) {
            table("Groups", (html, out) -> Results.writeEvaluation(files, all, groups, html, out));
            figures.add(GroupFigure.of(groups.all(), all, ""));
        }
        if (files.size() > 1) {
            List<String> names = new ArrayList<>();
            for (Result file : files) {
                names.add(file.name());
            }
            List<String> numbers = History.numbers(names);
            if (numbers != null) {
                figures.add(HistoryFigure.of(new Epochs(numbers, files, Collections.nCopies(files.size(), null)), ""));
            }
        }
        for (Result file : files) {
            for (String warning : file.warnings()) {
                remarks.add(files.size() > 1 ? file.name() + ": " + warning : warning);
            }
        }
    }

    /** Adds a training log. */
    void add(Epochs epochs) {
        scores = epochs.any().scores();
        table("Results", (html, out) -> Results.writeEpochs(epochs, html, out));
        figures.add(HistoryFigure.of(epochs, ""));
    }

    /** Adds the pictures of what was surveyed. */
    void add(Survey survey, Result all, List<Selection> losses) {
        figures.addAll(ReportPictures.of(survey, all, losses, arguments.list(Options.LABELS)));
    }

    /** Adds a table. */
    void table(String heading, Picture.Rows rows) {
        parts.add(new Part(heading, rows));
    }

    /** Writes the page. */
    void write(List<GateReport.Line> gates) {
        OutputOptions.writeFile(arguments.get(HTML), HTML, out -> {
            Page page = new Page(title, out);
            if (!gates.isEmpty()) {
                page.heading("Gates");
                gates(page, gates);
            }
            for (Part part : parts) {
                page.heading(part.heading());
                part.table().write(style, out);
            }
            if (!remarks.isEmpty()) {
                page.heading("Remarks");
                page.list(remarks);
            }
            if (!figures.isEmpty()) {
                page.heading("Charts");
                page.figures(figures);
            }
            List<String> signatures = new ArrayList<>();
            for (Score score : scores) {
                signatures.add(score.signature());
            }
            if (!signatures.isEmpty()) {
                page.details("How these numbers were made", signatures);
            }
            page.end();
        });
    }

    private static void gates(Page page, List<GateReport.Line> gates) {
        List<String> words = new ArrayList<>();
        List<Boolean> good = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (GateReport.Line line : gates) {
            words.add(
                    switch (line.verdict()) {
                        case PASSED -> "passed";
                        case FAILED -> "failed";
                        case NOT_COMPUTED -> "not computed";
                    });
            good.add(line.verdict() == GateVerdict.PASSED);
            sentences.add(line.sentence());
        }
        page.verdicts(words, good, sentences);
    }
}
