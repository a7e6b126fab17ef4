package lossctl.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A worked example: truths and predictions, and what the source says the loss is. Tests compute it, {@code explain}
 * shows it.
 */
public final class Example {
    private final double[][] truth;
    private final double[][] prediction;
    private final Map<String, double[][]> inputs = new LinkedHashMap<>();
    private final Map<String, Object> params = new LinkedHashMap<>();
    private double value;
    private final List<Double> gradient = new ArrayList<>();

    private Example(double[][] truth, double[][] prediction) {
        this.truth = truth;
        this.prediction = prediction;
    }

    /** One sample with one truth and one prediction. */
    public static Example of(double truth, double prediction) {
        return new Example(new double[][] {{truth}}, new double[][] {{prediction}});
    }

    /** One sample: a row of predictions, and a row of truths, one class index, or nothing. */
    public static Example row(double[] truth, double... prediction) {
        return new Example(new double[][] {truth}, new double[][] {prediction});
    }

    /** Several samples, a row each. */
    public static Example rows(double[][] truth, double[][] prediction) {
        return new Example(truth, prediction);
    }

    /** Sets a parameter. */
    public Example with(String param, Object setting) {
        params.put(param, setting);
        return this;
    }

    /** Gives a further input, a row a sample. */
    public Example input(String name, double[]... rows) {
        inputs.put(name, rows);
        return this;
    }

    /** The mean loss over the samples and, where the source tells, its gradient, row by row. */
    public Example gives(double mean, double... slopes) {
        value = mean;
        for (double slope : slopes) {
            gradient.add(slope);
        }
        return this;
    }

    /** Truths, a row a sample. */
    public double[][] truth() {
        return truth;
    }

    /** Predictions, a row a sample. */
    public double[][] prediction() {
        return prediction;
    }

    /** Further inputs by name, a row a sample. */
    public Map<String, double[][]> inputs() {
        return inputs;
    }

    /** Parameters that differ from their defaults. */
    public Map<String, Object> params() {
        return params;
    }

    /** The mean loss. */
    public double value() {
        return value;
    }

    /** The gradient of the mean loss, row by row; empty where the source does not tell. */
    public List<Double> gradient() {
        return gradient;
    }
}
