package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;

/** The root of a mean as scikit-learn takes it: of every output by itself, then the mean over the outputs. */
record SklearnRoot(PointwiseLoss loss) implements SummaryLoss {
    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return loss.prediction();
    }

    @Override
    public int sums(int outputs) {
        return outputs + 1;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        sums.at(0).add(weight);
        for (int j = 0; j < prediction.length; j++) {
            sums.at(j + 1).addProduct(weight, loss.value(truth[j], prediction[j]));
        }
    }

    @Override
    public double value(Sums sums) {
        double total = 0;
        for (int j = 0; j < sums.outputs(); j++) {
            total += sums.at(j + 1).rootOver(sums.at(0));
        }
        return total / sums.outputs();
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double all = sums.at(0).value();
        for (int j = 0; j < prediction.length; j++) {
            double root = sums.at(j + 1).rootOver(sums.at(0));
            double slope = weight / all * loss.slope(truth[j], prediction[j]);
            gradient[j] = root == 0 ? 0 : slope / (2 * root) / prediction.length;
        }
    }
}
