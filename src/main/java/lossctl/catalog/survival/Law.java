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
        double costBetween(Twofold low, Twofold high, double width) {
            if (low.high() > 0) {
                return costBetween(high.negated(), low.negated(), width);
            }
            Density density = Density.of(middle(low, width), width);
            if (density != null) {
                Twofold middle = low.plus(width / 2);
                return cost(middle)
                        .plus(-Elementary.log(width * density.mass()))
                        .value();
            }
            double cost = costFar(low.high(), high.high());
            // the digits of both places that a double has no room for count by the rates there
            double rest = low.low() == 0 ? 0 : low.low() * rate(low.high(), cost);
            return high.low() == 0 ? cost + rest : cost + rest - high.low() * rate(high.high(), cost);
        }

        /** Of a low place not above 0. */
        private double costFar(double low, double high) {
            if (high <= 0) {
                double log = Elementary.logNormalCdf(high);
                return low == Double.NEGATIVE_INFINITY
                        ? -log
                        : -log - Elementary.log1mExp(Elementary.logNormalCdf(low) - log);
            }
            double inside = inside(low, high);
            double outside = Elementary.normalCdf(low) + Elementary.normalCdf(-high);
            return inside < 0.5 ? -Elementary.log(inside) : -Elementary.log1p(-outside);
        }

        private double inside(double low, double high) {
            return (Elementary.erf(high * ROOT_HALF) - Elementary.erf(low * ROOT_HALF)) / 2;
        }

        private double rate(double z, double cost) {
            return Elementary.exp(cost - cost(Twofold.of(z)).value());
        }

        @Override
        double rate(double low, double high, double width) {
            if (Double.isInfinite(high)) {
                return 0;
            }
            double middle = middle(Twofold.of(low), width);
            Density density = Density.of(middle, width);
            if (density != null) {
                return Elementary.exp(-width * (middle / 2 + width / 8)) / (width * density.mass());
            }
            if (low > 0) {
                // the places change sides
                return rate(-high, -low, width) * Elementary.exp(-middle * width);
            }
            if (high > 0) {
                return Elementary.normalPdf(high) / inside(low, high);
            }
            double tail = Elementary.erfcx(-high * ROOT_HALF);
            double before = low == Double.NEGATIVE_INFINITY
                    ? 0
                    : Elementary.exp(middle * width) * Elementary.erfcx(-low * ROOT_HALF) / tail;
            return ROOT_2_OVER_PI / tail / (1 - before);
        }

        @Override
        double slopeBetween(double low, double high, double width) {
            if (low == Double.NEGATIVE_INFINITY) {
                return rate(low, high, width);
            }
            if (low > 0) {
                return -slopeBetween(-high, -low, width);
            }
            if (high == Double.POSITIVE_INFINITY) {
                return -rate(Double.NEGATIVE_INFINITY, -low, width);
            }
            // the density at the low place is that at the high one times this exponential
            double growth = middle(Twofold.of(low), width) * width;
            return growth > 0 ? -slopeBetween(-high, -low, width) : -Elementary.expm1(growth) * rate(low, high, width);
        }

        @Override
        double bendBetween(double low, double high, double width) {
            Density density = Density.of(middle(Twofold.of(low), width), width);
            if (density != null) {
                return 1 - width * width * density.variance();
            }
            double first = low == Double.NEGATIVE_INFINITY ? 0 : rate(-high, -low, width);
            double last = rate(low, high, width);
            double fall = (last == 0 ? 0 : last * high) - (first == 0 ? 0 : first * low);
            return (last - first) * (last - first) + fall;
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
        double costBetween(Twofold low, Twofold high, double width) {
            double before = Elementary.softplus(low.high());
            double after = Elementary.softplus(-high.high());
            double rest = (low.low() == 0 ? 0 : low.low() * Elementary.sigmoid(low.high()))
                    - (high.low() == 0 ? 0 : high.low() * Elementary.sigmoid(-high.high()));
            return after + before - (Double.isInfinite(width) ? 0 : Elementary.log1mExp(-width)) + rest;
        }

        @Override
        double rate(double low, double high, double width) {
            double share = Double.isInfinite(low)
                    ? Elementary.sigmoid(-high)
                    : Elementary.exp(Elementary.softplus(low) - Elementary.softplus(high));
            return share / -Elementary.expm1(-width);
        }

        @Override
        double slopeBetween(double low, double high, double width) {
            if (Double.isInfinite(width)) {
                return Double.isInfinite(low) ? Elementary.sigmoid(-high) : -Elementary.sigmoid(low);
            }
            // -sinh m / (cosh m + cosh(width/2)), m the middle, over its greatest exponential
            double middle = middle(Twofold.of(low), width);
            double size = Math.abs(middle);
            double wide = Elementary.exp(width / 2 - size) + Elementary.exp(-width / 2 - size);
            double less1 = Elementary.expm1(-2 * size);
            return Math.copySign(less1 / (2 + less1 + wide), -middle);
        }

        @Override
        double bendBetween(double low, double high, double width) {
            double first = Elementary.sigmoid(low) * Elementary.sigmoid(-low);
            return first + Elementary.sigmoid(high) * Elementary.sigmoid(-high);
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
        double costBetween(Twofold low, Twofold high, double width) {
            double before = Elementary.sharpExp(low.high(), low.low()).value();
            if (high.high() == Double.POSITIVE_INFINITY) {
                return before;
            }
            Twofold hazard = hazard(low, high, width);
            if (hazard.high() > Double.MIN_NORMAL) {
                // e^-hazard magnifies what a double loses of a great hazard
                return before
                        - (hazard.high() > 1
                                ? Elementary.log1p(-Elementary.sharpExp(-hazard.high(), -hazard.low())
                                        .value())
                                : Elementary.log1mExp(-hazard.high()));
            }
            // so early that the hazard is the probability
            return before
                    - (Double.isInfinite(low.high())
                            ? high.value()
                            : low.plus(Elementary.log(Elementary.expm1(width))).value());
        }

        /** The hazard between both places. */
        private Twofold hazard(Twofold low, Twofold high, double width) {
            Twofold late = Elementary.sharpExp(high.high(), high.low());
            if (Double.isInfinite(low.high()) || Double.isInfinite(late.high())) {
                return late;
            }
            Twofold early = Elementary.sharpExp(low.high(), low.low());
            return width > 1 ? late.minus(early) : early.times(Elementary.expm1(width));
        }

        private double hazard(double low, double high, double width) {
            return hazard(Twofold.of(low), Twofold.of(high), width).value();
        }

        @Override
        double rate(double low, double high, double width) {
            double hazard = hazard(low, high, width);
            return hazard > 700
                    ? 0
                    : hazard < 1e-300 ? 1 / -Elementary.expm1(-width) : Elementary.exp(high) / Elementary.expm1(hazard);
        }

        @Override
        double slopeBetween(double low, double high, double width) {
            double hazard = hazard(low, high, width);
            if (Double.isInfinite(low)) {
                return hazard > 700 ? 0 : hazard < 1e-300 ? 1 : hazard / Elementary.expm1(hazard);
            }
            if (hazard > 700) {
                return -Elementary.exp(low);
            }
            // hazard / expm1(hazard) - e^low, of which both may be next to 1
            double lack = hazard < 1e-300 ? 0 : Elementary.expm1Minus(hazard) / Elementary.expm1(hazard);
            return -Elementary.expm1(low) - lack;
        }

        @Override
        double bendBetween(double low, double high, double width) {
            double hazard = hazard(low, high, width);
            if (hazard > 300) {
                return Elementary.exp(low);
            }
            double half = hazard / 2;
            double share = hazard < 1e-3 ? 1 - half + hazard * hazard / 12 : hazard / Elementary.expm1(hazard);
            double bend = hazard < 1e-3 ? half - hazard * hazard / 6 : share * (share * Elementary.exp(hazard) - 1);
            return Elementary.exp(low) + bend;
        }
    };

    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double ROOT_2_OVER_PI = 0.7978845608028654;

    private static double middle(Twofold low, double width) {
        return low.plus(width / 2).value();
    }

    /** The negative logarithm of the density. */
    abstract Twofold cost(Twofold z);

    /** The derivative of {@link #cost}. */
    abstract double slope(double z);

    /** The second derivative of {@link #cost}. */
    abstract double bend(double z);

    /**
     * The negative logarithm of the probability between two places, of which either may be infinite; {@code width} is
     * their difference, which they do not tell to the last digit themselves.
     */
    abstract double costBetween(Twofold low, Twofold high, double width);

    /** The density at the high place, which is finite or a normal one, over the probability between both. */
    abstract double rate(double low, double high, double width);

    /** The derivative of {@link #costBetween} where both places move down together. */
    abstract double slopeBetween(double low, double high, double width);

    /** The second derivative of {@link #costBetween} where both places move together. */
    abstract double bendBetween(double low, double high, double width);
}
