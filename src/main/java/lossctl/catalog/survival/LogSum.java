package lossctl.catalog.survival;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** A running sum of weighted exponentials whose terms may be of any size; in two doubles, so that long sums stay right. */
final class LogSum {
    private static final Twofold NONE = Twofold.of(Double.NEGATIVE_INFINITY);

    private Twofold top = NONE;
    private double weight;
    /** All but the greatest term, over its exponential: beside it they may be next to nothing. */
    private Twofold others = Twofold.of(0);

    /** Adds weight x e^x. */
    void add(Twofold x, double weight) {
        if (weight == 0 || x.high() == Double.NEGATIVE_INFINITY) {
            return;
        }
        if (top == NONE) {
            top = x;
            this.weight = weight;
            return;
        }
        Twofold apart = x.minus(top);
        if (apart.high() > 0) {
            others = sum().times(exp(apart.negated()));
            top = x;
            this.weight = weight;
        } else {
            others = others.plus(exp(apart).times(weight));
        }
    }

    private Twofold sum() {
        return others.plus(weight);
    }

    /** e^x. */
    static Twofold exp(Twofold x) {
        return Elementary.sharpExp(x.high(), x.low());
    }

    /** What one of its terms lacks of this sum, in parts of it. */
    double lack(double x, double weight) {
        boolean isGreatest = x == top.high() && weight == this.weight;
        Twofold own = exp(Twofold.of(x).minus(top)).times(weight);
        return (isGreatest ? others : sum().minus(own)).over(sum()).value();
    }

    /** The logarithm of the sum. */
    Twofold log() {
        return top == NONE ? top : sum().log().plus(top);
    }

    /** The greatest x: the logarithm is this and the {@link #rest}. */
    double top() {
        return top.high();
    }

    /** The logarithm of this sum less a share of a part of it, over e^top. */
    Twofold rest(LogSum part, Twofold share) {
        Twofold less = share.high() == 0
                ? Twofold.of(0)
                : exp(part.top.minus(top)).times(part.sum()).times(share);
        return sum().minus(less).log();
    }
}
