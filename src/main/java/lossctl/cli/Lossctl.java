package lossctl.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.data.Refusal;
import lossctl.eval.Signature;
import lossctl.loss.BadParameter;
import lossctl.loss.Param;
import lossctl.loss.Spec;
import lossctl.write.BrokenPipe;
import lossctl.write.ErrorText;

/** A whole call: finds the command, lets it work, and turns whatever happens into one line and an exit status. */
final class Lossctl {
    private static final int LIMIT = 5;
    private static final int BUG = 70;
    private static final String OR_OPTION = ", or --";

    private final Console console;

    Lossctl(Console console) {
        this.console = console;
    }

    /** The exit status of a call. */
    int run(String[] args) {
        int status = told(args);
        console.settle();
        return status;
    }

    private int told(String[] args) {
        String command = null;
        Command chosen = null;
        try {
            int at = commandIndex(args);
            if (at < 0) {
                return runWithoutCommand(args);
            }
            List<String> rest = new ArrayList<>(Arrays.asList(args));
            String word = rest.remove(at);
            chosen = find(word).with(rest);
            command = chosen.name();
            if (rest.contains("-h") || rest.contains("--help")) {
                Help.write(chosen, Ink.of(Ink.word(args), console), console.out());
                return finish(0);
            }
            Arguments arguments = Grammar.parse(chosen, rest);
            arguments.choice(Options.COLOR);
            arguments.choice(Options.ERROR_FORMAT);
            arguments.choice(Options.PROGRESS);
            if (arguments.has(Options.OUT) || !arguments.has(Options.TRUE)) {
                Targets.check(arguments, chosen.files(arguments), chosen.accumulates(arguments));
            }
            return finish(chosen.run(arguments, console));
        } catch (BrokenPipe e) {
            return 0;
        } catch (UsageError e) {
            int status = refuse(args, command, new Refusal(Refusal.Code.USAGE, e.getMessage()), e);
            for (String line : isJson(args) || !console.inIsTerminal() ? List.<String>of() : e.help()) {
                console.complain(line);
            }
            return status;
        } catch (BadParameter e) {
            return refuse(args, command, new Refusal(Refusal.Code.USAGE, e.getMessage()), e);
        } catch (Refusal e) {
            return refuse(args, command, fitting(e, chosen), e);
        } catch (OutOfMemoryError e) {
            Refusal refusal =
                    new Refusal(Refusal.Code.LIMIT, "out of memory").hint("LOSSCTL_JAVA_OPTS=-Xmx4g gives more");
            refuse(args, command, refusal, e);
            return LIMIT;
        } catch (RuntimeException | Error e) {
            console.complain("lossctl: a bug in lossctl: " + e + "; run again with --debug");
            trace(args, e);
            return BUG;
        }
    }

    private int finish(int status) {
        console.settle();
        console.out().finish();
        return status;
    }

    private int refuse(String[] args, String command, Refusal refusal, Throwable cause) {
        boolean json = isJson(args);
        console.complain(json ? ErrorText.json(refusal) : ErrorText.text(refusal, command));
        trace(args, cause);
        return refusal.code().exit();
    }

    /** The refusal without a hint at an option that the command does not have. */
    private static Refusal fitting(Refusal refusal, Command command) {
        if (command == null) {
            return refusal;
        }
        boolean several = command instanceof MergeCommand;
        for (Option option : command.allOptions()) {
            several |= option.isLosses();
        }
        Refusal fitting = refusal.hint() == null ? refusal : refusal.hint(fitting(refusal.hint(), command));
        return several && refusal.loss() != null ? ofOneLoss(fitting) : fitting;
    }

    /** What of a hint the command can do: all, what stands before an alternative that is an option, or nothing: null. */
    private static String fitting(String hint, Command command) {
        int alternative = hint.indexOf(OR_OPTION);
        int at = hint.startsWith("--") ? 0 : alternative < 0 ? -1 : alternative + OR_OPTION.length() - 2;
        boolean known = at < 0;
        for (Option option : command.allOptions()) {
            known |= at >= 0 && isAbout(option, hint.substring(at));
        }
        return known ? hint : at == 0 ? null : hint.substring(0, alternative);
    }

    /** Whether a hint begins with the name of an option. */
    private static boolean isAbout(Option option, String hint) {
        String name = option.name();
        return hint.startsWith(name)
                && (hint.length() == name.length() || " ,".indexOf(hint.charAt(name.length())) >= 0);
    }

    /** Of several losses the one that refuses, and its parameters as they are given in a list of losses. */
    private static Refusal ofOneLoss(Refusal refusal) {
        String loss = refusal.loss();
        String message = refusal.getMessage();
        for (Param param : Catalog.find(loss).params()) {
            String setting = loss + ":" + param.name();
            message = message.replace(param.option() + " ", setting + "=").replace(param.option(), setting);
        }
        return refusal.reworded(loss + ": " + message);
    }

    private void trace(String[] args, Throwable cause) {
        if (Arrays.asList(args).contains("--debug")) {
            java.io.StringWriter text = new java.io.StringWriter();
            cause.printStackTrace(new java.io.PrintWriter(text, true));
            for (String line : Arguments.split(text.toString(), '\n')) {
                console.complain(line);
            }
        }
    }

    /** Errors before and while options are read are told in the form asked for, too. */
    private static boolean isJson(String[] args) {
        for (int i = 0; i < args.length; i++) {
            boolean next = args[i].equals("--error-format") && i + 1 < args.length && args[i + 1].equals("json");
            if (next || args[i].equals("--error-format=json")) {
                return true;
            }
        }
        return false;
    }

    /** The first argument that is neither an option nor the value of one that all losses have is the command. */
    private static int commandIndex(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("-")) {
                return i;
            }
            if (isValued(args[i])) {
                i++;
            }
        }
        return -1;
    }

    private static boolean isValued(String arg) {
        for (Option option : LossCommand.shared()) {
            if (!option.isFlag() && (arg.equals(option.name()) || arg.equals(option.letter()))) {
                return true;
            }
        }
        return false;
    }

    private int runWithoutCommand(String[] args) {
        for (String arg : args) {
            switch (arg) {
                case "--version", "-V" -> {
                    console.out().line("lossctl " + Signature.VERSION);
                    return finish(0);
                }
                case "--help", "-h" -> {
                    Help.overview(Ink.of(Ink.word(args), console), console.out());
                    return finish(0);
                }
                default -> {
                    // Looked at below, once it is clear that neither was asked for.
                }
            }
        }
        if (args.length == 0) {
            throw new UsageError(
                    "no command: try lossctl mse --true 1,0 --pred 2,3, or lossctl help",
                    console.inIsTerminal() ? Help.brief() : List.of());
        }
        throw new UsageError("no command, only '" + args[0] + "': lossctl <loss> [FILE] [options]; see lossctl help");
    }

    /** The command of a word: a reserved word, or the name or alias of a loss. */
    static Command find(String word) {
        Command command = Commands.reserved(word);
        if (command != null) {
            return command;
        }
        Spec spec = Catalog.find(word);
        if (spec != null) {
            return new LossCommand(word, spec);
        }
        if (PictureCommand.WORDS.contains(word)) {
            throw new UsageError("unknown command '" + word + "'. Did you mean: lossctl plot " + word + "?");
        }
        if (Catalog.tasks().contains(word)) {
            throw new UsageError("unknown command '" + word + "'. It is a task: lossctl list --task " + word);
        }
        throw new UsageError(Unknown.loss("command", word, Commands.words()));
    }
}
