package lossctl.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** The entry of the command line: the only class that ends the process. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends with its status: by halt, as since Java 21 exit first sets up a log (8 ms). */
    public static void main(String[] args) {
        int status = run(
                args,
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        Runtime.getRuntime().halt(status);
    }

    /** The whole of a run but for its end: the exit status. {@link Training} calls it too. */
    static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return new Lossctl(new Console(in, out, err, System.getProperty("lossctl.terminals", ""))).run(args);
    }
}
