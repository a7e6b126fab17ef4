package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.TupleLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/**
 * The cosine embedding loss as PyTorch computes it: 1e-12, a float, is added to the squared norms, and a target other
 * than 1 and -1 costs nothing. Source: ATen/native/Loss.cpp.
 */
record TorchCosineEmbedding(double margin) implements TupleLoss {
    private static final double EPS = 1e-12f;

    @Override
    public double value(double[] truth, double[][] vectors) {
        double cosine = cosine(vectors);
        return truth[0] == 1 ? 1 - cosine : truth[0] == -1 ? Math.max(0, cosine - margin) : 0;
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        double cosine = cosine(vectors);
        double outer = truth[0] == 1 ? -1 : truth[0] == -1 && cosine - margin >= 0 ? 1 : 0;
        double first = dot(vectors[0], vectors[0]) + EPS;
        double second = dot(vectors[1], vectors[1]) + EPS;
        double norm = Math.sqrt(first * second);
        for (int i = 0; i < vectors[0].length; i++) {
            gradients[0][i] = outer * (vectors[1][i] / norm - cosine * vectors[0][i] / first);
            gradients[1][i] = outer * (vectors[0][i] / norm - cosine * vectors[1][i] / second);
        }
    }

    private static double cosine(double[][] vectors) {
        double first = dot(vectors[0], vectors[0]) + EPS;
        double second = dot(vectors[1], vectors[1]) + EPS;
        return dot(vectors[0], vectors[1]) / Math.sqrt(first * second);
    }

    static double dot(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            sum.addProduct(a[i], b[i]);
        }
        return sum.value();
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(
                "input2", Domain.row(Interval.REAL), Input.Width.AS_PREDICTION, "the vector to compare with"));
    }
}
