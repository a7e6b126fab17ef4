package lossctl.derive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lossctl.derive.formula.Formula;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Param;
import lossctl.loss.Samples;
import lossctl.loss.Selection;
import lossctl.loss.Steps;
import lossctl.num.DecimalWriter;

/**
 * The formula of a loss with the numbers of a sample put in: {@code (2.0 - 1.0)^2 = 1.0}. It follows from the text of
 * the formula; where that is for people only, or would come to another number than the loss itself, nothing is shown.
 */
public final class Substitution {
    private static final double TOLERANCE = 1e-9;
    private static final double FLOAT_TOLERANCE = 1e-5;
    private static final int SHOWN = 6;

    private final Selection selection;
    private final String text;
    private final boolean float32;
    private final Map<String, double[]> parameters = new HashMap<>();
    private Formula formula;
    private int width = -1;

    /** The substitutions of a loss; under {@code float32} numbers are shown as floats. */
    public Substitution(Selection selection, boolean float32) {
        this(selection, selection.spec().formula(), float32);
    }

    /** The substitutions into another formula of a loss than that of its value. */
    Substitution(Selection selection, String text, boolean float32) {
        this.selection = selection;
        this.text = text;
        this.float32 = float32;
        for (Param param : selection.spec().params()) {
            double[] value = number(selection.params().get(param.name()));
            if (value != null) {
                parameters.put(param.name(), value);
            }
        }
    }

    private static double[] number(Object value) {
        if (value instanceof double[] numbers) {
            return numbers;
        }
        if (value instanceof Boolean flag) {
            return new double[] {flag ? 1 : 0};
        }
        return value instanceof Number number ? new double[] {number.doubleValue()} : null;
    }

    /** The steps from a sample to its loss, {@code e = 2.0 - 1.0 = 1.0;  1.0^2 = 1.0}; empty where there are none. */
    public String of(Sample sample) {
        return text(fill(sample), sample.loss());
    }

    /** The formula with a sample put in, whatever it comes to; null where it cannot be read. */
    Formula.Filled fill(Sample sample) {
        Map<String, double[]> values = values(sample);
        boolean mean = Family.of(selection.loss()) == Family.POINTWISE && sample.prediction().length > 1;
        return fill(values, sample.prediction().length, mean);
    }

    /** What the formula comes to for each of so many numbers of a sample; null where it cannot be read. */
    double[] entries(Sample sample, int count) {
        Formula entry = Formula.read(text, parameters, sample.prediction().length);
        return entry == null ? null : entry.entries(values(sample), count);
    }

