package lossctl.cli;

import java.util.List;

final class ExplainCommand implements Command {
    public String name() {
        return "explain";
    }

    public String summary() {
        return "what a loss is: formula, gradient, domain, source";
    }

    public String operands() {
        return "<loss> [FILE|-]";
    }

    public int maxOperands() {
        return 2;
    }

    public List<Option> options() {
        return Options.COMMON;
    }

    public int run(Arguments arguments, Console console) {
        return 70;
    }
}
