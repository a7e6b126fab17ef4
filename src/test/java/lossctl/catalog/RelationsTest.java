package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import lossctl.data.Refusal;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.Reduction;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds between data sets, whatever the loss: a loss that is new on the list is here too. */
@Tag("loss")
@Execution(ExecutionMode.CONCURRENT)
class RelationsTest {
    private static final int SAMPLES = 40;
    private static final int DATASETS = 5;

    /** Losses of samples in time, or of each sample beside all others, to which no sample is without effect. */
    private static final Set<String> TOLD_APART = Set.of("mase", "rmsse", "theil_u2", "circle", "ntxent");

    static List<String> notToldApart() {
        TreeSet<String> names = new TreeSet<>(Chosen.names());
        names.removeAll(TOLD_APART);
        return List.copyOf(names);
    }

    @ParameterizedTest
    @MethodSource("notToldApart")
    void aSampleThatWeighsNothingIsNoSample(String name) {
        for (int seed = 0; seed < DATASETS; seed++) {
            ManySamples samples = samples(name, seed);
            List<Integer> heavy = new ArrayList<>();
            for (int i = 0; i < SAMPLES; i++) {
                if (samples.weight(i) > 0) {
                    heavy.add(i);
                }
            }
            assertEquals(value(name, samples, heavy), value(name, samples, numbers()), name + " " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("notToldApart")
    void theOrderOfSamplesDoesNotMatter(String name) {
        for (int seed = 0; seed < DATASETS; seed++) {
            ManySamples samples = samples(name, seed);
            List<Integer> mixed = numbers();
            Collections.shuffle(mixed, new Random(seed));
            assertEquals(value(name, samples, numbers()), value(name, samples, mixed), name + " " + seed);
        }
    }

    /** All samples twice are the same mean, but for rounding where all are needed at once, and for roots of sums. */
    @ParameterizedTest
    @MethodSource("notToldApart")
    void allSamplesTwiceHaveTheSameMean(String name) {
        Set<String> sums = Set.of("minkowski", "cox");
        Selection loss = Selection.of(Catalog.find(name));
        for (int seed = 0; seed < DATASETS && !sums.contains(name); seed++) {
            ManySamples samples = samples(name, seed);
            List<Integer> twice = numbers();
            twice.addAll(numbers());
            double expected = value(name, samples, numbers());
            double doubled = value(name, samples, twice);
            boolean near =
                    loss.loss() instanceof GroupLoss && Math.abs(doubled - expected) <= 1e-13 * Math.abs(expected);
            assertEquals(expected, near ? expected : doubled, name + " " + seed);
        }
    }

    /** With predictions that are no numbers a loss is refused or has a value, but nothing breaks. */
    @ParameterizedTest
    @MethodSource("lossctl.catalog.Chosen#names")
    void whatIsNoNumberBreaksNoLoss(String name) {
        double[][] strange = {
            {Double.NaN}, {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}, {Double.NEGATIVE_INFINITY}
        };
        for (double[] some : strange) {
            ManySamples samples = samples(name, 0);
            for (int i = 0; i < some.length; i++) {
                samples.predict(i, some[i]);
            }
            value(name, samples, numbers());
        }
    }

    private static ManySamples samples(String name, int seed) {
        return new ManySamples(Selection.of(Catalog.find(name)).loss(), new Chance(name.hashCode() + seed), SAMPLES);
    }

    private static List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** NaN where there is none. */
    private static double value(String name, ManySamples samples, List<Integer> which) {
        Selection loss = Selection.of(Catalog.find(name));
        Evaluator evaluator = new Evaluator(new Evaluation(List.of(loss), Reduction.MEAN, false, false, 1));
        try {
            return evaluator.evaluate(samples.of(which)).scores().get(0).value();
        } catch (Refusal refusal) {
            return Double.NaN;
        }
    }
}
