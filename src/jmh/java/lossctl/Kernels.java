package lossctl;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import lossctl.catalog.Catalog;
import lossctl.data.Columns;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.loss.Selection;
import lossctl.num.DecimalColumn;
import lossctl.num.DecimalReader;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;
import lossctl.read.ReadOptions;
import lossctl.read.Sources;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The inner loops, each over 10,000 numbers or rows in memory, in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Kernels {
    private static final int COUNT = 10_000;
    private static final int CLASSES = 10;

    private final double[] numbers = new double[COUNT];
    private final double[] scores = new double[CLASSES];
    private final int[] ends = new int[COUNT];
    private final int[] marks = new int[COUNT + 1];
    private final double[] read = new double[COUNT];
    private final DecimalColumn column = new DecimalColumn(0);
    private final byte[] text;
    private final byte[] csv;
    private final ExactSum sum = new ExactSum();

    /** Numbers with all their digits. */
    public Kernels() {
        marks[0] = -1;
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder all = new StringBuilder();
        StringBuilder rows = new StringBuilder("y_true,y_pred\n");
        for (int i = 0; i < COUNT; i++) {
            numbers[i] = (random.nextDouble() - 0.5) * 20;
            all.append(numbers[i]);
            ends[i] = all.length();
            marks[i + 1] = all.length();
            all.append(',');
            rows.append(numbers[i]).append(',').append(random.nextDouble()).append('\n');
        }
        text = all.toString().getBytes(StandardCharsets.US_ASCII);
        csv = rows.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Texts to doubles. */
    @Benchmark
    public double numberReading() {
        double last = 0;
        for (int i = 0, from = 0; i < COUNT; from = ends[i++] + 1) {
            last += DecimalReader.read(text, from, ends[i]);
        }
        return last;
    }

    /** The same, many at a time. */
    @Benchmark
    public double numberReadingByColumn() {
        column.read(text, marks, 0, 1, COUNT, read, 0, 1);
        return read[COUNT - 1];
    }

    /** A sum without rounding, a number at a time. */
    @Benchmark
    public double exactSum() {
        sum.clear();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.value();
    }

    /** The same, many numbers at a time. */
    @Benchmark
    public double exactSumOfBlocks() {
        sum.clear();
        sum.add(numbers, 0, COUNT);
        return sum.value();
    }

    /** A sum of squares without rounding. */
    @Benchmark
    public double exactSumOfSquares() {
        sum.clear();
        sum.addSquares(numbers, 0, COUNT);
        return sum.value();
    }

    /** A CSV file of two columns, to its mean squared error. */
    @Benchmark
    public double csvScan() {
        ReadOptions options = ReadOptions.of(Columns.defaults());
        return new Evaluator(Evaluation.of(Selection.of(Catalog.find("mse"))))
                .evaluate(Sources.stream("a.csv", new ByteArrayInputStream(csv), options))
                .scores()
                .get(0)
                .value();
    }

    /** Cross-entropies of ten scores each, through the softmax. */
    @Benchmark
    public double softmax() {
        double last = 0;
        for (int i = 0; i + CLASSES <= COUNT; i += CLASSES) {
            System.arraycopy(numbers, i, scores, 0, CLASSES);
            last += Elementary.logSumExpMinus(scores, CLASSES, i / CLASSES % CLASSES);
        }
        return last;
    }
}
