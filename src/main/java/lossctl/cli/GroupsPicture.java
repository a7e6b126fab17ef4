package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.eval.Evaluation;
import lossctl.eval.GroupBy;
import lossctl.eval.Result;
import lossctl.eval.Sliced;
import lossctl.gallery.GroupFigure;
import lossctl.loss.Selection;
import lossctl.write.Results;

/** {@code plot groups}: losses by group, with intervals. */
final class GroupsPicture implements Picture {
    private static final String USUAL = "95";

    @Override
    public String summary() {
        return "losses by group, with intervals";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(LossList.LOSSES));
        options.addAll(Surveyed.READING);
        options.add(Options.AS);
        options.addAll(GroupOptions.ALL);
        options.addAll(UncertaintyOptions.ALL);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "lossctl plot groups -l mae preds.csv --by region",
                "lossctl plot groups -l mae preds.csv --bins y_true:5 -o groups.svg");
    }

    @Override
    public Sight look(Arguments arguments, Console console) {
        if (!GroupOptions.areGiven(arguments)) {
            throw new UsageError("which groups? --by COL, or --bins COL:N");
        }
        List<Selection> losses = PictureData.losses(arguments, console, FileOptions.paths(arguments, console));
        DataOptions input = new DataOptions(arguments, losses);
        List<Dataset> datasets = PictureData.of(arguments, input, console, "groups");
        Evaluation plain = EvaluationOptions.ofOneValue(arguments, losses);
        Evaluation evaluation = arguments.has(UncertaintyOptions.CI)
                ? UncertaintyOptions.with(arguments, plain, false)
                : plain.with(UncertaintyOptions.of(arguments, USUAL));
        GroupBy by = GroupOptions.by(arguments, datasets, input.omissions().policy());
        Surveyed seen = Surveyed.read(arguments, console, evaluation, input, datasets, by);
        Sliced all = Sliced.of(seen.total().groups());
        Sliced told = GroupOptions.told(arguments, console, evaluation, all);
        Result total = seen.all();
        return new Sight(
                GroupFigure.of(told.all(), total, seen.name()),
                (style, out) -> Results.writeEvaluation(List.of(total), total, told, style, out));
    }
}
