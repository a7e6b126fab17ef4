package lossctl.cli;

/** The entry of the command line: the only class that ends the process. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its status. */
    public static void main(String[] args) {
        System.exit(70);
    }
}
