package lossctl.catalog.survival;

import lossctl.num.Elementary;

/**
 * The normal density over a narrow interval, by Gauss and Legendre's rule: its integral over that of the density in the
 * middle, and how it is spread. Differences of distribution functions would leave no digits of it.
 *
 * @param mass the mean over the interval of the density over that in its middle
 * @param variance of the place in the interval, whose length is 1
 */
record Density(double mass, double variance) {
    /** Beyond these the distribution functions of both ends differ enough. */
    private static final double WIDEST = 2.25;

    private static final double STEEPEST = 3;

    /** Places and weights of the ten points of the rule on [-1, 1], one side of them. */
    private static final double[] PLACES = {
        0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };

    private static final double[] WEIGHTS = {
        0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814
    };

    /** Of the interval around a place; null where it is too wide. */
    static Density of(double middle, double width) {
        double steepness = middle * width;
        if (!(width <= WIDEST && Math.abs(steepness) <= STEEPEST)) {
            return null;
        }
        double mass = 0;
        double first = 0;
        double second = 0;
        // in two halves: the rule is for short intervals
        for (int i = 0; i < PLACES.length; i++) {
            for (double place : new double[] {
                -0.25 - PLACES[i] / 4, -0.25 + PLACES[i] / 4, 0.25 - PLACES[i] / 4, 0.25 + PLACES[i] / 4
            }) {
                double share = WEIGHTS[i] / 4 * Elementary.exp(-place * (steepness + width * width * place / 2));
                mass += share;
                first += share * place;
                second += share * place * place;
            }
        }
        return new Density(mass, second / mass - first / mass * (first / mass));
    }
}
