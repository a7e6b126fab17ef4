package lossctl.cli;

import java.util.List;

final class ListCommand implements Command {
    public String name() {
        return "list";
    }

    public String summary() {
        return "losses and metrics, by task";
    }

    public String operands() {
        return "[WORD]";
    }

    public int maxOperands() {
        return 1;
    }

    public List<Option> options() {
        return Options.COMMON;
    }

    public int run(Arguments arguments, Console console) {
        return 70;
    }
}
