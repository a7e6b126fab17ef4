package lossctl.cli;

import java.util.List;
import lossctl.write.CheckedOut;

/** {@code lossctl completion bash|zsh|fish}: a script that completes commands, losses, options and their words. */
final class CompletionCommand implements Command {
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "a script that completes lossctl's words in a shell";
    }

    @Override
    public String operands() {
        return "bash|zsh|fish";
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
    public List<String> examples() {
        return List.of(
                "source <(lossctl completion bash)        # in ~/.bashrc",
                "source <(lossctl completion zsh)         # in ~/.zshrc, after compinit",
                "lossctl completion fish | source         # in ~/.config/fish/config.fish");
    }

    @Override
    public int run(Arguments arguments, Console console) {
        CheckedOut out = console.out();
        switch (shell(arguments.operands())) {
            case "bash" -> {
                new CompletionData(out).write();
                CompletionScripts.bash(out);
            }
            case "zsh" -> {
                out.line("#compdef lossctl");
                new CompletionData(out).write();
                CompletionScripts.zsh(out);
            }
            default -> new FishCompletion(out).write();
        }
        return 0;
    }

    private static String shell(List<String> operands) {
        if (operands.isEmpty()) {
            throw new UsageError("which shell? lossctl completion bash, zsh or fish");
        }
        if (!SHELLS.contains(operands.get(0))) {
            throw new UsageError("no completion for '" + operands.get(0) + "'; use one of bash, zsh, fish");
        }
        return operands.get(0);
    }
}
