package lossctl.cli;

import java.util.List;
import lossctl.gallery.ResidualFigure;
import lossctl.gallery.ResidualRows;
import lossctl.loss.Selection;
import lossctl.survey.Residuals;

/** {@code plot residuals}: what a model's errors look like. */
final class ResidualsPicture implements Picture {

    @Override
    public String summary() {
        return "residuals: their histogram, and where they lie over the predictions";
    }

    @Override
    public List<Option> options() {
        return Surveyed.READING;
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl plot residuals preds.csv", "lossctl plot residuals preds.csv -o residuals.svg");
    }

    @Override
    public Sight look(Arguments arguments, Console console) {
        Selection loss = PictureData.loss("mse");
        DataOptions input = new DataOptions(arguments, List.of(loss));
        Surveyed seen = Surveyed.read(
                arguments,
                console,
                loss,
                input,
                PictureData.of(arguments, input, console, "residuals"),
                new Residuals());
        Residuals residuals = (Residuals) seen.survey();
        double rmse = Math.sqrt(seen.all().scores().get(0).value());
        return new Sight(
                ResidualFigure.of(residuals, rmse, seen.name()),
                (style, out) -> ResidualRows.write(residuals, rmse, style, out));
    }
}
