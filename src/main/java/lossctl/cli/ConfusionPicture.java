package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.gallery.ConfusionFigure;
import lossctl.gallery.ConfusionRows;
import lossctl.loss.Selection;
import lossctl.num.DecimalReader;
import lossctl.read.ClassNames;
import lossctl.survey.Confusion;

/** {@code plot confusion}: which class is taken for which. */
final class ConfusionPicture implements Picture {
    static final Option THRESHOLD = Option.value(
            "--threshold",
            null,
            "P",
            Option.Section.MATH,
            "greatest probability that still means class 0, of single probabilities (default 0.5)");

    private static final double USUAL = 0.5;

    @Override
    public String summary() {
        return "confusion matrix: which class is taken for which, with counts and shares";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(Surveyed.READING);
        options.add(THRESHOLD);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl plot confusion preds.csv", "lossctl plot confusion preds.csv --labels cat,dog -f csv");
    }

    @Override
    public Sight look(Arguments arguments, Console console) {
        DataOptions input = new DataOptions(arguments, List.of(PictureData.loss("accuracy")));
        List<Dataset> datasets = PictureData.of(arguments, input, console, "confusion");
        Surveyed seen = read(arguments, console, input, datasets);
        Confusion confusion = (Confusion) seen.survey();
        seen.all();
        if (confusion.beyond() > 0) {
            throw new Refusal(Refusal.Code.LIMIT, "a confusion matrix of more than " + Confusion.MOST + " classes");
        }
        List<String> labels = labels(arguments.list(Options.LABELS), confusion);
        return new Sight(
                ConfusionFigure.of(confusion, labels, seen.name()),
                (style, out) -> ConfusionRows.write(confusion, labels, style, out));
    }

    /** Single predictions are class indices; where one is not, all are probabilities, if they can be read again. */
    private static Surveyed read(Arguments arguments, Console console, DataOptions input, List<Dataset> datasets) {
        if (arguments.has(THRESHOLD)) {
            return read(arguments, console, input, datasets, threshold(arguments));
        }
        try {
            Selection loss = PictureData.loss("accuracy");
            return Surveyed.read(arguments, console, loss, input, datasets, new Confusion(Double.NaN));
        } catch (Refusal refusal) {
            boolean again = refusal.code() == Refusal.Code.OUT_OF_DOMAIN;
            for (Dataset data : datasets) {
                again &= data.isRepeatable();
            }
            if (!again) {
                throw refusal;
            }
            try {
                return read(arguments, console, input, datasets, USUAL);
            } catch (Refusal second) {
                throw refusal;
            }
        }
    }

    private static Surveyed read(
            Arguments arguments, Console console, DataOptions input, List<Dataset> datasets, double threshold) {
        Selection loss = PictureData.loss("binary_accuracy");
        return Surveyed.read(arguments, console, loss, input, datasets, new Confusion(threshold));
    }

    private static double threshold(Arguments arguments) {
        double threshold = DecimalReader.read(arguments.get(THRESHOLD));
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new UsageError("--threshold '" + arguments.get(THRESHOLD) + "': not a number from 0 to 1");
        }
        return threshold;
    }

    /** What the classes are called: as was said, else as the columns of the predictions say. */
    static List<String> labels(List<String> given, Confusion confusion) {
        if (!given.isEmpty()) {
            return given;
        }
        List<String> carried = ClassNames.carried(confusion.columns());
        return carried == null ? List.of() : carried;
    }
}
