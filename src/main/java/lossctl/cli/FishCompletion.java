package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.catalog.Catalog;
import lossctl.loss.Spec;
import lossctl.write.CheckedOut;

/** The completion script of fish: a line a word, with what it means. */
final class FishCompletion {
    private static final String LINE = "complete -c lossctl -n ";

    private final CheckedOut out;

    FishCompletion(CheckedOut out) {
        this.out = out;
    }

    void write() {
        CompletionScripts.fish(out);
        String words = String.join(" ", Commands.words());
        out.line("function __lossctl_is_loss");
        out.line("    not __lossctl_starts; and not __lossctl_is " + words);
        out.line("end");
        for (String word : Commands.words()) {
            Command command = Commands.reserved(word);
            out.line(LINE + "__lossctl_starts -a " + word + " -d " + quote(command.summary()));
            for (Option option : command.allOptions()) {
                write("__lossctl_is " + word, option);
            }
        }
        for (String word : PictureCommand.WORDS) {
            out.line(LINE + quote("__lossctl_names_a_loss; and __lossctl_is plot") + " -a " + word + " -d "
                    + quote(PictureCommand.of(word).summary()));
        }
        Map<Option, List<String>> own = new LinkedHashMap<>();
        for (Spec spec : Catalog.all()) {
            String meaning = " -a " + spec.name() + " -d " + quote(spec.summary());
            out.line(LINE + "__lossctl_starts" + meaning);
            out.line(LINE + "__lossctl_names_a_loss" + meaning);
            for (Option option : LossOptions.of(spec)) {
                List<String> names = own.computeIfAbsent(option, key -> new ArrayList<>());
                names.add(spec.name());
                names.addAll(spec.aliases());
            }
        }
        own.forEach((option, losses) -> write("__lossctl_computes " + String.join(" ", losses), option));
        for (Option option : LossCommand.shared()) {
            write("__lossctl_is_loss", option);
        }
    }

    private void write(String condition, Option option) {
        if (option.equals(Options.HELP)) {
            return;
        }
        StringBuilder line = new StringBuilder(LINE).append(quote(condition));
        if (option.letter() != null) {
            line.append(" -s ").append(option.letter().substring(1));
        }
        line.append(" -l ").append(option.name().substring(2));
        if (option.isFile()) {
            line.append(" -r -F");
        } else if (!option.isFlag()) {
            line.append(" -x");
        }
        if (!CompletionData.words(option).isEmpty()) {
            line.append(" -a ").append(quote(String.join(" ", CompletionData.words(option))));
        } else if (option.isLosses()) {
            line.append(" -a ").append(quote("(__fish_append , " + String.join(" ", Catalog.names()) + ")"));
        }
        out.line(line.append(" -d ").append(quote(option.description())).toString());
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
