package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.TupleLoss;
import lossctl.num.Interval;

/**
 * Margin losses as PyTorch computes them: for targets of any value, and with the whole slope where the margin is just met.
 * Source: ATen/native/Loss.cpp.
 */
final class TorchMargins {
    private TorchMargins() {}

    /** A target that is neither 1 nor -1 gets both branches. */
    record HingeEmbedding(double margin) implements PointwiseLoss {
        @Override
        public double value(double t, double x) {
            return (t != 1 ? Math.max(0, margin - x) : 0) + (t != -1 ? x : 0);
        }

        @Override
        public double slope(double t, double x) {
            return (t != 1 && margin - x >= 0 ? -1 : 0) + (t != -1 ? 1 : 0);
        }

        @Override
        public double curvature(double t, double x) {
            return 0;
        }
    }

    /** The truth multiplies the difference, whatever it is. */
    record Ranking(double margin) implements TupleLoss {
        private double lack(double[] truth, double[][] vectors) {
            return -truth[0] * (vectors[0][0] - vectors[1][0]) + margin;
        }

        @Override
        public double value(double[] truth, double[][] vectors) {
            return Math.max(0, lack(truth, vectors));
        }

        @Override
        public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
            boolean lacks = lack(truth, vectors) >= 0;
            gradients[0][0] = lacks ? -truth[0] : 0;
            gradients[1][0] = lacks ? truth[0] : 0;
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.REAL);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.REAL);
        }

        @Override
        public List<Input> inputs() {
            return List.of(new Input(
                    "input2", Domain.number(Interval.REAL), Input.Width.AS_PREDICTION, "the score to compare with"));
        }
    }
}
