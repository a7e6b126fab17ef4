package lossctl.convention;

import java.util.List;
import java.util.TreeSet;
import lossctl.num.Tensor;

/** Class labels in ascending order, which gives each its index. */
record SklearnLabels(double[] labels) {
    /** Scores that count how often each class was told. */
    static final List<String> COUNTED = List.of("balanced_accuracy", "mcc");

    /** The labels that occur. */
    static SklearnLabels of(Tensor... tensors) {
        TreeSet<Double> sorted = new TreeSet<>();
        for (Tensor tensor : tensors) {
            for (double label : tensor.values()) {
                sorted.add(label);
            }
        }
        double[] labels = new double[sorted.size()];
        int at = 0;
        for (double label : sorted) {
            labels[at++] = label;
        }
        return new SklearnLabels(labels);
    }

    int count() {
        return labels.length;
    }

    double greatest() {
        return labels[labels.length - 1];
    }

    /** Labels as indices. */
    Tensor indices(Tensor tensor) {
        double[] indices = new double[tensor.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = java.util.Arrays.binarySearch(labels, tensor.values()[i]);
            if (indices[i] < 0) {
                throw new Refused("y_true contains " + tensor.values()[i] + ", which is none of the labels");
            }
        }
        return new Tensor(indices, tensor.shape());
    }

    /** Labels as rows, 1 at the label's index and 0 elsewhere. */
    double[] oneHot(Tensor tensor) {
        double[] indices = indices(tensor).values();
        double[] rows = new double[indices.length * labels.length];
        for (int i = 0; i < indices.length; i++) {
            rows[i * labels.length + (int) indices[i]] = 1;
        }
        return rows;
    }
}
