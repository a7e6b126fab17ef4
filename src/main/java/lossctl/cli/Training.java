package lossctl.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The run that a class archive is made from: {@code Training FOLDER ROUNDS} runs the usual commands, over small files
 * that it writes into the folder, with nothing to read and nothing printed. The archive then holds the classes that
 * these commands load and, from Java 25 on, which of their methods are worth compiling at once. A command that fails
 * is as good as any, for errors have their classes too.
 */
public final class Training {
    private Training() {}

    /** Trains; called by {@code scripts/lossctl}, of no use to anyone else. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String csv = Files.writeString(folder.resolve("preds.csv"), csv()).toString();
        String lines = Files.writeString(folder.resolve("preds.jsonl"), lines()).toString();
        String signs = Files.writeString(folder.resolve("signs.csv"), signs()).toString();
        String rows = Files.writeString(folder.resolve("rows.csv"), rows()).toString();
        String logits =
                Files.writeString(folder.resolve("logits.jsonl"), logits()).toString();
        String json = Files.writeString(folder.resolve("preds.json"), json()).toString();
        String[][] commands = {
            {"mse", "--true", "1,0", "--pred", "2,3"},
            {"sparse_cce", "--true", "1,0", "--pred", "0.15,0.75,0.1;0.75,0.15,0.1"},
            {"mse", csv},
            {"eval", "-l", "mse,mae", csv},
            {"eval", "-l", "mae,rmse,huber,smooth_l1,quantile,log_cosh,mean_error,r2", csv},
            {"eval", "-l", "hinge,squared_hinge,bce,binary_accuracy", signs},
            {"eval", "-l", "mse,mae", lines},
            {"sparse_cce", rows, "--true-col", "label"},
            {"sparse_cce", logits, "--true-col", "label", "--pred-col", "logits", "--from-logits"},
            {"mse", json},
            {"mse", "--true", "1,0", "--pred", "2,3", "--per-sample", "--gradient", "--share"},
            {"mse", "--true", "1,0", "--pred", "2,3", "--json"},
            {"mse", "--true", "1,0", "--pred", "2,x"},
            {"msee"},
        };
        for (int round = Integer.parseInt(args[1]); round > 0; round--) {
            for (String[] command : commands) {
                // A file, as standard output is, too: what closes it is to be in the archive.
                Main.run(
                        command,
                        InputStream.nullInputStream(),
                        new FileOutputStream(folder.resolve("out").toFile()),
                        OutputStream.nullOutputStream());
            }
        }
    }

    /** How often rows are copied, for some 20,000 of two columns: what makes them must not look worth compiling. */
    private static final int COPIES = 400;

    private static final int ROWS = 50;
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

    private static String json() {
        return "{\"y_true\":[3.0,-0.5,2.0,7.0],\"y_pred\":[2.5,0.0,2.0,8.0]}\n";
    }
}
