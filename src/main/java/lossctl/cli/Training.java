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
        String json = Files.writeString(folder.resolve("preds.json"), json()).toString();
        String[][] commands = {
            {"mse", "--true", "1,0", "--pred", "2,3"},
            {"sparse_cce", "--true", "1,0", "--pred", "0.15,0.75,0.1;0.75,0.15,0.1"},
            {"mse", csv},
            {"eval", "-l", "mse,mae", csv},
            {"eval", "-l", "huber,smooth_l1,quantile,log_cosh,mean_error,rmse,r2", csv},
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

    /** Some 20,000 rows, most of them copies: what makes them must not look worth compiling. */
    private static String csv() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 50; row++) {
            rows.append(Math.sqrt(row)).append(',').append(Math.sqrt(row + 1)).append('\n');
        }
        return "y_true,y_pred\n" + rows.toString().repeat(400);
    }

    private static String json() {
        return "{\"y_true\":[3.0,-0.5,2.0,7.0],\"y_pred\":[2.5,0.0,2.0,8.0]}\n";
    }
}
