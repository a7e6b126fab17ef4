package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.Interval;

/** The sum of absolute errors over that of absolute truths, which counts as no less than {@code least}. */
record ErrorShare(double least) implements SummaryLoss {
    private static final int ERRORS = 0;
    private static final int TRUTHS = 1;

    @Override
    public int sums(int outputs) {
        return 2;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int i = 0; i < prediction.length; i++) {
            sums.at(ERRORS).addProduct(weight, Math.abs(prediction[i] - truth[i]));
            sums.at(TRUTHS).addProduct(weight, Math.abs(truth[i]));
        }
    }

    @Override
    public double value(Sums sums) {
        return sums.at(ERRORS).value() / Math.max(least, sums.at(TRUTHS).value());
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double below = Math.max(least, sums.at(TRUTHS).value());
        for (int i = 0; i < prediction.length; i++) {
            gradient[i] = weight * Math.signum(prediction[i] - truth[i]) / below;
        }
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
