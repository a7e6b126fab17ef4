package lossctl.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Block;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.derive.Family;
import lossctl.derive.Sample;
import lossctl.derive.Substitution;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.PerSample;
import lossctl.eval.Reading;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;
import lossctl.loss.Input;
import lossctl.loss.Manner;
import lossctl.loss.Samples;
import lossctl.loss.Selection;

/** The way from the samples to the number, step by step, for the first samples of a dataset. */
final class Worksheet {
    private static final int LINE = Text.WIDTH - 2;
    /** Rows of up to so many numbers are shown whole, of longer ones the first. */
    private static final int ALL = 20;

    private static final int SOME = 6;
    private static final String SEPARATOR = ";  ";
    private static final String NO_WORDS = "no steps: of these samples there is nothing to count";
    private static final String NO_HABITS =
            "no steps: the formula alone does not come to this number; what is done otherwise stands above";
    private static final String NO_DIGITS =
            "no steps: the formula in plain doubles does not come to this number, which is computed with more digits";

    private final Selection selection;
    private final Reduction reduction;
    private final Substitution substitution;
    private final Result result;
    private final Block given;
    private final Samples read;
    private final double[] losses;
    private final List<Sample> samples = new ArrayList<>();
    private final boolean isWeighted;

    private Worksheet(Evaluation evaluation, Result result, Block given, double[] losses) {
        this.selection = evaluation.losses().get(0);
        this.reduction = evaluation.reduction();
        this.substitution = new Substitution(selection, evaluation.float32());
        this.result = result;
        this.given = given;
        this.losses = losses;
        this.read = given == null ? null : Reading.of(evaluation, given);
        for (int i = 0; read != null && i < read.count(); i++) {
            double[][] inputs = new double[read.vectors().length - 1][];
            for (int v = 0; v < inputs.length; v++) {
                inputs[v] = read.vector(v + 1, i);
            }
            samples.add(new Sample(read.truth(i), read.vector(0, i), inputs, read.weight(i), loss(i)));
        }
        isWeighted = samples.stream().anyMatch(sample -> sample.weight() != 1 && !Double.isNaN(sample.weight()));
    }

    private double loss(int i) {
        return losses == null ? Double.NaN : losses[i];
    }

    /** Evaluates a dataset and keeps its first {@code limit} samples; {@code evaluation} works in one thread. */
    static Worksheet of(Evaluation evaluation, Dataset data, Omissions omissions, int limit) {
        Observed observed = new Observed(data, limit);
        if (!Family.of(evaluation.losses().get(0).loss()).isPerSample()) {
            Result result = new Evaluator(evaluation, omissions).evaluate(observed);
            return new Worksheet(evaluation, result, observed.samples(), null);
        }
        Losses losses = new Losses(limit);
        Result result = new PerSample(evaluation, Detail.LOSS, omissions).evaluate(observed, losses);
        double[] values =
                losses.values.stream().mapToDouble(Double::doubleValue).toArray();
        return new Worksheet(evaluation, result, observed.samples(), values);
    }

    /** Remembers the first losses. */
    private static final class Losses implements SampleSink {
        private final int limit;
        private final List<Double> values = new ArrayList<>();

        Losses(int limit) {
            this.limit = limit;
        }

        @Override
        public void start(Layout layout, int losses) {
            // Only the losses count here.
        }

        @Override
        public void accept(SampleRows rows) {
            for (int i = 0; i < rows.rows() && values.size() < limit; i++) {
                values.add(rows.loss()[i]);
            }
        }
    }

    Result result() {
        return result;
    }

    private double value() {
        return result.scores().get(0).value();
    }

    /** The steps of each sample, and the reduction; why there are none, where there are none. */
    List<String> lines() {
        List<String> heads = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        boolean none = !samples.isEmpty();
        boolean fit = true;
        for (int i = 0; i < samples.size(); i++) {
            String way = steps(i);
            none &= way.isEmpty();
            boolean isTold = way.isEmpty() && !Double.isNaN(samples.get(i).loss()) && !isIgnored(i);
            steps.add(isTold ? named(i) : way);
            heads.add("sample " + (i + 1) + ": " + describe(i) + (steps.get(i).isEmpty() ? "" : ": "));
            fit &= way.isEmpty() || heads.get(i).length() + way.length() <= LINE;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            add(lines, heads.get(i), steps.get(i), fit);
        }
        if (result.n() > samples.size()) {
            lines.add("... " + (result.n() - samples.size()) + " more (--samples N shows N)");
        }
        String reduced = reduced();
        int end = isPerSample() ? 0 : reduced.indexOf(": ") + 1;
        if (end > 0) {
            add(lines, reduced.substring(0, end + 1), reduced.substring(end + 1), reduced.length() <= LINE);
        } else if (!reduced.isEmpty()) {
            lines.add(reduced);
        }
        if (none && (isPerSample() || result.n() == samples.size() && end == 0)) {
            lines.add(
                    !selection.manner().equals(Manner.MATH)
                            ? NO_HABITS
                            : substitution.isReadable() ? NO_DIGITS : NO_WORDS);
        }
        return lines;
    }