    private Map<String, double[]> values(Sample sample) {
        Map<String, double[]> values = values(sample.truth(), sample.prediction(), 1);
        List<Input> inputs = selection.loss().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(inputs.get(i).name(), sample.inputs()[i]);
        }
        return values;
    }

    /**
     * The steps from all samples to the loss of them together, for losses that are no means; of several outputs those over
     * all of them, or output by output. Empty as above.
     */
    public String of(List<Sample> samples, double loss) {
        int outputs = samples.isEmpty() ? 0 : samples.get(0).prediction().length;
        for (Sample sample : samples) {
            if (sample.prediction().length != outputs || sample.truth().length != outputs) {
                return "";
            }
        }
        String whole = text(fill(samples, 0, outputs), loss);
        return whole.isEmpty() && outputs > 1 ? eachOutput(samples, outputs, loss) : whole;
    }

    private Formula.Filled fill(List<Sample> samples, int from, int to) {
        int count = samples.size() * (to - from);
        double[] truth = new double[count];
        double[] prediction = new double[count];
        double[] weights = new double[count];
        int at = 0;
        for (Sample sample : samples) {
            for (int output = from; output < to; output++) {
                truth[at] = sample.truth()[output];
                prediction[at] = sample.prediction()[output];
                weights[at++] = sample.weight();
            }
        }
        Map<String, double[]> values = values(truth, prediction, count);
        if (Arrays.stream(weights).anyMatch(weight -> weight != 1)) {
            values.put(Formula.WEIGHTS, weights);
        }
        return fill(values, count, false);
    }

    /** {@code output 1: ... = 0.5;  output 2: ... = 1.5;  (0.5 + 1.5) / 2 = 1.0}. */
    private String eachOutput(List<Sample> samples, int outputs, double loss) {
        StringBuilder text = new StringBuilder();
        double[] values = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            Formula.Filled filled = fill(samples, output, output + 1);
            if (filled == null) {
                return "";
            }
            values[output] = filled.value();
            text.append("output ").append(output + 1).append(": ");
            text.append(filled.text(show(filled.value()))).append(";  ");
        }
        String mean =
                text(fill(new Steps().with("outputs", values).giving("mean of outputs[i]"), new HashMap<>()), loss);
        return mean.isEmpty() ? "" : text + mean;
    }

    /** The amounts that the loss tells of its samples, and how the number is made of them; empty where it tells none. */
    public String told(Samples samples, double loss) {
        Steps steps = selection.loss().steps(samples);
        if (steps.amounts().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        steps.amounts()
                .forEach((name, values) -> text.append(name)
                        .append(" = ")
                        .append(values.length == 1 ? show(values[0]) : list(values))
                        .append(";  "));
        String end = text(fill(steps, samples), loss);
        return text.append(end.isEmpty() ? named(loss) : end).toString();
    }

    /** Whether numbers can be put into the formula that was filled last. */
    public boolean isReadable() {
        return formula != null;
    }

    /** A number without steps: {@code loss 0.5}; of a metric {@code value 0.5}. */
    public String named(double loss) {
        return (selection.spec().isMetric() ? "value " : "loss ") + show(loss);
    }

    /** What the amounts and the samples' own numbers come to; null where their formula cannot be read. */
    Formula.Filled fill(Steps steps, Samples samples) {
        Map<String, double[]> values = values(samples.truth(), samples.prediction(), samples.count());
        int vector = 1;
        for (Input input : selection.loss().inputs()) {
            values.put(input.name(), samples.vectors()[vector++]);
        }
        return fill(steps, values);
    }

    private Formula.Filled fill(Steps steps, Map<String, double[]> values) {
        values.putAll(steps.amounts());
        if (steps.weights() != null) {
            values.put(Formula.WEIGHTS, steps.weights());
        }
        Formula made = Formula.read(steps.result(), parameters, 1);
        return made == null ? null : made.fill(values, false, float32);
    }

    private String list(double[] numbers) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(numbers.length, SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(show(numbers[i]));
        }
        return text.append(numbers.length > SHOWN ? ", ... (" + numbers.length + ")]" : "]")
                .toString();
    }

    private Map<String, double[]> values(double[] truth, double[] prediction, int samples) {
        Map<String, double[]> values = new HashMap<>();
        Loss loss = selection.loss();
        double[] its = loss.truth().kind() == Domain.Kind.SIGN ? signs(truth) : truth;
        for (String name : List.of("truth", "t", "sign")) {
            values.put(name, its);
        }
        for (String name : List.of("prediction", "p", "x", "score")) {
            values.put(name, prediction);
        }
        values.put("k", new double[] {prediction.length});
        values.put("n", new double[] {samples});
        values.putAll(parameters);
        return values;
    }

    private static double[] signs(double[] truth) {
        double[] signs = truth.clone();
        for (int i = 0; i < signs.length; i++) {
            signs[i] = signs[i] == 0 ? -1 : signs[i];
        }
        return signs;
    }

    private Formula.Filled fill(Map<String, double[]> values, int wide, boolean mean) {
        if (wide != width) {
            width = wide;
            formula = Formula.read(text, parameters, wide);
        }
        return formula == null ? null : formula.fill(values, mean, float32);
    }

    private String text(Formula.Filled filled, double loss) {
        if (filled == null || !isNear(filled.value(), loss)) {
            return "";
        }
        return filled.text(show(loss));
    }

    boolean isNear(double a, double b) {
        double tolerance = float32 ? FLOAT_TOLERANCE : TOLERANCE;
        return a == b || Math.abs(a - b) <= tolerance * Math.max(1e-3, Math.abs(b));
    }

    /** A number as the steps show it. */
    public String show(double number) {
        return float32 && (float) number == number ? DecimalWriter.text((float) number) : DecimalWriter.text(number);
    }
}
