package lossctl.cli;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.eval.Evaluator;

/**
 * The run that a class archive is made from: {@code Training FOLDER ROUNDS} runs the usual commands, those that are typed
 * and those over files, which it writes into the folder, with nothing to read and nothing printed; with {@code -typed} or
 * {@code -files} behind, one of the two kinds. The archive then holds the classes that
 * these commands load and, from Java 25 on, which of their methods are worth compiling at once. A command that fails
 * is as good as any, for errors have their classes too.
 */
public final class Training {
    private static final List<String[]> TYPED = List.of(new String[][] {
        {"mse", "--true", "1,0", "--pred", "2,3"},
        {"sparse_cce", "--true", "1,0", "--pred", "0.15,0.75,0.1;0.75,0.15,0.1"},
        {"mse", "--true", "1,0", "--pred", "2,3", "--per-sample", "--gradient", "--share"},
        {"mse", "--true", "1,0", "--pred", "2,3", "--json"},
        {"mse", "--true", "1,0", "--pred", "2,x"},
        {"msee"},
    });

    /** What a pipe holds. */
    private static final byte[] PIPED = csv().getBytes(StandardCharsets.ISO_8859_1);

    private Training() {}

    /** Trains; called by {@code scripts/lossctl}, of no use to anyone else. */
    public static void main(String[] args) throws IOException {
        Evaluator.leaveReadyLoops();
        Path folder = Path.of(args[0]);
        String part = args.length > 2 ? args[2] : "";
        List<String[]> commands = new ArrayList<>();
        if (!part.equals("-files")) {
            commands.addAll(TYPED);
        }
        if (!part.equals("-typed")) {
            commands.addAll(overFiles(folder));
        }
        for (int round = Integer.parseInt(args[1]); round > 0; round--) {
            for (String[] command : commands) {
                // A file, as standard output is, too: what closes it is to be in the archive.
                Main.run(
                        command,
                        new ByteArrayInputStream(PIPED),
                        new FileOutputStream(folder.resolve("out").toFile()),
                        OutputStream.nullOutputStream());
            }
        }
    }

    private static List<String[]> overFiles(Path folder) throws IOException {
        String csv = file(folder, "preds.csv", csv());
        String signs = file(folder, "signs.csv", signs());
        String lines = file(folder, "preds.jsonl", lines());
        String rows = file(folder, "rows.csv", rows());
        String logits = file(folder, "logits.jsonl", logits());
        String json = file(folder, "preds.json", "{\"y_true\":[3.0,-0.5,2.0,7.0],\"y_pred\":[2.5,0.0,2.0,8.0]}\n");
        String truths = Files.write(folder.resolve("truths.npy"), npy(true)).toString();
        String predictions =
                Files.write(folder.resolve("preds.npy"), npy(false)).toString();
        return List.of(new String[][] {
            {"mse", csv},
            {"eval", "-l", "mse,mae", csv},
            {"eval", "-l", "mae,rmse,huber,smooth_l1,quantile,log_cosh,mean_error,r2", csv},
            {"eval", "-l", "hinge,squared_hinge,bce,binary_accuracy", signs},
            {"eval", "-l", "mse,mae", lines},
            {"sparse_cce", rows, "--true-col", "label"},
            {"sparse_cce", rows, "--true-col", "label", "--unchecked"},
            {"sparse_cce", logits, "--true-col", "label", "--pred-col", "logits", "--from-logits"},
            {"mse", json},
            {"eval", "-l", "mse,mae", "--true-file", truths, "--pred-file", predictions},
            {"eval", "-l", "mse,mae", "-"},
            small(folder),
        });
    }

    /** The command over many small files: what is done once a file becomes worth compiling too. */
    private static String[] small(Path folder) throws IOException {
        String[] command = Arrays.copyOf(new String[] {"eval", "-l", "mse"}, 3 + FILES);
        for (int i = 3; i < command.length; i++) {
            command[i] = file(folder, i + ".csv", "y_true,y_pred\n1.25,2.5\n0.12345,-1.25\n");
        }
        return command;
    }

    private static String file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** How often rows are copied, for some 20,000 of two columns: what makes them must not look worth compiling. */
    private static final int COPIES = 400;

    private static final int ROWS = 50;
    private static final int FILES = 40;
    private static final int CLASSES = 10;

    /** Numbers as dumps have them, of both signs, rounded and in full: branches are laid out by what comes by here. */
    private static double truth(int row) {
        return Math.rint((row - ROWS / 2) * 1234.5) / 1000;
    }

    private static double prediction(int row) {
        return row % 9 == 0 ? Math.sqrt(row + 2) / 100_000 : truth(row) + Math.sqrt(row + 2) - 5;
    }

    private static String csv() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append(truth(row)).append(',').append(prediction(row)).append('\n');
        }
        return "y_true,y_pred\n" + rows.toString().repeat(COPIES);
    }

    /** Flags against probabilities, which are scores as well. */
    private static String signs() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append(row & 1).append(',').append(Math.sqrt(row) / 8).append('\n');
        }
        return "y_true,y_pred\n" + rows.toString().repeat(COPIES);
    }

    private static String lines() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append("{\"y_true\": ").append(truth(row)).append(", \"y_pred\": ");
            rows.append(prediction(row)).append("}\n");
        }
        return rows.toString().repeat(COPIES);
    }

    /** Probabilities of ten classes, which sum to 1. */
    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append(row).append(',').append(row % CLASSES);
            double rest = 1;
            for (int c = 1; c < CLASSES; c++) {
                double share = rest / (2 + Math.sqrt(row + c));
                rest -= share;
                rows.append(',').append(share);
            }
            rows.append(',').append(rest).append('\n');
        }
        return "id,label,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9\n" + rows.toString().repeat(COPIES / 5);
    }

    private static String logits() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append("{\"id\": ").append(row).append(", \"label\": ").append(row % CLASSES);
            for (int c = 0; c < CLASSES; c++) {
                rows.append(c == 0 ? ", \"logits\": [" : ", ").append(prediction(7 * row + c) / 9);
            }
            rows.append("]}\n");
        }
        return rows.toString().repeat(COPIES / 5);
    }

    /** Where numbers begin: a multiple of 64. */
    private static final int NPY_START = 128;

    /** Truths or predictions as NumPy writes them. */
    private static byte[] npy(boolean truths) {
        int rows = ROWS * COPIES;
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ",), }";
        ByteBuffer file = ByteBuffer.allocate(NPY_START + 8 * rows).order(ByteOrder.LITTLE_ENDIAN);
        file.put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) (NPY_START - 10));
        file.put((header + " ".repeat(NPY_START - 11 - header.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        for (int row = 0; row < rows; row++) {
            file.putDouble(truths ? truth(row % ROWS) : prediction(row % ROWS));
        }
        return file.array();
    }
}
