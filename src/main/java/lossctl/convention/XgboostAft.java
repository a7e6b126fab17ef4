package lossctl.convention;

import java.util.List;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.num.Elementary;

/**
 * The accelerated failure time of XGBoost: a likelihood counts as no less than 1e-12, a slope as no steeper than 15, and
 * probabilities are differences of numbers next to 1. Source: xgboost/src/common/survival_util.h.
 *
 * @param exact the catalogue's, which holds bounds against one another
 */
record XgboostAft(OutputwiseLoss exact, XgboostLaw law, double sigma) implements OutputwiseLoss {
    static final double STEEPEST = 15;

    private static final double LEAST = 1e-12;

    private double place(double time, double prediction) {
        return (Elementary.log(time) - prediction) / sigma;
    }

    @Override
    public double value(double lower, double[] at) {
        // refuses bounds that are none
        exact.value(lower, at);
        double upper = at[1];
        double likelihood = lower == upper
                ? law.density(place(lower, at[0])) / (sigma * lower)
                : below(upper, at[0]) - below(lower, at[0]);
        return -Elementary.log(Math.max(likelihood, LEAST));
    }

    private double below(double time, double prediction) {
        return isBound(time) ? law.below(place(time, prediction)) : time == 0 ? 0 : 1;
    }

    private static boolean isBound(double time) {
        return time > 0 && time < Double.POSITIVE_INFINITY;
    }

    @Override
    public void slopes(double lower, double[] at, double[] slopes) {
        exact.slopes(lower, at, slopes);
        double upper = at[1];
        double low = isBound(lower) ? place(lower, at[0]) : 0;
        double high = isBound(upper) ? place(upper, at[0]) : 0;
        double above;
        double under;
        if (lower == upper) {
            above = law.rise(low);
            under = sigma * law.density(low);
        } else {
            above = (isBound(upper) ? law.density(high) : 0) - (isBound(lower) ? law.density(low) : 0);
            under = sigma * (below(upper, at[0]) - below(lower, at[0]));
        }
        double slope = above / under;
        boolean isNothing = under < LEAST && (Double.isNaN(slope) || Double.isInfinite(slope));
        slopes[0] =
                isNothing ? limit(lower, upper, low > 0 || high > 0) : Math.max(-STEEPEST, Math.min(STEEPEST, slope));
    }

    /** The slope of a likelihood of 0; none on the side where there is no bound. */
    private double limit(double lower, double upper, boolean early) {
        boolean isFlat = lower != upper && (early ? !isBound(lower) : !isBound(upper));
        return isFlat ? 0 : Math.max(-STEEPEST, Math.min(STEEPEST, law.steepest(early, sigma)));
    }

    @Override
    public List<Input> inputs() {
        return exact.inputs();
    }
}
