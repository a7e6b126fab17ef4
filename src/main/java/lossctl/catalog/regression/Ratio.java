package lossctl.catalog.regression;

import lossctl.num.Twofold;

/** The square of a residual over its scale, with the digits that a double of it loses. */
final class Ratio {
    /** Beyond it and below its inverse squares leave the range of doubles, or nearly. */
    private static final double FAR = 1e140;

    private Ratio() {}

    /** (e / c)^2; a plain double far out, where it is about to overflow or to vanish. */
    static Twofold square(double e, double c) {
        double r = e / c;
        double square = r * r;
        double size = Math.abs(r);
        if (!(size < FAR && size > 1 / FAR)) {
            return Twofold.of(square);
        }
        double rest = Math.fma(-r, c, e) / c;
        return new Twofold(square, Math.fma(r, r, -square) + 2 * r * rest);
    }
}
