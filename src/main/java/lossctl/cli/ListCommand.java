package lossctl.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lossctl.catalog.Catalog;
import lossctl.derive.Family;
import lossctl.loss.Spec;
import lossctl.num.Nearest;
import lossctl.write.Listing;
import lossctl.write.OutputFormat;

/** {@code lossctl list [WORD...]}: the losses and metrics, a line each. */
final class ListCommand implements Command {
    private static final Option TASK = Option.choice(
            "--task",
            "TASK",
            Option.Section.LOSS,
            "only those of one task: " + words(Catalog.tasks()),
            Catalog.tasks());
    private static final Option FAMILY = Option.choice(
            "--family", "FAMILY", Option.Section.LOSS, "only those of one family: " + words(families()), families());

    private static String words(List<String> words) {
        return String.join(", ", words);
    }

    private static List<String> families() {
        List<String> words = new ArrayList<>();
        for (Family family : Family.values()) {
            words.add(family.word());
        }
        return words;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "losses and metrics by task; with WORDs, those whose names, tasks, aliases or summary have them";
    }

    @Override
    public String operands() {
        return "[WORD...]";
    }

    @Override
    public int maxOperands() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(TASK, FAMILY, Options.FORMAT, Options.JSON, Options.OUT));
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl list cross entropy", "lossctl list --task regression", "lossctl list --json");
    }

    @Override
    public List<String> files(Arguments arguments) {
        return List.of();
    }

    @Override
    public int run(Arguments arguments, Console console) {
        OutputFormat format =
                OutputOptions.style(arguments, OutputFormat.TABLE, false).format();
        boolean brief = format == OutputFormat.TABLE || format == OutputFormat.MD;
        List<Spec> found = find(arguments.choice(TASK), arguments.choice(FAMILY), arguments.operands());
        if (found.isEmpty()) {
            throw nothing(arguments.operands());
        }
        List<String> columns = new ArrayList<>(List.of("name", "kind", "better", "task", "summary"));
        if (!brief) {
            columns.addAll(List.of("family", "aliases"));
        }
        Listing listing = new Listing(columns);
        for (Spec spec : found) {
            List<Object> row = new ArrayList<>(List.of(
                    spec.name(),
                    spec.isMetric() ? "metric" : "loss",
                    spec.better().word(),
                    Catalog.task(spec.name()),
                    spec.summary()));
            if (!brief) {
                row.addAll(List.of(family(spec), spec.aliases()));
            }
            listing.add(row);
        }
        OutputOptions.write(arguments, console, out -> listing.write(format, out));
        return 0;
    }

    private static List<Spec> find(String task, String family, List<String> words) {
        List<Spec> found = new ArrayList<>();
        for (String name : Catalog.names()) {
            if (task == null || task.equals(Catalog.task(name))) {
                Spec spec = Catalog.find(name);
                if ((family == null || family.equals(family(spec))) && matches(spec, words)) {
                    found.add(spec);
                }
            }
        }
        found.sort(Comparator.comparing(spec -> !hasWhole(spec, words)));
        return found;
    }

    /** Whether every word is the task, the name, an alias, or a whole word of the name or the summary. */
    private static boolean hasWhole(Spec spec, List<String> words) {
        List<String> whole = new ArrayList<>(List.of(Catalog.task(spec.name()), Nearest.plain(spec.name())));
        for (String alias : spec.aliases()) {
            whole.add(Nearest.plain(alias));
        }
        whole.addAll(List.of(spec.name().split("_")));
        whole.addAll(List.of(spec.summary().toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
        for (String word : words) {
            if (!whole.contains(word.toLowerCase(Locale.ROOT)) && !whole.contains(Nearest.plain(word))) {
                return false;
            }
        }
        return true;
    }

    private static String family(Spec spec) {
        return Family.of(spec.create(spec.defaults())).word();
    }

    private static UsageError nothing(List<String> words) {
        String guess = words.size() == 1 ? Unknown.guess(words.get(0), List.of()) : "";
        String what = words.isEmpty() ? "no loss is of that task and family" : "no loss has " + String.join(" ", words);
        return new UsageError((what + ". " + guess).strip());
    }

    /** Whether every word is part of the name, the task, an alias or the summary. */
    private static boolean matches(Spec spec, List<String> words) {
        for (String word : words) {
            String plain = Nearest.plain(word);
            boolean found = Nearest.plain(spec.name()).contains(plain)
                    || Nearest.plain(Catalog.task(spec.name())).contains(plain)
                    || spec.summary().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
            for (String alias : spec.aliases()) {
                found |= Nearest.plain(alias).contains(plain);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
