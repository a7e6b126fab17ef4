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
        return "what lossctl does, or one of its commands, losses or pictures";
    }

    @Override
    public String operands() {
        return "[COMMAND|LOSS]";
    }

    @Override
    public int maxOperands() {
        return 2;
    }

    @Override
    public List<Option> options() {
        return Options.COMMON;
    }

    @Override
    public int run(Arguments arguments, Console console) {
        Ink ink = Ink.of(arguments.get(Options.COLOR), console);
        if (arguments.operands().isEmpty()) {
            Help.overview(ink, console.out());
        } else {
            String word = arguments.operands().get(0);
            Command picture = PictureCommand.of(word);
            Command command = picture == null ? Lossctl.find(word) : picture;
            List<String> rest =
                    arguments.operands().subList(1, arguments.operands().size());
            Command told = command.with(rest);
            int taken = told == command ? 0 : 1;
            if (rest.size() > taken) {
                throw new UsageError("unexpected '" + rest.get(taken) + "': help takes " + operands());
            }
            Help.write(told, ink, console.out());
        }
        return 0;
    }
}
