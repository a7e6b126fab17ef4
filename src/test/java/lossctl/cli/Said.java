package lossctl.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a call of lossctl left: its exit status, and what it wrote. */
record Said(int status, String out, String err) {

    /** Calls lossctl in this process, with nothing on standard input and no terminal. */
    static Said by(String... args) {
        return read("", args);
    }

    /** Calls lossctl with a text on standard input. */
    static Said read(String in, String... args) {
        return at("", in, args);
    }

    /** Calls lossctl with the terminals {@code in,out,err} that are named. */
    static Said at(String terminals, String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        int status = new Lossctl(new Console(input, out, err, terminals)).run(args);
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The arguments of a line of the shell whose only quotes are single ones, without {@code lossctl}. */
    static String[] words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words.subList(1, words.size()).toArray(new String[0]);
    }
}
