package lossctl.cli;

import java.util.List;

final class CompletionCommand implements Command {
    public String name() {
        return "completion";
    }

    public String summary() {
        return "a completion script for a shell";
    }

    public String operands() {
        return "bash|zsh|fish";
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
