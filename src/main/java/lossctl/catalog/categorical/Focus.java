package lossctl.catalog.categorical;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/**
 * How the terms of a focal loss fade and are weighed.
 *
 * @param gamma how fast they fade
 * @param alpha one factor for all classes, or one a class; null for 1
 * @param smoothing the share of the truth that is spread over all classes
 */
record Focus(double gamma, double[] alpha, double smoothing) implements Terms {

    @Override
    public double factor(double[] truth, int j) {
        double t = Cce.smooth(truth, j, smoothing);
        if (alpha == null || t == 0) {
            return t;
        }
        return t * (alpha.length == 1 ? alpha[0] : ClassFactors.check("--alpha", alpha, truth.length)[j]);
    }

    @Override
    public double cost(Twofold rest, double entropy) {
        if (!(entropy <= Double.MAX_VALUE)) {
            return entropy;
        }
        if (gamma == 2) {
            return rest.times(rest).times(entropy).value();
        }
        Twofold log = rest.log().times(gamma);
        return rest.high() == 0
                ? 0
                : Elementary.sharpExp(log.high(), log.low()).times(entropy).value();
    }

    @Override
    public double pace() {
        return 1;
    }

    @Override
    public boolean isSteep() {
        return gamma > 0;
    }

    @Override
    public double tail() {
        return gamma == 0 ? 1 : 0;
    }

    @Override
    public Twofold slope(Twofold share, Twofold rest, Twofold entropy) {
        Twofold faded = rest.pow(gamma);
        return gamma == 0 || entropy.high() == 0 || share.high() == 0
                ? faded.negated()
                : rest.pow(gamma - 1).times(share).times(entropy).times(-gamma).minus(faded);
    }

    @Override
    public double bend(double share, double rest, double entropy) {
        if (gamma == 0 || share == 0) {
            return 0;
        }
        double pull = entropy == 0 || gamma == 1 ? 0 : (gamma - 1) * share * (entropy / rest);
        return gamma * share * Elementary.pow(rest, gamma - 1) * (pull + (2 - entropy));
    }
}
