import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import lossctl.library.Batch;
import lossctl.library.Criterion;
import lossctl.library.Tally;
import lossctl.num.DecimalWriter;
import lossctl.num.Elementary;

/**
 * The practice of the article: a network of Flatten, Dense 84 relu and Dense 10 softmax learns digits by sparse
 * categorical cross-entropy, in 10 epochs of batches of 256. The loss and its gradient are lossctl's; the network is a
 * hundred lines below. All sums run in a fixed order, so that a run gives the same bits every time, on any machine.
 *
 * <pre>
 * java -cp target/lossctl.jar examples/train/Train.java --out run            the digits in examples/train/digits.csv
 * java -cp target/lossctl.jar examples/train/Train.java --mnist DIR --out run     MNIST's four idx files, .gz or not
 * lossctl eval -l sparse_cce,accuracy --train 'run/train_*.csv' --val 'run/val_*.csv'     the same log from the dumps
 * </pre>
 *
 * The folder gets {@code train_EE.csv} and {@code val_EE.csv} an epoch, the predicted probabilities of every sample,
 * and {@code history.csv}, the log with all digits. As in Keras a training loss is that of each batch before its step.
 */
public final class Train {
    static final int HIDDEN = 84;
    static final int CLASSES = 10;
    static final int BATCH = 256;
    static final int EPOCHS = 10;
    static final double RATE = 0.003;
    static final int VALIDATION = 360;
    static final long SEED = 42;

    /** Images as rows of pixels between 0 and 1, and the digit that each shows. */
    record Digits(double[][] images, int[] labels) {
        int size() {
            return labels.length;
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of("examples/train/digits.csv");
        Path mnist = null;
        Path out = Path.of("run");
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length || !List.of("--data", "--mnist", "--out").contains(arguments[i])) {
                System.err.println("usage: Train [--data digits.csv | --mnist FOLDER] [--out FOLDER]");
                System.exit(2);
            }
            Path path = Path.of(arguments[i + 1]);
            switch (arguments[i]) {
                case "--data" -> data = path;
                case "--mnist" -> mnist = path;
                default -> out = path;
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        Digits training;
        Digits validation;
        if (mnist == null) {
            Digits all = digits(data);
            int[] order = shuffled(all.size(), random);
            training = chosen(all, order, 0, all.size() - VALIDATION);
            validation = chosen(all, order, all.size() - VALIDATION, all.size());
        } else {
            training = idx(mnist, "train");
            validation = idx(mnist, "t10k");
        }
        Files.createDirectories(out);
        run(training, validation, random, out);
    }

    static void run(Digits training, Digits validation, SplittableRandom random, Path out) throws IOException {
        int pixels = training.images[0].length;
        Dense hidden = new Dense(pixels, HIDDEN, random);
        Dense scores = new Dense(HIDDEN, CLASSES, random);
        describe(pixels, hidden, scores);

        // The gradient comes from raw scores: there it is p - onehot, which no probability of 0 can spoil.
        Criterion entropy = Criterion.of("sparse_cce").with("from_logits", true);

        try (PrintWriter history = new PrintWriter(Files.newBufferedWriter(out.resolve("history.csv")))) {
            history.print("epoch,loss,accuracy,val_loss,val_accuracy\n");
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                System.out.println("Epoch " + epoch + "/" + EPOCHS);
                int[] order = shuffled(training.size(), random);
                int steps = (training.size() + BATCH - 1) / BATCH;
                Log log;
                try (PrintWriter dump = dump(out, "train", epoch)) {
                    log = new Log(dump);
                    for (int step = 0; step < steps; step++) {
                        int from = step * BATCH;
                        Digits batch = chosen(training, order, from, Math.min(from + BATCH, order.length));
                        double[][] x1 = hidden.forward(batch.images);
                        relu(x1);
                        double[][] x2 = scores.forward(x1);
                        log.add(batch.labels, x2, order, from);

                        double[][] slope = new double[batch.size()][CLASSES];
                        entropy.step(Batch.of(batch.labels, x2), slope);
                        scores.gather(x1, slope);
                        double[][] below = scores.below(slope);
                        for (int i = 0; i < batch.size(); i++) {
                            for (int j = 0; j < HIDDEN; j++) {
                                below[i][j] = x1[i][j] > 0 ? below[i][j] : 0;
                            }
                        }
                        hidden.gather(batch.images, below);
                        hidden.step();
                        scores.step();
                        bar(step + 1, steps);
                    }
                }
                Log val;
                try (PrintWriter dump = dump(out, "val", epoch)) {
                    val = new Log(dump);
                    int[] all = shuffled(validation.size(), null);
                    for (int from = 0; from < validation.size(); from += BATCH) {
                        Digits batch = chosen(validation, all, from, Math.min(from + BATCH, all.length));
                        double[][] x1 = hidden.forward(batch.images);
                        relu(x1);
                        val.add(batch.labels, scores.forward(x1), all, from);
                    }
                }
                System.out.println(" - loss: " + four(log.loss.value()) + " - accuracy: " + four(log.accuracy.value())
                        + " - val_loss: " + four(val.loss.value()) + " - val_accuracy: " + four(val.accuracy.value()));
                history.print(epoch + "," + log.loss.value() + "," + log.accuracy.value() + "," + val.loss.value() + ","
                        + val.accuracy.value() + "\n");
            }
        }
    }

