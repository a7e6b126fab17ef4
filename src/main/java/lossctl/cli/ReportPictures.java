package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.eval.Survey;
import lossctl.gallery.CalibrationFigure;
import lossctl.gallery.ConfusionFigure;
import lossctl.gallery.ResidualFigure;
import lossctl.loss.Domain;
import lossctl.loss.Selection;
import lossctl.plot.Figure;
import lossctl.survey.Confusion;
import lossctl.survey.Reliability;
import lossctl.survey.Residuals;
import lossctl.survey.Several;

/** Which pictures suit what the losses of an evaluation read: residuals of numbers, calibration and confusion of classes. */
final class ReportPictures {
    private static final int BINS = 10;
    private static final double LEVEL = 0.95;
    private static final double THRESHOLD = 0.5;

    private ReportPictures() {}

    /** What is to be looked at beside the first loss; null for nothing. */
    static Survey survey(List<Selection> losses) {
        boolean probabilities = areProbabilities(losses);
        Domain.Kind truth = losses.get(0).loss().truth().kind();
        List<Survey> surveys = new ArrayList<>();
        if (truth == Domain.Kind.NUMBER && !probabilities) {
            surveys.add(new Residuals());
        }
        boolean classes = truth == Domain.Kind.LABEL || truth == Domain.Kind.ROW || truth == Domain.Kind.FLAG;
        if (probabilities && (classes || truth == Domain.Kind.NUMBER)) {
            surveys.add(new Reliability(BINS, LEVEL));
        }
        if (truth == Domain.Kind.LABEL || probabilities && !surveys.isEmpty()) {
            surveys.add(new Confusion(probabilities ? THRESHOLD : Double.NaN));
        }
        return surveys.isEmpty() ? null : new Several(surveys);
    }

    private static boolean areProbabilities(List<Selection> losses) {
        for (Selection selection : losses) {
            if (selection.loss().prediction().isProbability()) {
                return true;
            }
        }
        return false;
    }

    /** The root of the mean squared error, where one of the two was asked for; else NaN. */
    private static double rmse(Result all) {
        for (Score score : all.scores()) {
            if (score.label().equals("mse") || score.label().equals("rmse")) {
                return score.label().equals("mse") ? Math.sqrt(score.value()) : score.value();
            }
        }
        return Double.NaN;
    }

    /** The pictures that there is something in. */
    static List<Figure> of(Survey seen, Result all, List<Selection> losses, List<String> labels) {
        List<Figure> figures = new ArrayList<>();
        Domain.Kind truth = losses.get(0).loss().truth().kind();
        boolean rows = truth == Domain.Kind.LABEL || truth == Domain.Kind.ROW;
        for (Survey survey : seen == null ? List.<Survey>of() : ((Several) seen).surveys()) {
            if (survey instanceof Residuals residuals && residuals.n() > 0) {
                figures.add(ResidualFigure.of(residuals, rmse(all), ""));
            } else if (survey instanceof Reliability reliability) {
                // Several flags a sample are several questions, of which this picture would tell one.
                boolean one = rows || reliability.outputs() == 1;
                if (one && reliability.n() > 0 && reliability.beyond() == 0) {
                    figures.add(CalibrationFigure.of(reliability, ""));
                }
            } else if (survey instanceof Confusion confusion) {
                boolean one = rows || confusion.columns().size() <= 1;
                if (one && confusion.n() > 0 && confusion.beyond() == 0) {
                    figures.add(ConfusionFigure.of(confusion, ConfusionPicture.labels(labels, confusion), ""));
                }
            }
        }
        return figures;
    }
}
