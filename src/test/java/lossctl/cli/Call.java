package lossctl.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A call of the command line inside this process: fast, and the same code that the launcher starts. */
record Call(int exit, String out, String err) {

    /** Runs these arguments with nothing on standard input. */
    static Call of(String... args) {
        return with("", args);
    }

    /** Runs these arguments with a text on standard input. */
    static Call with(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(args, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
        return new Call(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
