package lossctl.cli;

import java.util.List;

/** {@code lossctl help [command]}. */
final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "what lossctl does, or one of its commands or losses";
    }

    @Override
    public String operands() {
        return "[COMMAND]";
    }

    @Override
    public int maxOperands() {
        return 1;
    }

    @Override
    public List<Option> options() {
        return Options.COMMON;
    }

    @Override
    public int run(Arguments arguments, Console console) {
        if (arguments.operands().isEmpty()) {
            Help.overview(console);
        } else {
            Help.write(Lossctl.find(arguments.operands().get(0)), console);
        }
        return 0;
    }
}
