package lossctl.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lossctl.Claim;
import lossctl.catalog.Catalog;
import lossctl.catalog.Chosen;
import lossctl.catalog.ExampleSamples;
import lossctl.derive.formula.Formula;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.SummaryLoss;
import lossctl.loss.TupleLoss;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the formulas that the descriptions print to the losses that the code computes. */
@Tag("loss")
class SubstitutionTest {
    @TestFactory
    Stream<DynamicTest> everyFormulaThatCanBeReadComesToTheLoss() {
        return Chosen.specs().stream()
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> {
                    for (Example example : spec.examples()) {
                        Selection selection = selection(spec, example);
                        Substitution substitution = new Substitution(selection, false);
                        for (Sample sample : samples(selection, example)) {
                            Formula.Filled filled = substitution.fill(sample);
                            Claim.that(
                                    filled == null
                                            || substitution.isNear(filled.value(), sample.loss())
                                            || isLost(selection, sample),
                                    () -> spec.name() + ": " + spec.formula() + "\n" + filled + "\nbut the loss is "
                                            + sample.loss());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everySlopeThatCanBeReadComesToTheDerivative() {
        return Chosen.specs().stream()
                .filter(spec -> !spec.isMetric())
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> {
                    for (Example example : spec.examples()) {
                        Selection selection = selection(spec, example);
                        for (Sample sample : samples(selection, example)) {
                            if (!isLost(selection, sample)) {
                                holdSlopes(selection, sample);
                            }
                        }
                    }
                }));
    }

    /** Holds what the text of the slope says by the prediction and by each input to the derivatives. */
    private static void holdSlopes(Selection selection, Sample sample) {
        double[][] gradients = gradients(selection.loss(), sample);
        for (int v = 0; v < gradients.length; v++) {
            double[] read = slopes(selection, sample, v);
            for (int i = 0; read != null && i < read.length; i++) {
                double told = read[i] / (selection.loss() instanceof RowLoss ? 1 : parts(selection.loss(), sample));
                double slope = gradients[v][i];
                String which = (v == 0
                                ? ""
                                : " by " + selection.loss().inputs().get(v - 1).name()) + ", entry " + i;
                Claim.that(
                        Double.isNaN(told) || new Substitution(selection, false).isNear(told, slope),
                        () -> selection.spec().name() + ": " + selection.spec().slope() + "\ncomes to " + told + which
                                + "\nbut the derivative is " + slope);
            }
        }
    }

    /** Over how many outputs of a sample its loss is the mean. */
    private static int parts(Loss loss, Sample sample) {
        return loss.isOverRows() ? 1 : sample.prediction().length;
    }

    /** What the slope says by the predictions, or by a further input, each entry; null where it cannot be read. */
    private static double[] slopes(Selection selection, Sample sample, int vector) {
        String by = vector == 0
                ? ""
                : "by " + selection.loss().inputs().get(vector - 1).name() + ":";
        StringBuilder text = new StringBuilder();
        for (String part : selection.spec().formula().split(";")) {
            text.append(part.matches("\\s*(from logits |with \\w+: )?\\w+ = [^:]*") ? part + ";" : "");
        }
        boolean told = false;
        for (String part : selection.spec().slope().split(";")) {
            String clause = part.strip();
            boolean other = clause.startsWith("by ");
            if (vector == 0 ? !other : clause.startsWith(by)) {
                text.append(told ? "; " : "").append(clause.substring(by.length()));
                told = true;
            }
        }
        int count = vector == 0 ? sample.prediction().length : sample.inputs()[vector - 1].length;
        return told ? new Substitution(selection, text.toString(), false).entries(sample, count) : null;
    }

    private static double[][] gradients(Loss loss, Sample sample) {
        double[][] vectors = new double[sample.inputs().length + 1][];
        double[][] gradients = new double[vectors.length][];
        for (int v = 0; v < vectors.length; v++) {
            vectors[v] = v == 0 ? sample.prediction() : sample.inputs()[v - 1];
            gradients[v] = new double[vectors[v].length];
        }
        if (loss instanceof RowLoss row) {
            row.gradient(sample.truth(), vectors[0], gradients[0]);
        } else if (loss instanceof TupleLoss tuple) {
            tuple.gradient(sample.truth(), vectors, gradients);
        } else {
            for (int i = 0; i < vectors[0].length; i++) {
                gradients[0][i] =
                        ((PointwiseLoss) loss).slope(sign(loss, sample.truth()[i]), vectors[0][i]) / vectors[0].length;
            }
        }
        return gradients;
    }

    @TestFactory
    Stream<DynamicTest> amountsOnTheWayComeToTheLoss() {
        return Chosen.specs().stream()
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> {
                    for (Example example : spec.examples()) {
                        Selection selection = selection(spec, example);
                        Samples all = ExampleSamples.of(selection.loss(), example, null);
                        boolean each = Family.of(selection.loss()).isPerSample();
                        for (int i = 0; i < (each ? all.count() : 1); i++) {
                            holdSteps(selection, each ? all.only(i) : all);
                        }
                        if (!each) {
                            holdSteps(selection, ExampleSamples.weighted(selection.loss(), example));
                        }
                    }
                }));
    }

