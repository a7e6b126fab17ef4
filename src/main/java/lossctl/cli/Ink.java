package lossctl.cli;

/** Bold text for a terminal, or plain text for everything else. */
record Ink(boolean on) {
    /** No colours. */
    static final Ink PLAIN = new Ink(false);

    /**
     * As {@code --color} and the environment say: {@code auto} means bold where standard output is a terminal, unless
     * NO_COLOR is set to anything but nothing or the terminal says by TERM that it is dumb.
     *
     * @param word the value of {@code --color}; null where it is absent
     */
    static Ink of(String word, Console console) {
        return switch (word == null ? "auto" : word) {
            case "always" -> new Ink(true);
            case "never" -> PLAIN;
            case "auto" -> new Ink(console.outIsTerminal() && !isForbidden());
            default -> throw new UsageError("--color '" + word + "': use one of auto, always, never");
        };
    }

    /** The value of {@code --color} among arguments that were not parsed; null where it is absent. */
    static String word(String[] args) {
        String option = Options.COLOR.name();
        String word = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(option) && i + 1 < args.length) {
                word = args[i + 1];
            } else if (args[i].startsWith(option + "=")) {
                word = args[i].substring(option.length() + 1);
            }
        }
        return word;
    }

    private static boolean isForbidden() {
        String noColor = System.getenv("NO_COLOR");
        return noColor != null && !noColor.isEmpty() || "dumb".equals(System.getenv("TERM"));
    }

    String bold(String text) {
        return on ? "\u001b[1m" + text + "\u001b[0m" : text;
    }
}
