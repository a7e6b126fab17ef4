package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.GroupBy;
import lossctl.eval.Result;
import lossctl.eval.Run;
import lossctl.eval.Survey;
import lossctl.eval.Sweep;
import lossctl.eval.Watch;
import lossctl.loss.Selection;

/** The data of a picture: all files read once and put together, checked and weighed as a loss wants them. */
final class Surveyed {
    /** What says where the samples come from, and how they are read. */
    static final List<Option> READING = reading();

    private final List<Dataset> datasets;
    private final Run total;

    private Surveyed(List<Dataset> datasets, Run total) {
        this.datasets = datasets;
        this.total = total;
    }

    private static List<Option> reading() {
        List<Option> options = new ArrayList<>(Options.READING);
        options.addAll(List.of(FileOptions.FILES_FROM, FileOptions.GLOB));
        options.addAll(RejectOptions.ALL);
        options.addAll(List.of(Options.DTYPE, Options.THREADS, Options.STRICT));
        return options;
    }

    /** Reads all data with the eyes of one loss and a survey. */
    static Surveyed read(
            Arguments arguments,
            Console console,
            Selection loss,
            DataOptions input,
            List<Dataset> datasets,
            Survey survey) {
        Evaluation evaluation = EvaluationOptions.of(arguments, List.of(loss));
        return read(arguments, console, evaluation, input, datasets, new Watch(null, 0, false, survey));
    }

    /** Reads all data by groups. */
    static Surveyed read(
            Arguments arguments,
            Console console,
            Evaluation evaluation,
            DataOptions input,
            List<Dataset> datasets,
            GroupBy by) {
        return read(arguments, console, evaluation, input, datasets, Watch.groups(by));
    }

    private static Surveyed read(
            Arguments arguments,
            Console console,
            Evaluation evaluation,
            DataOptions input,
            List<Dataset> datasets,
            Watch watch) {
        Evaluator evaluator = new Evaluator(evaluation, input.omissions(), watch);
        Run[] total = new Run[1];
        Sweep.evaluate(evaluator, datasets, (result, run) -> {
            EvaluationOptions.tell(arguments, console, result);
            if (total[0] == null) {
                total[0] = run;
            } else {
                total[0].append(run);
            }
        });
        RejectOptions.write(arguments, input.rejects(), datasets);
        return new Surveyed(datasets, total[0]);
    }

    /** What was seen of all files. */
    Survey survey() {
        return total.survey();
    }

    Run total() {
        return total;
    }

    /** The answers for all files together. */
    Result all() {
        return total.result("(all)", List.of());
    }

    /** What the samples are called in a title: the name of the one file, or how many files there are. */
    String name() {
        return name(datasets);
    }

    /** {@code Evaluation of preds.csv}. */
    static String title(String what, List<Dataset> datasets) {
        return name(datasets).isEmpty() ? what : what + " of " + name(datasets);
    }

    private static String name(List<Dataset> datasets) {
        if (datasets.size() > 1) {
            return datasets.size() + " files";
        }
        String path = datasets.get(0).name();
        return path.startsWith("<") ? "" : FileOptions.shortName(path);
    }
}
