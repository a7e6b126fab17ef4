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
        double costBetween(Twofold low, Twofold high, Twofold width) {
            if (low.high() > 0) {
                return costBetween(high.negated(), low.negated(), width);
            }
            Twofold middle = middle(low, width);
            Density density = Density.of(middle.value(), width.high());
            if (density != null) {
                return cost(middle)
                        .plus(-Elementary.log(width.high() * density.mass()))
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
        double rate(Twofold low, Twofold high, Twofold width) {
            double end = high.high();
            if (Double.isInfinite(end)) {
                return 0;
            }
            Twofold middle = middle(low, width);
            double wide = width.high();
            Density density = Density.of(middle.value(), wide);
            if (density != null) {
                return Elementary.exp(-wide * (middle.value() / 2 + wide / 8)) / (wide * density.mass());
            }
            if (low.high() > 0) {
                // the places change sides
                double growth = power(middle.times(width).negated()).value();
                return rate(high.negated(), low.negated(), width) * growth;
            }
            if (end > 0) {
                double pdf = Elementary.normalPdf(end);
                return (pdf - pdf * (end * high.low())) / inside(low.high(), end);
            }
            double tail = Elementary.erfcx(-end * ROOT_HALF);
            double before = Double.isInfinite(low.high())
                    ? 0
                    : power(middle.times(width)).value() * Elementary.erfcx(-low.high() * ROOT_HALF) / tail;
            return ROOT_2_OVER_PI / tail / (1 - before);
        }

        @Override
        double slopeBetween(Twofold low, Twofold high, Twofold width) {
            if (Double.isInfinite(low.high())) {
                return rate(low, high, width);
            }
            if (low.high() > 0) {
                return -slopeBetween(high.negated(), low.negated(), width);
            }
            if (Double.isInfinite(high.high())) {
                return -rate(high.negated(), low.negated(), width);
            }
            // the density at the low place is that at the high one times this exponential
            double growth = middle(low, width).times(width).value();
            return growth > 0
                    ? -slopeBetween(high.negated(), low.negated(), width)
                    : -Elementary.expm1(growth) * rate(low, high, width);
        }

        @Override
        double bendBetween(Twofold low, Twofold high, Twofold width) {
            Density density = Density.of(middle(low, width).value(), width.high());
            if (density != null) {
                return 1 - width.high() * width.high() * density.variance();
            }
            double first = Double.isInfinite(low.high()) ? 0 : rate(high.negated(), low.negated(), width);
            double last = rate(low, high, width);
            double fall = (last == 0 ? 0 : last * high.high()) - (first == 0 ? 0 : first * low.high());
            return (last - first) * (last - first) + fall;
        }
    },
    LOGISTIC {
        @Override
        Twofold cost(Twofold z) {
            Twofold size = z.high() < 0 ? z.negated() : z;
            return size.plus(Elementary.sharpLog1p(power(size.negated())).scaled(1));
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
        double costBetween(Twofold low, Twofold high, Twofold width) {
            double before = Elementary.softplus(low.high());
            double after = Elementary.softplus(-high.high());
            double rest = (low.low() == 0 ? 0 : low.low() * Elementary.sigmoid(low.high()))
                    - (high.low() == 0 ? 0 : high.low() * Elementary.sigmoid(-high.high()));
            return after + before - (Double.isInfinite(width.high()) ? 0 : Elementary.log1mExp(-width.high())) + rest;
        }

        @Override
        double rate(Twofold low, Twofold high, Twofold width) {
            // (1 + e^low) / (1 + e^high), over the greatest exponentials
            double lead = high.high() <= 0
                    ? 1
                    : power((low.high() > 0 ? width : high).negated()).value();
            return lead * rest(low.high()) / rest(high.high()) / -Elementary.expm1(-width.high());
        }

        private static double rest(double z) {
            return 1 + Elementary.exp(-Math.abs(z));
        }

        private static double sigmoid(Twofold z) {
            return (z.high() < 0 ? power(z).value() : 1) / rest(z.high());
        }

        @Override
        double slopeBetween(Twofold low, Twofold high, Twofold width) {
            if (Double.isInfinite(width.high())) {
                return Double.isInfinite(low.high()) ? sigmoid(high.negated()) : -sigmoid(low);
            }
            // -sinh m / (cosh m + cosh(width/2)), m the middle, over its greatest exponential
            Twofold middle = middle(low, width);
            Twofold size = middle.high() < 0 ? middle.negated() : middle;
            Twofold half = width.scaled(-1);
            double wide = power(half.minus(size))
                    .plus(power(half.plus(size).negated()))
                    .value();
            double less1 = Elementary.expm1(-2 * size.high());
            return Math.copySign(less1 / (2 + less1 + wide), -middle.high());
        }

        @Override
        double bendBetween(Twofold low, Twofold high, Twofold width) {
            double first = Elementary.sigmoid(low.high()) * Elementary.sigmoid(-low.high());
            return first + Elementary.sigmoid(high.high()) * Elementary.sigmoid(-high.high());
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
        double costBetween(Twofold low, Twofold high, Twofold width) {
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
                    - (width.high() > WIDE
                            ? high.value()
                            : low.plus(Elementary.log(Elementary.expm1(width.high())))
                                    .value());
        }

        /** The hazard between both places. */
        private static Twofold hazard(Twofold low, Twofold high, Twofold width) {
            Twofold late = Elementary.sharpExp(high.high(), high.low());
            if (Double.isInfinite(low.high()) || Double.isInfinite(late.high())) {
                return late;
            }
            Twofold early = Elementary.sharpExp(low.high(), low.low());
            return width.high() > 1 ? late.minus(early) : early.times(width.expm1());
        }

        /** hazard / (e^hazard - 1). */
        private static Twofold share(Twofold hazard) {
            if (hazard.high() < 1) {
                return hazard.high() < 1e-300 ? Twofold.of(1) : hazard.over(hazard.expm1());
            }
            // halves of the exponential stay in the range of doubles as long as it does
            Twofold half = power(hazard.scaled(-1).negated());
            Twofold whole = Twofold.of(1).minus(half.times(half));
            return half.high() == 0 ? half : half.times(hazard).over(whole).times(half);
        }

        @Override
        double rate(Twofold low, Twofold high, Twofold width) {
            return share(hazard(low, high, width)).value() / -Elementary.expm1(-width.high());
        }

        @Override
        double slopeBetween(Twofold low, Twofold high, Twofold width) {
            Twofold hazard = hazard(low, high, width);
            Twofold share = share(hazard);
            if (Double.isInfinite(low.high())) {
                return share.value();
            }
            // of a share next to 1 two doubles lose what is left
            Twofold lack = hazard.high() < SMALL
                    ? hazard.scaled(-1).minus(hazard.times(hazard).times(1.0 / 12))
                    : Twofold.of(1).minus(share);
            return -lack.plus(low.expm1()).value();
        }

        @Override
        double bendBetween(Twofold low, Twofold high, Twofold width) {
            double hazard = hazard(low, high, width).value();
            if (hazard > 300) {
                return Elementary.exp(low.high());
            }
            double half = hazard / 2;
            double share = hazard < 1e-3 ? 1 - half + hazard * hazard / 12 : hazard / Elementary.expm1(hazard);
            double bend = hazard < 1e-3 ? half - hazard * hazard / 6 : share * (share * Elementary.exp(hazard) - 1);
            return Elementary.exp(low.high()) + bend;
        }
    };

    /** The series of a lack this small ends with its second term. */
    private static final double SMALL = 1e-9;

    /** Places so far apart, or further, are as good as infinitely far: the lower tail is nothing beside the other. */
    private static final double WIDE = 90;

    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double ROOT_2_OVER_PI = 0.7978845608028654;

    private static Twofold middle(Twofold low, Twofold width) {
        return low.plus(width.scaled(-1));
    }

    private static Twofold power(Twofold x) {
        return Elementary.sharpExp(x.high(), x.low());
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
    abstract double costBetween(Twofold low, Twofold high, Twofold width);

    /** The density at the high place, which is finite or a normal one, over the probability between both. */
    abstract double rate(Twofold low, Twofold high, Twofold width);

    /** The derivative of {@link #costBetween} where both places move down together. */
    abstract double slopeBetween(Twofold low, Twofold high, Twofold width);

    /** The second derivative of {@link #costBetween} where both places move together. */
    abstract double bendBetween(Twofold low, Twofold high, Twofold width);
}