    /** Mean loss and accuracy of the samples so far, exact, each sample written down as a row of a dump. */
    static final class Log {
        final Tally loss = Criterion.of("sparse_cce").tally();
        final Tally accuracy = Criterion.of("accuracy").tally();
        private final PrintWriter dump;

        Log(PrintWriter dump) {
            this.dump = dump;
        }

        /** Adds samples by their raw scores; their numbers stand in {@code ids} from {@code first} on. */
        void add(int[] labels, double[][] scores, int[] ids, int first) {
            double[][] p = new double[labels.length][CLASSES];
            for (int i = 0; i < labels.length; i++) {
                Elementary.softmax(scores[i], p[i]);
                StringBuilder row = new StringBuilder().append(ids[first + i]).append(',').append(labels[i]);
                for (double each : p[i]) {
                    row.append(',').append(DecimalWriter.text(each));
                }
                dump.print(row.append('\n'));
            }
            loss.add(Batch.of(labels, p));
            accuracy.add(Batch.of(labels, p));
        }
    }

    /** A dense layer: weights, biases, their gradients, and Adam (Kingma and Ba 2015) with Keras's defaults. */
    static final class Dense {
        private static final double BETA1 = 0.9;
        private static final double BETA2 = 0.999;
        private static final double EPSILON = 1e-7;

        /** A row an input, the last one the biases. */
        private final double[][] weights;

        private final double[][] gradient;
        private final double[][] first;
        private final double[][] second;
        private double decay1 = 1;
        private double decay2 = 1;

        /** Starts with weights uniform within sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010), biases 0. */
        Dense(int inputs, int outputs, SplittableRandom random) {
            weights = new double[inputs + 1][outputs];
            gradient = new double[inputs + 1][outputs];
            first = new double[inputs + 1][outputs];
            second = new double[inputs + 1][outputs];
            double limit = Math.sqrt(6.0 / (inputs + outputs));
            for (int i = 0; i < inputs; i++) {
                for (int j = 0; j < outputs; j++) {
                    weights[i][j] = (2 * random.nextDouble() - 1) * limit;
                }
            }
        }

        int parameters() {
            return weights.length * weights[0].length;
        }

        double[][] forward(double[][] inputs) {
            double[][] outputs = new double[inputs.length][];
            for (int s = 0; s < inputs.length; s++) {
                double[] x = inputs[s];
                double[] out = weights[x.length].clone();
                for (int i = 0; i < x.length; i++) {
                    // Most pixels are 0, and so is half of what leaves a relu.
                    if (x[i] != 0) {
                        double[] row = weights[i];
                        for (int j = 0; j < out.length; j++) {
                            out[j] += x[i] * row[j];
                        }
                    }
                }
                outputs[s] = out;
            }
            return outputs;
        }

        /** Adds the gradient by the weights that a batch's slopes give to what the next step takes. */
        void gather(double[][] inputs, double[][] slopes) {
            for (int s = 0; s < inputs.length; s++) {
                double[] x = inputs[s];
                for (int i = 0; i <= x.length; i++) {
                    double xi = i < x.length ? x[i] : 1;
                    for (int j = 0; xi != 0 && j < slopes[s].length; j++) {
                        gradient[i][j] += xi * slopes[s][j];
                    }
                }
            }
        }

        /** A batch's slopes by the inputs of this layer. */
        double[][] below(double[][] slopes) {
            double[][] below = new double[slopes.length][weights.length - 1];
            for (int s = 0; s < slopes.length; s++) {
                for (int i = 0; i < below[s].length; i++) {
                    for (int j = 0; j < slopes[s].length; j++) {
                        below[s][i] += weights[i][j] * slopes[s][j];
                    }
                }
            }
            return below;
        }