    private static void holdSteps(Selection selection, Samples samples) {
        Steps steps = selection.loss().steps(samples);
        Formula.Filled filled = new Substitution(selection, false).fill(steps, samples);
        double loss = value(selection.loss(), samples);
        boolean finite = true;
        for (double[] amount : steps.amounts().values()) {
            finite &= Arrays.stream(amount).allMatch(Double::isFinite);
        }
        boolean divides = filled != null && Double.isFinite(filled.value());
        boolean degenerate = !finite || filled == null && (loss == 0 || loss == 1);
        Claim.that(
                steps.amounts().isEmpty()
                        || degenerate
                        || divides && new Substitution(selection, false).isNear(filled.value(), loss),
                () -> selection.spec().name() + " tells " + steps.amounts().keySet() + ", " + steps.result()
                        + "\nwhich comes to " + filled + "\nbut the loss is " + loss);
    }

    private static double value(Loss loss, Samples samples) {
        if (loss instanceof GroupLoss group) {
            return group.value(samples);
        }
        if (loss instanceof SummaryLoss summary) {
            return summary.value(summary.sums(samples));
        }
        double[][] vectors = new double[samples.vectors().length][];
        for (int v = 0; v < vectors.length; v++) {
            vectors[v] = samples.vector(v, 0);
        }
        return value(loss, samples.truth(0), vectors);
    }

    @Test
    void nearlyAllSlopesOfLossesOfOneSampleCanBeRead() {
        List<String> prose = new ArrayList<>();
        int all = 0;
        for (Spec spec : Catalog.all()) {
            Selection selection = Selection.of(spec);
            if (Family.of(selection.loss()).isPerSample() && !spec.isMetric()) {
                all++;
                if (slopes(selection, samples(selection, spec.examples().get(0)).get(0), 0) == null) {
                    prose.add(spec.name() + ": " + spec.slope());
                }
            }
        }
        int count = all;
        Claim.that(
                prose.size() * 8 <= count,
                () -> prose.size() + " of " + count + " cannot be read:\n" + String.join("\n", prose));
    }

    /** The plain formula has no digits left where numbers are extreme: that is why the losses compute otherwise. */
    private static boolean isLost(Selection selection, Sample sample) {
        boolean lost = isExtreme(sample.prediction()) || isExtreme(sample.truth());
        for (double[] input : sample.inputs()) {
            lost |= isExtreme(input);
        }
        for (Param param : selection.spec().params()) {
            boolean number = selection.params().get(param.name()) instanceof Number;
            lost |= number && isExtreme(selection.params().number(param.name()));
        }
        return lost;
    }

    private static boolean isExtreme(double... numbers) {
        boolean extreme = false;
        for (double number : numbers) {
            extreme |= Math.abs(number) > 30 || number != 0 && Math.abs(number) < 1e-4;
        }
        return extreme;
    }

    @Test
    void mostFormulasCanBeRead() {
        List<String> prose = new ArrayList<>();
        int all = 0;
        for (Spec spec : Catalog.all()) {
            Selection selection = Selection.of(spec);
            for (Sample sample : samples(selection, spec.examples().get(0))) {
                all++;
                if (new Substitution(selection, false).fill(sample) == null) {
                    prose.add(spec.name() + ": " + spec.formula());
                }
                break;
            }
        }
        Claim.that(prose.size() * 5 <= all, prose.size() + " of " + all + ":\n" + String.join("\n", prose));
    }

    @Test
    void aFormulaThatSaysSomethingElseThanTheLossIsNotShown() {
        Sample wrong = new Sample(new double[] {0}, new double[] {3}, new double[0][], 1, 8);
        assertEquals("", new Substitution(Selection.of(Catalog.find("mse")), false).of(wrong));
        Sample right = new Sample(new double[] {0}, new double[] {3}, new double[0][], 1, 9);
        assertEquals(
                "e = 3.0 - 0.0 = 3.0;  3.0^2 = 9.0",
                new Substitution(Selection.of(Catalog.find("mse")), false).of(right));
    }

    private static Selection selection(Spec spec, Example example) {
        Params params = spec.defaults();
        for (Map.Entry<String, Object> each : example.params().entrySet()) {
            params = params.with(each.getKey(), each.getValue());
        }
        return Selection.of(spec, params);
    }

    /** The samples of an example with their losses; none for a loss of all samples together. */
    private static List<Sample> samples(Selection selection, Example example) {
        List<Sample> samples = new ArrayList<>();
        Loss loss = selection.loss();
        for (int i = 0; i < example.prediction().length; i++) {
            double[] prediction = example.prediction()[i];
            double[] truth = i < example.truth().length ? example.truth()[i] : new double[0];
            double[][] inputs = new double[loss.inputs().size()][];
            double[][] vectors = new double[inputs.length + 1][];
            vectors[0] = prediction;
            for (int j = 0; j < inputs.length; j++) {
                inputs[j] = example.inputs().get(loss.inputs().get(j).name())[i];
                vectors[j + 1] = inputs[j];
            }
            if (Family.of(loss).isPerSample()) {
                samples.add(new Sample(truth, prediction, inputs, 1, value(loss, truth, vectors)));
            }
        }
        return samples;
    }

    private static double value(Loss loss, double[] truth, double[][] vectors) {
        if (loss instanceof RowLoss row) {
            return row.value(truth, vectors[0]);
        }
        if (loss instanceof TupleLoss tuple) {
            return tuple.value(truth, vectors);
        }
        double sum = 0;
        for (int i = 0; i < vectors[0].length; i++) {
            sum += ((PointwiseLoss) loss).value(sign(loss, truth[i]), vectors[0][i]);
        }
        return sum / vectors[0].length;
    }

    private static double sign(Loss loss, double truth) {
        return loss.truth().kind() == Domain.Kind.SIGN && truth == 0 ? -1 : truth;
    }
}
