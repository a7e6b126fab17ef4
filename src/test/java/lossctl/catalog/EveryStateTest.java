package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.eval.Estimate;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.Group;
import lossctl.eval.GroupBy;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.Run;
import lossctl.eval.Uncertainty;
import lossctl.eval.Watch;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;
import lossctl.num.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state of every loss's evaluation, taken down and taken up again: a loss that is new on the list is here too. */
@Tag("loss")
@Execution(ExecutionMode.CONCURRENT)
class EveryStateTest {
    private static final int SAMPLES = 60;
    private static final int SPLITS = 6;

    private final StringBuilder shown = new StringBuilder();

    static List<String> names() {
        return Chosen.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anySplitMergesToTheSameBitsAsOneRunWithGroupsAndIntervals(String name) {
        Selection loss = Selection.of(Catalog.find(name));
        Chance chance = new Chance(name.hashCode());
        ManySamples samples = new ManySamples(loss.loss(), chance, SAMPLES);
        Evaluator evaluator = evaluator(loss, 0);
        String whole = told(run(evaluator, samples, numbers(SAMPLES)));
        for (int split = 0; split < SPLITS; split++) {
            List<Run> parts = new ArrayList<>();
            // Samples of losses that need all of them stay in their order, as those of dumps do.
            boolean ordered = loss.loss() instanceof GroupLoss;
            for (List<Integer> part : parts(numbers(SAMPLES), 1 + chance.below(SAMPLES), ordered, chance)) {
                parts.add(again(evaluator, run(evaluator, samples, part)));
            }
            while (parts.size() > 1) {
                int first = ordered ? chance.below(parts.size() - 1) : chance.below(parts.size());
                Run one = parts.get(first);
                Run next = parts.remove(ordered ? first + 1 : (first + 1) % parts.size());
                one.join(next);
                if (chance.happens(0.3)) {
                    parts.set(parts.indexOf(one), again(evaluator, one));
                }
            }
            assertEquals(whole, told(parts.get(0)), name);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aStateThatWasTakenUpIsTakenDownTheSame(String name) {
        Selection loss = Selection.of(Catalog.find(name));
        ManySamples samples = new ManySamples(loss.loss(), new Chance(name.length()), SAMPLES);
        boolean ofSamples = !(loss.loss() instanceof SummaryLoss) && !(loss.loss() instanceof GroupLoss);
        Evaluator evaluator = evaluator(loss, ofSamples ? 5 : 0);
        byte[] state = state(run(evaluator, samples, numbers(SAMPLES)));
        assertEquals(Arrays.toString(state), Arrays.toString(state(evaluator.restored(state))), name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aStateThatIsCutIsRefused(String name) {
        Selection loss = Selection.of(Catalog.find(name));
        ManySamples samples = new ManySamples(loss.loss(), new Chance(name.length()), 5);
        Evaluator evaluator = evaluator(loss, 0);
        byte[] state = state(run(evaluator, samples, numbers(5)));
        for (int length = 0; length < state.length; length += 7) {
            byte[] cut = Arrays.copyOf(state, length);
            assertThrows(IllegalArgumentException.class, () -> evaluator.restored(cut), name + " " + length);
        }
    }

    private static Evaluator evaluator(Selection loss, int worst) {
        Uncertainty interval = new Uncertainty(0.95, Uncertainty.Method.T, 0, 0, null);
        Evaluation evaluation = new Evaluation(List.of(loss), Reduction.MEAN, false, false, 1, false, interval);
        return new Evaluator(evaluation, Omissions.NONE, new Watch(GroupBy.texts(List.of("g")), worst, worst > 0));
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** Some of them may be empty. */
    private static List<List<Integer>> parts(List<Integer> all, int count, boolean ordered, Chance chance) {
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        int[] cuts = new int[all.size()];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = chance.below(count);
        }
        if (ordered) {
            Arrays.sort(cuts);
        }
        for (int i : all) {
            parts.get(cuts[i]).add(i);
        }
        return parts;
    }

    private static Run run(Evaluator evaluator, ManySamples samples, List<Integer> which) {
        try (BlockSource source = samples.of(which).open()) {
            return evaluator.run(source);
        }
    }

    private static byte[] state(Run run) {
        StateWriter out = new StateWriter();
        run.save(out);
        return out.toBytes();
    }

    private static Run again(Evaluator evaluator, Run run) {
        return evaluator.restored(state(run));
    }

    /** All that can be told of a state, to the last bit; where there is no value, why. */
    private String told(Run run) {
        shown.setLength(0);
        try {
            Result result = run.result("", List.of());
            tell(result.scores().get(0).value());
            shown.append(result.n()).append(' ').append(result.scores().get(0).n());
            tell(result.scores().get(0).estimate());
        } catch (Refusal refusal) {
            shown.append(refusal.getMessage());
        }
        for (Group group : run.groups().groups()) {
            shown.append('\n').append(group.keys()[0]).append(' ').append(group.n());
            tell(group.values()[0]);
            tell(group.estimate(0));
            shown.append(Arrays.toString(group.reasons()));
        }
        return shown.toString();
    }

    private void tell(Estimate estimate) {
        if (estimate != null) {
            tell(estimate.standardError());
            tell(estimate.bounds().low());
            tell(estimate.bounds().high());
            shown.append(estimate.units());
        }
    }

    private void tell(double x) {
        shown.append(' ').append(Long.toHexString(Double.doubleToLongBits(x))).append(' ');
    }
}
