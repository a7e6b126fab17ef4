package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;
import lossctl.loss.Input;
import lossctl.loss.Selection;

/** The way from the samples to the number, step by step, for the first samples of a dataset. */
final class Worksheet {
    private final Selection selection;
    private final Reduction reduction;
    private final Substitution substitution;
    private final Result result;
    private final List<Sample> samples;

    private Worksheet(Evaluation evaluation, Result result, List<Sample> samples) {
        this.selection = evaluation.losses().get(0);
        this.reduction = evaluation.reduction();
        this.substitution = new Substitution(selection, evaluation.float32());
        this.result = result;
        this.samples = samples;
    }

    /** Evaluates a dataset and keeps its first {@code limit} samples; {@code evaluation} works in one thread. */
    static Worksheet of(Evaluation evaluation, Dataset data, Omissions omissions, int limit) {
        Observed observed = new Observed(data, limit);
        if (!Family.of(evaluation.losses().get(0).loss()).isPerSample()) {
            Result result = new Evaluator(evaluation, omissions).evaluate(observed);
            return new Worksheet(evaluation, result, rounded(observed.samples(), evaluation.float32()));
        }
        Losses losses = new Losses(limit);
        Result result = new PerSample(evaluation, Detail.LOSS, omissions).evaluate(observed, losses);
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : rounded(observed.samples(), evaluation.float32())) {
            double loss = losses.values.get(samples.size());
            samples.add(new Sample(sample.truth(), sample.prediction(), sample.inputs(), sample.weight(), loss));
        }
        return new Worksheet(evaluation, result, samples);
    }

    /** Remembers the first losses. */
    private static final class Losses implements SampleSink {
        private final int limit;
        private final List<Double> values = new ArrayList<>();

        Losses(int limit) {
            this.limit = limit;
        }

        @Override
        public void start(Layout layout, boolean hasLoss) {
            // Only the losses count here.
        }

        @Override
        public void accept(SampleRows rows) {
            for (int i = 0; i < rows.rows() && values.size() < limit; i++) {
                values.add(rows.loss()[i]);
            }
        }
    }

    private static List<Sample> rounded(List<Sample> samples, boolean float32) {
        for (Sample sample : samples) {
            for (int i = 0; float32 && i < sample.truth().length; i++) {
                sample.truth()[i] = (float) sample.truth()[i];
            }
            for (int i = 0; float32 && i < sample.prediction().length; i++) {
                sample.prediction()[i] = (float) sample.prediction()[i];
            }
        }
        return samples;
    }

    Result result() {
        return result;
    }

    private double value() {
        return result.scores().get(0).value();
    }

    /** A line a sample, and the reduction. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Sample sample : samples) {
            String steps = steps(sample);
            lines.add("sample " + number++ + ": " + describe(sample) + (steps.isEmpty() ? "" : ": " + steps));
        }
        if (result.n() > samples.size()) {
            lines.add("... " + (result.n() - samples.size()) + " more");
        }
        String reduced = reduced();
        if (!reduced.isEmpty()) {
            lines.add(reduced);
        }
        return lines;
    }

    private String steps(Sample sample) {
        if (Double.isNaN(sample.loss())) {
            return "";
        }
        String steps = substitution.of(sample);
        return steps.isEmpty() ? "loss " + substitution.show(sample.loss()) : steps;
    }

    private String describe(Sample sample) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Object> part : parts(sample).entrySet()) {
            text.append(text.length() == 0 ? "" : ", ").append(part.getKey()).append(' ');
            text.append(part.getValue() instanceof List<?> list ? list(list) : number(part.getValue()));
        }
        return text.toString();
    }

    private String number(Object value) {
        return substitution.show((Double) value);
    }

    private String list(List<?> numbers) {
        StringBuilder text = new StringBuilder("[");
        for (Object number : numbers) {
            text.append(text.length() == 1 ? "" : ", ").append(number(number));
        }
        return text.append(']').toString();
    }

    /** Truth, prediction, further inputs and weight by name: a number each, or a list of numbers. */
    private Map<String, Object> parts(Sample sample) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (sample.truth().length > 0) {
            parts.put("truth", part(sample.truth()));
        }
        parts.put("prediction", part(sample.prediction()));
        int i = 0;
        for (Input input : selection.loss().inputs()) {
            parts.put(input.name(), part(sample.inputs()[i++]));
        }
        if (sample.weight() != 1) {
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
        boolean whole = !Family.of(selection.loss()).isPerSample();
        String name = whole ? selection.spec().name() : reduction.word();
        String value = substitution.show(value());
        if (result.n() != samples.size()) {
            return name + " over all " + result.n() + " samples = " + value;
        }
        String steps = whole ? substitution.of(samples, value()) : "";
        if (!steps.isEmpty()) {
            return name + ": " + steps;
        }
        String sum = whole ? "" : new Reduced(samples, reduction, substitution).text(value());
        return name + " = " + (sum.isEmpty() ? "" : sum + " = ") + value;
    }

    /** The same for JSON. */
    Map<String, Object> tree() {
        List<Object> list = new ArrayList<>();
        for (Sample sample : samples) {
            Map<String, Object> each = new LinkedHashMap<>(parts(sample));
            if (!Double.isNaN(sample.loss())) {
                each.put("loss", sample.loss());
                each.put("steps", steps(sample));
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