    /** Steps behind what they are of; each on a line of its own where not all fit behind it. */
    private static void add(List<String> lines, String head, String steps, boolean fit) {
        if (fit || steps.isEmpty()) {
            lines.add(head + steps);
            return;
        }
        lines.add(head.strip());
        for (String step : steps.split(SEPARATOR)) {
            lines.add("  " + step);
        }
    }

    private boolean isPerSample() {
        return Family.of(selection.loss()).isPerSample();
    }

    private boolean isIgnored(int i) {
        return Double.isNaN(samples.get(i).weight());
    }

    private String named(int i) {
        return substitution.named(samples.get(i).loss());
    }

    /** From one sample to its loss; empty where that cannot be shown. */
    private String steps(int i) {
        Sample sample = samples.get(i);
        if (Double.isNaN(sample.loss()) || isIgnored(i)) {
            return "";
        }
        String steps = substitution.of(sample);
        return steps.isEmpty() ? substitution.told(read.only(i), sample.loss()) : steps;
    }

    private String describe(int i) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Object> part : parts(i).entrySet()) {
            text.append(text.length() == 0 ? "" : ", ").append(part.getKey()).append(' ');
            text.append(part.getValue() instanceof List<?> list ? list(list) : number(part.getValue()));
        }
        return text.append(isIgnored(i) ? ", ignored" : "").toString();
    }

    private String number(Object value) {
        return substitution.show((Double) value);
    }

    private String list(List<?> numbers) {
        StringBuilder text = new StringBuilder("[");
        boolean isLong = numbers.size() > ALL;
        for (Object number : isLong ? numbers.subList(0, SOME) : numbers) {
            text.append(text.length() == 1 ? "" : ", ").append(number(number));
        }
        return text.append(isLong ? ", ... (" + numbers.size() + ")]" : "]").toString();
    }

    /** Truth, prediction, further inputs and weight by name: a number each, or a list of numbers. */
    private Map<String, Object> parts(int i) {
        Map<String, Object> parts = new LinkedHashMap<>();
        int width = given.layout().truthWidth();
        if (width > 0) {
            parts.put("truth", part(Arrays.copyOfRange(given.truth(), i * width, (i + 1) * width)));
        }
        Sample sample = samples.get(i);
        parts.put("prediction", part(sample.prediction()));
        int v = 0;
        for (Input input : selection.loss().inputs()) {
            parts.put(input.name(), part(sample.inputs()[v++]));
        }
        if (isWeighted && !isIgnored(i)) {
            parts.put("weight", sample.weight());
        }
        return parts;
    }

    private static Object part(double[] values) {
        if (values.length == 1) {
            return values[0];
        }
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    /** {@code mean = (1.0 + 9.0) / 2 = 5.0}; the number alone where the samples are too many to show. */
    private String reduced() {
        if (reduction == Reduction.NONE) {
            return "";
        }
        boolean whole = !isPerSample();
        String name = whole ? selection.spec().name() : reduction.word();
        String value = substitution.show(value());
        if (result.n() != samples.size()) {
            return name + " over all " + result.n() + " samples = " + value;
        }
        String steps = whole ? substitution.of(samples, value()) : "";
        if (whole && steps.isEmpty() && read != null) {
            steps = substitution.told(read, value());
        }
        if (!steps.isEmpty()) {
            return name + ": " + steps;
        }
        String sum = whole ? "" : new Reduced(samples, reduction, substitution).text(value());
        return name + " = " + (sum.isEmpty() ? "" : sum + " = ") + value;
    }

    /** The same for JSON. */
    Map<String, Object> tree() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Map<String, Object> each = new LinkedHashMap<>(parts(i));
            if (isIgnored(i)) {
                each.put("ignored", true);
            } else if (!Double.isNaN(samples.get(i).loss())) {
                String steps = steps(i);
                each.put("loss", samples.get(i).loss());
                each.put("steps", steps.isEmpty() ? named(i) : steps);
            }
            list.add(each);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("samples", list);
        tree.put("n", result.n());
        if (reduction != Reduction.NONE) {
            tree.put("reduced", reduced());
            tree.put("value", value());
        }
        tree.put("signature", result.scores().get(0).signature());
        return tree;
    }
}
