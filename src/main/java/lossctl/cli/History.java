package lossctl.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.eval.Epochs;
import lossctl.eval.Evaluator;
import lossctl.eval.Result;
import lossctl.eval.Sweep;
import lossctl.read.FileNames;
import lossctl.write.Results;
import lossctl.write.Style;

/** {@code eval --train 'a_*.csv' --val 'b_*.csv'}: the dumps of each epoch side by side, as a training log has them. */
final class History {
    private final List<String> train;
    private final List<String> val;
    private final List<String> names;

    private History(List<String> train, List<String> val, List<String> names) {
        this.train = train;
        this.val = val;
        this.names = names;
    }

    /** Evaluates the dumps of all epochs and writes a row each. */
    static int evaluate(Arguments arguments, Console console, Evaluator evaluator, DataOptions input, Style style) {
        Report report = Report.of(arguments, "Training log", style);
        History history =
                of(FileOptions.paths(arguments, FileOptions.TRAIN), FileOptions.paths(arguments, FileOptions.VAL));
        Epochs epochs = history.epochs(arguments, console, evaluator, input);
        OutputOptions.write(arguments, console, out -> Results.writeEpochs(epochs, style, out));
        if (report != null) {
            report.add(epochs);
            report.write(List.of());
        }
        return 0;
    }

    /** Evaluates the dumps of all epochs. */
    Epochs epochs(Arguments arguments, Console console, Evaluator evaluator, DataOptions input) {
        List<String> files = new ArrayList<>(train);
        files.addAll(val);
        files.removeAll(Collections.singleton(null));
        List<Result> results = new ArrayList<>();
        Progress.begin(arguments, console, input.files(files), 1);
        List<Dataset> datasets = FileOptions.datasets(files, input, console);
        Sweep.evaluate(evaluator, datasets, (result, run) -> {
            results.add(result);
            EvaluationOptions.tell(arguments, console, result, datasets.size() > 1);
        });
        RejectOptions.write(arguments, input.rejects(), datasets);
        int at = 0;
        List<Result> trained = new ArrayList<>();
        for (String file : train) {
            trained.add(file == null ? null : results.get(at++));
        }
        List<Result> validated = new ArrayList<>();
        for (String file : val) {
            validated.add(file == null ? null : results.get(at++));
        }
        return new Epochs(names, trained, validated);
    }

    /**
     * Matches files: by the numbers in their names where all have one, different in each list; else in their order.
     *
     * @throws Refusal where an epoch would be without its other dump
     */
    static History of(List<String> train, List<String> val) {
        List<String> trained = numbers(train);
        List<String> validated = numbers(val);
        if (train.isEmpty() || val.isEmpty()) {
            List<String> one = train.isEmpty() ? validated : trained;
            int count = train.size() + val.size();
            List<String> none = Collections.nCopies(count, null);
            return new History(
                    train.isEmpty() ? none : train, val.isEmpty() ? none : val, one != null ? one : counted(count));
        }
        if (trained == null || validated == null) {
            if (train.size() != val.size()) {
                throw new Refusal(
                                Refusal.Code.KEY,
                                train.size() + " training dumps but " + val.size() + " validation dumps")
                        .hint("numbers in their names say which belong together");
            }
            return new History(train, val, counted(train.size()));
        }
        List<String> partners = new ArrayList<>();
        for (int i = 0; i < train.size(); i++) {
            int partner = validated.indexOf(trained.get(i));
            if (partner < 0) {
                throw alone(trained.get(i), "validation").in(train.get(i));
            }
            partners.add(val.get(partner));
        }
        for (int i = 0; i < val.size(); i++) {
            if (!trained.contains(validated.get(i))) {
                throw alone(validated.get(i), "training").in(val.get(i));
            }
        }
        return new History(train, partners, trained);
    }

    private static Refusal alone(String epoch, String what) {
        return new Refusal(Refusal.Code.KEY, "epoch " + epoch + " has no " + what + " dump");
    }

    /** The numbers in the names of files; null where one has none, or two have the same. */
    static List<String> numbers(List<String> files) {
        List<String> numbers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String file : files) {
            String number = FileNames.number(file);
            if (number == null || !seen.add(number)) {
                return null;
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static List<String> counted(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }
}
