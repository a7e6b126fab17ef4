package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Epochs;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.gallery.HistoryFigure;
import lossctl.loss.Selection;
import lossctl.write.Results;

/** {@code plot history}: losses and metrics by epoch, from a dump an epoch. */
final class HistoryPicture implements Picture {

    @Override
    public String summary() {
        return "learning curves: losses and metrics by epoch, from a dump an epoch";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(LossList.LOSSES, FileOptions.TRAIN, FileOptions.VAL));
        options.addAll(Surveyed.READING);
        options.add(Options.AS);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "lossctl plot history epoch_*.csv",
                "lossctl plot history -l sparse_cce,accuracy --train 'train_*.csv' --val 'val_*.csv' -o history.svg");
    }

    @Override
    public Sight look(Arguments arguments, Console console) {
        boolean sides = FileOptions.isHistory(arguments);
        List<String> train =
                sides ? FileOptions.paths(arguments, FileOptions.TRAIN) : FileOptions.paths(arguments, console);
        List<String> val = sides ? FileOptions.paths(arguments, FileOptions.VAL) : List.of();
        if (train.isEmpty() && val.isEmpty()) {
            throw new UsageError("no dumps: give a FILE an epoch, or --train and --val");
        }
        List<Selection> losses = PictureData.losses(arguments, console, train.isEmpty() ? val : train);
        DataOptions input = new DataOptions(arguments, losses);
        Evaluation evaluation = EvaluationOptions.ofOneValue(arguments, losses);
        Evaluator evaluator = new Evaluator(evaluation, input.omissions());
        Epochs epochs = History.of(train, val).epochs(arguments, console, evaluator, input);
        return new Sight(HistoryFigure.of(epochs, ""), (style, out) -> Results.writeEpochs(epochs, style, out));
    }
}
