package lossctl.catalog.categorical;

import lossctl.num.Twofold;

/** A loss that is a sum over classes, each term from the probability of its class alone. */
interface Terms {
    /** What the term of class {@code j} is multiplied by: 0 for what is not true. */
    double factor(double[] truth, int j);

    /** The term, from the complement of the probability, with the digits that a power would magnify, and its negative logarithm. */
    double cost(Twofold rest, double entropy);

    /** The derivative of {@link #cost} by the negative logarithm, of a probability of 0. */
    double pace();

    /** Whether {@link #cost} raises a complement to a power, beside whose error none is to be lost of it before. */
    boolean isSteep();

    /** What the term is of a complement that is next to nothing: their quotient in the limit. */
    double tail();

    /** The derivative of the term by the probability {@code share}, times that probability. */
    Twofold slope(Twofold share, Twofold rest, Twofold entropy);

    /** The derivative of {@link #slope} by the probability, times that probability. */
    double bend(double share, double rest, double entropy);
}
