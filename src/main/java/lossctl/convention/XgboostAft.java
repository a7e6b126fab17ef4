package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.TupleLoss;

/**
 * The accelerated failure time of XGBoost: a likelihood counts as no less than 1e-12, a slope as no steeper than 15. The
 * slope where the likelihood is nothing is that limit as well. Source: xgboost/src/common/survival_util.h.
 */
record XgboostAft(TupleLoss loss) implements TupleLoss {
    /** -ln 1e-12. */
    private static final double MOST = 27.631021115928547;

    private static final double STEEPEST = 15;

    @Override
    public double value(double[] truth, double[][] vectors) {
        return Math.min(MOST, loss.value(truth, vectors));
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        loss.gradient(truth, vectors, gradients);
        for (int i = 0; i < gradients[0].length; i++) {
            gradients[0][i] = Math.max(-STEEPEST, Math.min(STEEPEST, gradients[0][i]));
        }
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return loss.prediction();
    }

    @Override
    public boolean isOverRows() {
        return loss.isOverRows();
    }

    @Override
    public List<Input> inputs() {
        return loss.inputs();
    }
}
