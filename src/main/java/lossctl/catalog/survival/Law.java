package lossctl.catalog.survival;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** The distribution of the residual of a log time: what accelerated failure time models differ in. */
enum Law {
    NORMAL {
        private static final Twofold HALF_LN_2_PI = new Twofold(0.9189385332046728, -3.8782941580672414e-17);

        @Override
        Twofold cost(Twofold z) {
            return z.times(z).scaled(-1).plus(HALF_LN_2_PI);
        }

        @Override
        double slope(double z) {
            return z;
        }

        @Override
        double bend(double z) {
            return 1;
        }

        @Override
        double costBetween(double low, double high) {
            if (low > 0) {
                return costBetween(-high, -low);
            }
            if (high <= 0) {
                double log = Elementary.logNormalCdf(high);
                return low == Double.NEGATIVE_INFINITY
                        ? -log
                        : -log - Elementary.log1mExp(Elementary.logNormalCdf(low) - log);
            }
            double inside = (Elementary.erf(high * ROOT_HALF) - Elementary.erf(low * ROOT_HALF)) / 2;
            double outside = Elementary.normalCdf(low) + Elementary.normalCdf(-high);
            return inside < 0.5 ? -Elementary.log(inside) : -Elementary.log1p(-outside);
        }
    },
    LOGISTIC {
        @Override
        Twofold cost(Twofold z) {
            Twofold size = z.high() < 0 ? z.negated() : z;
            return size.plus(2 * Elementary.log1p(Elementary.exp(-size.high())));
        }

        @Override
        double slope(double z) {
            return Elementary.tanh(z / 2);
        }

        @Override
        double bend(double z) {
            double cosh = Elementary.cosh(z / 2);
            return 0.5 / cosh / cosh;
        }

        @Override
        double costBetween(double low, double high) {
            double cost = Elementary.softplus(-high) + Elementary.softplus(low);
            return low == Double.NEGATIVE_INFINITY || high == Double.POSITIVE_INFINITY
                    ? cost
                    : cost - Elementary.log1mExp(low - high);
        }

        @Override
        double slopeBetween(double low, double high) {
            return Elementary.sigmoid(-high) - Elementary.sigmoid(low);
        }

        @Override
        double bendBetween(double low, double high) {
            return (bend(low) + bend(high)) / 2;
        }
    },
    EXTREME {
        @Override
        Twofold cost(Twofold z) {
            return z.exp().minus(z);
        }

        @Override
        double slope(double z) {
            return Elementary.expm1(z);
        }

        @Override
        double bend(double z) {
            return Elementary.exp(z);
        }

        @Override
        double costBetween(double low, double high) {
            double before = Elementary.exp(low);
            if (high == Double.POSITIVE_INFINITY) {
                return before;
            }
            double width = width(low, high);
            if (width > Double.MIN_NORMAL) {
                return before - Elementary.log1mExp(-width);
            }
            // so early that the hazard is the probability
            return before
                    - (low == Double.NEGATIVE_INFINITY ? high : low + Elementary.log(Elementary.expm1(high - low)));
        }

        /** The hazard between both places. */
        private double width(double low, double high) {
            return low == Double.NEGATIVE_INFINITY
                    ? Elementary.exp(high)
                    : Elementary.exp(low) * Elementary.expm1(high - low);
        }

        @Override
        double rate(double z, double low, double high) {
            double width = width(low, high);
            if (z == low) {
                return width < 1e-300
                        ? 1 / Elementary.expm1(high - low)
                        : Elementary.exp(low) / -Elementary.expm1(-width);
            }
            return width > 700
                    ? 0
                    : width < 1e-300 ? 1 / -Elementary.expm1(low - high) : Elementary.exp(z) / Elementary.expm1(width);
        }

        @Override
        double slopeBetween(double low, double high) {
            double width = width(low, high);
            return (width > 700 ? 0 : width < 1e-300 ? 1 : width / Elementary.expm1(width)) - Elementary.exp(low);
        }

        @Override
        double bendBetween(double low, double high) {
            double width = width(low, high);
            if (width > 300) {
                return Elementary.exp(low);
            }
            double half = width / 2;
            double share = width < 1e-3 ? 1 - half + width * width / 12 : width / Elementary.expm1(width);
            double bend = width < 1e-3 ? half - width * width / 6 : share * (share * Elementary.exp(width) - 1);
            return Elementary.exp(low) + bend;
        }
    };

    private static final double ROOT_HALF = 0.7071067811865476;

    /** The negative logarithm of the density. */
    abstract Twofold cost(Twofold z);

    /** The derivative of {@link #cost}. */
    abstract double slope(double z);

    /** The second derivative of {@link #cost}. */
    abstract double bend(double z);

    /** The negative logarithm of the probability between two places, of which either may be infinite. */
    abstract double costBetween(double low, double high);

    /** The density at one of the two places over the probability between them; 0 at infinity. */
    double rate(double z, double low, double high) {
        return Double.isInfinite(z)
                ? 0
                : Elementary.exp(costBetween(low, high) - cost(Twofold.of(z)).value());
    }

    /** The derivative of {@link #costBetween} where both places move down together. */
    double slopeBetween(double low, double high) {
        return rate(high, low, high) - rate(low, low, high);
    }

    /** The second derivative of {@link #costBetween} where both places move together. */
    double bendBetween(double low, double high) {
        double first = rate(low, low, high);
        double last = rate(high, low, high);
        double fall = (last == 0 ? 0 : last * slope(high)) - (first == 0 ? 0 : first * slope(low));
        return (last - first) * (last - first) + fall;
    }
}