        /** One step of Adam by the gradient gathered since the last one. */
        void step() {
            decay1 *= BETA1;
            decay2 *= BETA2;
            double rate = RATE * Math.sqrt(1 - decay2) / (1 - decay1);
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights[i].length; j++) {
                    double g = gradient[i][j];
                    first[i][j] += (g - first[i][j]) * (1 - BETA1);
                    second[i][j] += (g * g - second[i][j]) * (1 - BETA2);
                    weights[i][j] -= rate * first[i][j] / (Math.sqrt(second[i][j]) + EPSILON);
                    gradient[i][j] = 0;
                }
            }
        }
    }

    static void relu(double[][] batch) {
        for (double[] x : batch) {
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.max(x[i], 0);
            }
        }
    }

    /** Label and 64 pixels from 0 to 16, a row an image, below a line of names. */
    static Digits digits(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        int n = lines.size() - 1;
        double[][] images = new double[n][];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            String[] fields = lines.get(i + 1).split(",");
            labels[i] = Integer.parseInt(fields[0]);
            images[i] = new double[fields.length - 1];
            for (int j = 1; j < fields.length; j++) {
                images[i][j - 1] = Integer.parseInt(fields[j]) / 16.0;
            }
        }
        return new Digits(images, labels);
    }

    /** MNIST as published: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and so on. */
    static Digits idx(Path folder, String part) throws IOException {
        try (DataInputStream pictures = open(folder.resolve(part + "-images-idx3-ubyte"));
                DataInputStream digits = open(folder.resolve(part + "-labels-idx1-ubyte"))) {
            if (pictures.readInt() != 0x803 || digits.readInt() != 0x801) {
                throw new IOException(folder + ": not MNIST's idx files");
            }
            int n = pictures.readInt();
            int pixels = pictures.readInt() * pictures.readInt();
            if (digits.readInt() != n) {
                throw new IOException(folder + ": " + part + " has not as many labels as images");
            }
            double[][] images = new double[n][pixels];
            int[] labels = new int[n];
            for (int i = 0; i < n; i++) {
                byte[] bytes = new byte[pixels];
                pictures.readFully(bytes);
                for (int j = 0; j < pixels; j++) {
                    images[i][j] = (bytes[j] & 0xff) / 255.0;
                }
                labels[i] = digits.readUnsignedByte();
            }
            return new Digits(images, labels);
        }
    }

    static DataInputStream open(Path file) throws IOException {
        boolean plain = Files.exists(file);
        InputStream in = Files.newInputStream(plain ? file : file.resolveSibling(file.getFileName() + ".gz"));
        return new DataInputStream(new BufferedInputStream(plain ? in : new GZIPInputStream(in)));
    }

    static Digits chosen(Digits all, int[] order, int from, int to) {
        double[][] images = new double[to - from][];
        int[] labels = new int[to - from];
        for (int i = from; i < to; i++) {
            images[i - from] = all.images[order[i]];
            labels[i - from] = all.labels[order[i]];
        }
        return new Digits(images, labels);
    }

    /** The numbers from 0 to n - 1 in an order by chance (Fisher and Yates), or in their own without any. */
    static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random == null ? i : random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    static PrintWriter dump(Path folder, String part, int epoch) throws IOException {
        PrintWriter dump = new PrintWriter(
                Files.newBufferedWriter(folder.resolve(part + "_" + (epoch < 10 ? "0" : "") + epoch + ".csv")));
        dump.print("id,y_true,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9\n");
        return dump;
    }

    static void describe(int pixels, Dense hidden, Dense scores) {
        PrintStream out = System.out;
        out.printf("%-18s %10s %12s%n", "layer", "outputs", "parameters");
        out.printf("%-18s %,10d %,12d%n", "Flatten", pixels, 0);
        out.printf("%-18s %,10d %,12d%n", "Dense (relu)", HIDDEN, hidden.parameters());
        out.printf("%-18s %,10d %,12d%n", "Dense (softmax)", CLASSES, scores.parameters());
        out.printf("%-18s %10s %,12d%n%n", "total", "", hidden.parameters() + scores.parameters());
    }

    /** What of the bar of an epoch is new after so many of its steps; one of 30 parts however many steps there are. */
    static void bar(int done, int steps) {
        System.out.print((done == 1 ? steps + " steps [" : "")
                + "=".repeat(30 * done / steps - 30 * (done - 1) / steps)
                + (done == steps ? "]" : ""));
        System.out.flush();
    }

    /** Four decimals. */
    static String four(double value) {
        return String.format(java.util.Locale.ROOT, "%.4f", value);
    }
}
