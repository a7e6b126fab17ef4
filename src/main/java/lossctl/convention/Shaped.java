package lossctl.convention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lossctl.loss.Input;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/** Arrays seen as samples, with the way back. Filled step by step while a call is read. */
final class Shaped {
    private final int rows;
    private final Tensor prediction;
    private final int outputs;
    private final int[] shape;
    private final UnaryOperator<Tensor> gradient;
    private UnaryOperator<Tensor> losses;
    private double[] truth = {};
    private int truthWidth;
    private final List<String> inputs = new ArrayList<>();
    private final List<double[]> vectors = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<UnaryOperator<Tensor>> inputGradients = new ArrayList<>();
    private double[] weights;
    private Double divisor;

    private Shaped(Tensor prediction, int rows, int outputs, int[] shape, UnaryOperator<Tensor> gradient) {
        this.prediction = prediction;
        this.rows = rows;
        this.outputs = outputs;
        this.shape = shape;
        this.gradient = gradient;
    }

    /** Every element is a sample. */
    static Shaped elements(Tensor prediction) {
        return elements(prediction, UnaryOperator.identity());
    }

    /** The same for an array that was repeated before; {@code back} undoes that for a gradient of its shape. */
    static Shaped elements(Tensor prediction, UnaryOperator<Tensor> back) {
        int[] shape = prediction.shape();
        return new Shaped(prediction, prediction.size(), 1, shape, flat -> back.apply(flat.reshaped(shape)));
    }

    /** The values along one axis belong to one sample. */
    static Shaped along(Tensor prediction, int axis) {
        return along(prediction, axis, UnaryOperator.identity());
    }

    /** The same for an array that was repeated before; {@code back} undoes that for a gradient of its shape. */
    static Shaped along(Tensor prediction, int axis, UnaryOperator<Tensor> back) {
        Tensor moved = prediction.withLast(axis);
        int outputs = moved.length(-1);
        int[] shape = prediction.shapeWithout(axis);
        return new Shaped(
                moved,
                Tensor.size(shape),
                outputs,
                shape,
                flat -> back.apply(flat.reshaped(moved.shape()).withLastAt(axis)));
    }

    /** Values that lie sample by sample already. */
    static Shaped rows(double[] values, int rows, int[] shape, UnaryOperator<Tensor> gradient) {
        int outputs = rows == 0 ? 0 : values.length / rows;
        return new Shaped(new Tensor(values, rows, outputs), rows, outputs, shape, gradient);
    }

    /** The whole array is one sample. */
    static Shaped whole(Tensor prediction) {
        int[] shape = prediction.shape();
        return new Shaped(prediction, 1, prediction.size(), new int[0], flat -> flat.reshaped(shape));
    }

    /** The truths, {@code width} a sample, in the order of the samples. */
    Shaped truth(double[] values, int width) {
        if (values.length != rows * width) {
            throw new Refused("the target has " + values.length + " values where " + rows * width + " are wanted");
        }
        truth = values;
        truthWidth = width;
        return this;
    }

    /** A further array, already in the order of the samples; {@code back} puts its gradient into the shape it came in. */
    Shaped input(String name, double[] values, UnaryOperator<Tensor> back) {
        if (rows > 0 && values.length % rows > 0) {
            throw new Refused(name + " has " + values.length + " values for " + rows + " samples");
        }
        inputs.add(name);
        vectors.add(values);
        widths.add(rows == 0 ? 0 : values.length / rows);
        inputGradients.add(back);
        return this;
    }

    Shaped weights(double[] values) {
        weights = values;
        return this;
    }

    /** What a mean divides by, where it is neither the number of samples nor the sum of their weights. */
    Shaped divisor(double value) {
        divisor = value;
        return this;
    }

    int rows() {
        return rows;
    }

    int outputs() {
        return outputs;
    }

    /** The truths in the order of the samples. */
    double[] truth() {
        return truth;
    }

    /** The predictions in the order of the samples. */
    double[] prediction() {
        return prediction.values();
    }

    /** Whether a mean has nothing to divide by: no sample that counts, or, by weight, none that weighs anything. */
    boolean isEmpty(boolean byWeight) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double weight = weights == null ? 1 : weights[i];
            sum += Double.isNaN(weight) ? 0 : byWeight ? weight : 1;
        }
        return sum == 0;
    }

    /** Which predictions have a derivative: every element, or of a sample that counts, the one of its class. */
    boolean[] slopes() {
        boolean[] slopes = new boolean[prediction.size()];
        for (int i = 0; i < rows; i++) {
            int entry = outputs == 1 ? 0 : (int) truth[i];
            slopes[i * outputs + entry] = weights == null || !Double.isNaN(weights[i]);
        }
        return slopes;
    }

    /** What a mean divides by; null where it is the number of samples or the sum of their weights. */
    Double divisor() {
        return divisor;
    }

    /** The shape of the unreduced losses. */
    int[] shape() {
        return shape;
    }

    /** How unreduced losses are shaped, where weights are not just one a sample. */
    Shaped losses(UnaryOperator<Tensor> way) {
        losses = way;
        return this;
    }

    /** The samples with their loss, reduced, and the way back. */
    Plan plan(Selection selection, Plan.Reduce reduction) {
        List<String> taken = selection.loss().inputs().stream().map(Input::name).toList();
        // derivatives come in the order in which the loss takes its inputs, whatever that of a request is
        List<Integer> order = IntStream.range(0, inputs.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> place(taken, inputs.get(i))))
                .toList();
        return new Plan(
                List.of(part(selection, order)),
                reduction,
                null,
                1,
                losses == null ? this::weighed : losses,
                gradient,
                order.stream().map(inputGradients::get).toList(),
                true);
    }

    private static int place(List<String> taken, String name) {
        int place = taken.indexOf(name);
        return place < 0 ? taken.size() : place;
    }

    /** Each loss times its weight; 0 for a sample that does not count. */
    private Tensor weighed(Tensor list) {
        double[] weighed = list.values().clone();
        for (int i = 0; weights != null && i < weighed.length; i++) {
            weighed[i] = Double.isNaN(weights[i]) ? 0 : weighed[i] * weights[i];
        }
        return new Tensor(weighed, shape);
    }

    private Part part(Selection selection, List<Integer> order) {
        return new Part(
                selection,
                rows,
                truth,
                truthWidth,
                prediction.values(),
                outputs,
                order.stream().map(inputs::get).toList(),
                order.stream().map(vectors::get).toList(),
                order.stream().mapToInt(widths::get).toArray(),
                weights);
    }
}
