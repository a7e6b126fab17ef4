package lossctl.cli;

import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lossctl.data.Refusal;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.Result;
import lossctl.eval.Run;
import lossctl.eval.Sliced;
import lossctl.journal.Partial;
import lossctl.loss.Selection;
import lossctl.write.OutputFormat;
import lossctl.write.Results;
import lossctl.write.Style;

/** {@code lossctl merge P...}: the answers for all samples of some partials, as of one run over all of them. */
final class MergeCommand implements Command {
    private static final Option PARTIAL = Option.flag(
            "--partial",
            null,
            Option.Section.OUTPUT,
            "write the state of all of them, a partial again, not the answers");

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String summary() {
        return "puts partials together: the same bits as one run over all samples";
    }

    @Override
    public String operands() {
        return "PARTIAL...";
    }

    @Override
    public int maxOperands() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(FileOptions.FILES_FROM);
        options.add(FileOptions.GLOB);
        options.add(Options.STRICT);
        options.add(GroupOptions.MIN_N);
        options.add(UncertaintyOptions.CI);
        options.add(Gates.FAIL_IF);
        options.add(PARTIAL);
        options.addAll(Options.GATED_WRITING);
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "lossctl merge 1.partial 2.partial --fail-if 'mse>0.4'", "lossctl merge parts --glob '*.partial'");
    }

    @Override
    public boolean accumulates(Arguments arguments) {
        return arguments.has(PARTIAL);
    }

    @Override
    public int run(Arguments given, Console console) {
        List<String> paths = accumulates(given) ? FileOptions.found(given, console) : FileOptions.paths(given, console);
        if (paths.isEmpty()) {
            throw new UsageError("which partials? lossctl partial -l mse FILE -o 1.partial makes one");
        }
        refuseTwice(paths);
        Partial first = Partial.read(paths.get(0));
        if (!JournalOptions.haveASay(first.settings())) {
            throw strange(first);
        }
        Arguments arguments = given.over(first.settings().options());
        if (given.has(UncertaintyOptions.CI) && !first.settings().options().containsKey(UncertaintyOptions.CI.name())) {
            throw new Refusal(
                            Refusal.Code.USAGE, "it keeps nothing for intervals: make it with lossctl partial --ci 95")
                    .in(first.name());
        }
        List<Selection> losses = LossList.of(arguments);
        Evaluator evaluator = PartialCommand.evaluator(arguments, losses);
        Run total = restored(evaluator, first);
        Map<String, String> seen = new HashMap<>(Map.of(first.digest(), first.name()));
        for (String path : paths.subList(1, paths.size())) {
            Partial next = Partial.read(path);
            first.checkGoesWith(next);
            String same = seen.putIfAbsent(next.digest(), path);
            if (same != null) {
                remark(arguments, console, path + " is the same as " + same + " to the last byte: counted again");
            }
            join(total, restored(evaluator, next), path);
        }
        if (given.has(PARTIAL)) {
            return writePartial(given, console, first, total);
        }
        return write(arguments, console, losses, total);
    }

    private static void refuseTwice(List<String> paths) {
        Set<URI> seen = new HashSet<>();
        for (String path : paths) {
            if (path.equals("-")) {
                throw new UsageError("'-': partials are files, or pipes as <(lossctl partial -l mse shard.csv)");
            }
            if (!seen.add(new File(path).toURI().normalize())) {
                throw new UsageError("partial '" + path + "' is named twice: its samples would count twice");
            }
        }
    }

    private static void remark(Arguments arguments, Console console, String line) {
        if (arguments.has(Options.STRICT)) {
            throw new Refusal(Refusal.Code.STRICT, line + " (--strict)");
        }
        if (!arguments.has(Options.QUIET)) {
            console.complain("lossctl: warning: " + line);
        }
    }

    private static Run restored(Evaluator evaluator, Partial partial) {
        try {
            return evaluator.restored(partial.state());
        } catch (IllegalArgumentException e) {
            throw strange(partial);
        }
    }

    private static Refusal strange(Partial partial) {
        return new Refusal(Refusal.Code.MALFORMED, "what this partial keeps is no state of its own settings")
                .in(partial.name());
    }

    private static void join(Run total, Run run, String path) {
        try {
            total.join(run);
        } catch (Refusal refusal) {
            throw refusal.inUnlessNamed(path);
        }
    }

    private static int writePartial(Arguments given, Console console, Partial first, Run total) {
        for (Option option :
                List.of(Gates.FAIL_IF, GroupOptions.MIN_N, Options.FORMAT, Options.JSON, UncertaintyOptions.CI)) {
            if (given.has(option)) {
                throw new UsageError("--partial writes a state, not answers: " + option.name() + " is for those");
            }
        }
        PartialCommand.write(given, console, first.settings(), total);
        return 0;
    }

    private static int write(Arguments arguments, Console console, List<Selection> losses, Run total) {
        Evaluation evaluation = PartialCommand.evaluation(arguments, losses);
        Style style = OutputOptions.style(arguments, OutputFormat.TABLE, evaluation.float32());
        Gates gates = Gates.of(arguments);
        Result all = total.result("(all)", List.of());
        EvaluationOptions.tell(arguments, console, all);
        if (arguments.has(SamplesOptions.WORST)) {
            Picture.Rows rows = SamplesOptions.rows(arguments, evaluation, all, total, List.of());
            OutputOptions.write(arguments, console, out -> rows.write(style, out));
            return gates.isEmpty() ? 0 : gates.check(Figures.of(all), arguments, console);
        }
        List<Result> one = List.of(all);
        Sliced sliced = arguments.has(GroupOptions.BY) ? Sliced.of(total.groups()) : null;
        Sliced groups = GroupOptions.told(arguments, console, evaluation, sliced);
        OutputOptions.writeUnless(
                gates.isReported(), arguments, console, out -> Results.writeEvaluation(one, all, groups, style, out));
        Figures figures = Figures.of(all).with(Slices.of(one, all, groups));
        return gates.isEmpty() ? 0 : gates.check(figures, arguments, console);
    }
}
