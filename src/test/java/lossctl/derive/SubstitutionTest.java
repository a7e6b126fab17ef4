package lossctl.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lossctl.Claim;
import lossctl.catalog.Catalog;
import lossctl.catalog.Chosen;
import lossctl.derive.formula.Formula;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
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
                            Formula.Filled filled = slope(selection, sample);
                            double slope = filled == null ? 0 : derivative(selection.loss(), sample);
                            Claim.that(
                                    filled == null
                                            || new Substitution(selection, false).isNear(filled.value(), slope)
                                            || isLost(selection, sample),
                                    () -> spec.name() + ": " + spec.slope() + "\n" + filled + "\nbut the derivative is "
                                            + slope);
                        }
                    }
                }));
    }

    /** The text of the slope with a sample put in, behind the definitions of the formula; null where it cannot be read. */
    private static Formula.Filled slope(Selection selection, Sample sample) {
        if (!(selection.loss() instanceof PointwiseLoss) || sample.prediction().length > 1) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (String part : selection.spec().formula().split(";")) {
            text.append(part.matches("\\s*(from logits )?\\w+ = .*") ? part + ";" : "");
        }
        return new Substitution(selection, text.append(selection.spec().slope()).toString(), false).fill(sample);
    }

    private static double derivative(Loss loss, Sample sample) {
        return ((PointwiseLoss) loss).slope(sign(loss, sample.truth()[0]), sample.prediction()[0]);
    }

    @Test
    void aThirdOfTheSlopesOfLossesOfOnePredictionCanBeRead() {
        List<String> prose = new ArrayList<>();
        int all = 0;
        for (Spec spec : Catalog.all()) {
            Selection selection = Selection.of(spec);
            if (selection.loss() instanceof PointwiseLoss && !spec.isMetric()) {
                all++;
                if (slope(selection, samples(selection, spec.examples().get(0)).get(0)) == null) {
                    prose.add(spec.name() + ": " + spec.slope());
                }
            }
        }
        int count = all;
        Claim.that(
                prose.size() * 3 <= 2 * count,
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
        Claim.that(prose.size() * 2 <= all, prose.size() + " of " + all + ":\n" + String.join("\n", prose));
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
        return loss.truth().kind() == lossctl.loss.Domain.Kind.SIGN && truth == 0 ? -1 : truth;
    }
}
