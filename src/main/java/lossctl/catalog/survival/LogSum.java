package lossctl.catalog.survival;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** A running sum of weighted exponentials whose terms may be of any size; in two doubles, so that long sums stay right. */
final class LogSum {
    private double top = Double.NEGATIVE_INFINITY;
    private Twofold sum = Twofold.of(0);

    /** Adds weight x e^x. */
    void add(double x, double weight) {
        if (weight == 0 || x == Double.NEGATIVE_INFINITY) {
            return;
        }
        if (x > top) {
            sum = sum.times(top == Double.NEGATIVE_INFINITY ? 0 : Elementary.exp(top - x))
                    .plus(weight);
            top = x;
        } else {
            sum = sum.plus(weight * Elementary.exp(x - top));
        }
    }

    /** The logarithm of the sum. */
    double log() {
        return top == Double.NEGATIVE_INFINITY ? top : top + Elementary.log(sum.value());
    }

    /** The greatest x: the logarithm is this and the {@link #rest}. */
    double top() {
        return top;
    }

    /** The logarithm of this sum less a share of a part of it, over e^top. */
    Twofold rest(LogSum part, double share) {
        double less = share == 0 ? 0 : share * part.sum.value() * Elementary.exp(part.top - top);
        return sum.plus(-less).log();
    }
}
