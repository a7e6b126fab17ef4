package lossctl.convention;

import lossctl.num.Elementary;

/**
 * The distributions of residuals as XGBoost writes them: the probability of all below a place is 1 less another number, or
 * 1 and one below 0, so that it has no digits where it is small, and is 0 where it is less than half a unit in the last
 * place of 1. Source: xgboost/src/common/probability_distribution.h and survival_util.h.
 */
enum XgboostLaw {
    NORMAL {
        @Override
        double density(double z) {
            return Elementary.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }

        @Override
        double below(double z) {
            return 0.5 * (1 + Elementary.erf(z / Math.sqrt(2)));
        }

        @Override
        double rise(double z) {
            return -z * density(z);
        }

        @Override
        double steepest(boolean early, double sigma) {
            return early ? -XgboostAft.STEEPEST : XgboostAft.STEEPEST;
        }
    },
    LOGISTIC {
        @Override
        double density(double z) {
            double w = Elementary.exp(z);
            return Double.isInfinite(w * w) ? 0 : w / ((1 + w) * (1 + w));
        }

        @Override
        double below(double z) {
            double w = Elementary.exp(z);
            return Double.isInfinite(w) ? 1 : w / (1 + w);
        }

        @Override
        double rise(double z) {
            double w = Elementary.exp(z);
            return Double.isInfinite(w) ? 0 : density(z) * (1 - w) / (1 + w);
        }

        @Override
        double steepest(boolean early, double sigma) {
            return early ? -1 / sigma : 1 / sigma;
        }
    },
    EXTREME {
        @Override
        double density(double z) {
            double w = Elementary.exp(z);
            return Double.isInfinite(w) ? 0 : w * Elementary.exp(-w);
        }

        @Override
        double below(double z) {
            return 1 - Elementary.exp(-Elementary.exp(z));
        }

        @Override
        double rise(double z) {
            double w = Elementary.exp(z);
            return Double.isInfinite(w) ? 0 : (1 - w) * density(z);
        }

        @Override
        double steepest(boolean early, double sigma) {
            return early ? -XgboostAft.STEEPEST : 1 / sigma;
        }
    };

    static XgboostLaw of(String name) {
        for (XgboostLaw law : values()) {
            if (law.name().equalsIgnoreCase(name)) {
                return law;
            }
        }
        throw new Refused("unknown distribution '" + name + "'; there are: normal, logistic, extreme");
    }

    abstract double density(double z);

    /** The probability of all below a place. */
    abstract double below(double z);

    /** The derivative of the density. */
    abstract double rise(double z);

    /** The slope where a prediction is so far off, too early or too late, that the likelihood is 0. */
    abstract double steepest(boolean early, double sigma);
}
