package lossctl.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.catalog.Catalog;

/** {@code lossctl plot <loss>|<picture>}: finds out what is to be drawn, and leaves it to that. */
final class PlotCommand implements Command {
    @Override
    public String name() {
        return "plot";
    }

    @Override
    public String summary() {
        return "the curve of a loss; or, of data, residuals, calibration, history, groups or confusion";
    }

    @Override
    public String operands() {
        return "<loss>|<picture> [FILE...]";
    }

    @Override
    public int maxOperands() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Option> options() {
        return CurveCommand.shared();
    }

    @Override
    public List<Option> allOptions() {
        List<Option> all = new ArrayList<>(options());
        Set<String> names = new HashSet<>();
        for (Option option : all) {
            names.add(option.name());
        }
        for (String word : PictureCommand.WORDS) {
            for (Option option : PictureCommand.of(word).options()) {
                if (names.add(option.name())) {
                    all.add(option);
                }
            }
        }
        return all;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "lossctl plot mae",
                "lossctl plot huber --delta 0.5,1,2 -o huber.svg",
                "lossctl plot mse,mae,huber:delta=2 --from -4 --to 4",
                "lossctl plot residuals preds.csv -o residuals.svg");
    }

    /** The command of the picture that the first argument names which is neither an option nor an option's value. */
    @Override
    public Command with(List<String> args) {
        List<Option> options = new ArrayList<>(allOptions());
        options.addAll(LossList.inputs(args, true));
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("-")) {
                return command(arg).with(args);
            }
            for (Option option : options) {
                boolean named = arg.equals(option.name()) || arg.equals(option.letter());
                i += named && !option.isFlag() ? 1 : 0;
            }
        }
        return this;
    }

    private static Command command(String word) {
        Command picture = PictureCommand.of(word);
        if (picture != null) {
            return picture;
        }
        String first = LossList.words(Arguments.split(word, ',').get(0)).get(0);
        if (Catalog.find(first) == null) {
            String guess = Unknown.guess(first, PictureCommand.WORDS);
            String pictures = String.join(", ", PictureCommand.WORDS);
            throw new UsageError("unknown picture or loss '" + first + "'. "
                    + (guess.isEmpty() ? "Pictures: " + pictures + "; for losses see lossctl list" : guess));
        }
        return new CurveCommand(word);
    }

    @Override
    public int run(Arguments arguments, Console console) {
        throw new UsageError("which picture? lossctl plot mse; lossctl list shows all losses", Help.brief(this));
    }
}
