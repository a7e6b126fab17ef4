package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.gallery.CalibrationFigure;
import lossctl.gallery.CalibrationRows;
import lossctl.survey.Reliability;

/** {@code plot calibration}: how often forecasts come true. */
final class CalibrationPicture implements Picture {
    static final Option BINS =
            Option.value("--bins", null, "N", Option.Section.MATH, "bins of probability (default 10)");

    private static final int USUAL = 10;
    private static final int MOST = 1000;
    private static final double LEVEL = 0.95;

    @Override
    public String summary() {
        return "calibration: how often forecasts of a probability come true, with intervals and counts";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(Surveyed.READING);
        options.add(BINS);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl plot calibration preds.csv", "lossctl plot calibration preds.csv --bins 15 --json");
    }

    @Override
    public Sight look(Arguments arguments, Console console) {
        int bins = arguments.integer(BINS, 1, MOST, USUAL);
        // The truth may be a class, by its name or index; of a single probability it is 0 or 1.
        DataOptions input = new DataOptions(arguments, List.of(PictureData.loss("accuracy")));
        Surveyed seen = Surveyed.read(
                arguments,
                console,
                PictureData.loss("brier"),
                input,
                PictureData.of(arguments, input, console, "calibration"),
                new Reliability(bins, LEVEL));
        Reliability reliability = (Reliability) seen.survey();
        seen.all();
        return new Sight(
                CalibrationFigure.of(reliability, seen.name()),
                (style, out) -> CalibrationRows.write(reliability, style, out));
    }
}
