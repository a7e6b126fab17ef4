package lossctl.catalog;

import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** Looks for samples that contradict a trait of a loss of one truth and one prediction. */
final class Traits {
    private static final int SAMPLES = 10_000;
    /** So many draws for each sample at most, where few of them are any that a trait speaks of. */
    private static final int DRAWS = 50;

    private static final double FAR = 1e8;

    private final PointwiseLoss loss;
    private final Chance chance = new Chance(7);
    private int looked;

    Traits(PointwiseLoss loss) {
        this.loss = loss;
    }

    /** Whether the trait has a meaning for this loss: only forecasts of probabilities can be proper. */
    static boolean applies(Trait trait, PointwiseLoss loss) {
        return trait != Trait.PROPER || loss.prediction().isProbability();
    }

    /** A sample that contradicts the trait, in words; null where none of ten thousand does. */
    String counterExample(Trait trait) {
        looked = 0;
        for (int i = 0; i < DRAWS * SAMPLES && looked < SAMPLES; i++) {
            looked++;
            double t = chance.truth(loss.truth(), 2);
            String found = switch (trait) {
                case CONVEX -> bent(t);
                case SYMMETRIC -> lopsided(t);
                case SMOOTH -> jump(t);
                case LIPSCHITZ -> steep(t);
                case ZERO_AT_TRUTH -> awayFromZero(t);
                case NON_NEGATIVE -> negative(t);
                case PROPER -> improper();
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether the last search looked at ten thousand samples; those of which the trait says nothing do not count. */
    boolean isThrough() {
        return looked == SAMPLES;
    }

    private String saysNothing() {
        looked--;
        return null;
    }

    private String bent(double t) {
        double a = prediction(t);
        double b = prediction(t);
        double middle = loss.value(t, (a + b) / 2);
        double mean = loss.value(t, a) / 2 + loss.value(t, b) / 2;
        if (mean == Double.POSITIVE_INFINITY) {
            return saysNothing();
        }
        return middle > mean + 1e-9 * (Math.abs(mean) + Math.abs(middle)) + 1e-12
                ? "bent down between " + a + " and " + b + " for the truth " + t
                : null;
    }

    private String lopsided(double t) {
        double e = Math.abs(prediction(t) - t);
        Interval interval = loss.prediction().interval();
        if (!interval.contains(t + e) || !interval.contains(t - e)) {
            return saysNothing();
        }
        double right = loss.value(t, t + e);
        double left = loss.value(t, t - e);
        return Math.abs(right - left) > 1e-9 * (Math.abs(right) + Math.abs(left)) + 1e-12
                ? right + " and " + left + " at a distance of " + e + " from " + t
                : null;
    }

    private String jump(double t) {
        double at = Jump.of(p -> loss.slope(t, p), prediction(t), prediction(t), 0);
        return Double.isNaN(at) ? null : "the slope jumps at " + at + " for the truth " + t;
    }

    private String steep(double truth) {
        double tiny = chance.sign() * chance.size(-9, -2);
        boolean small = chance.happens(0.5) && loss.truth().kind() == Domain.Kind.NUMBER;
        double t = small && loss.truth().interval().contains(tiny) ? tiny : truth;
        double near = t * (1 + chance.between(-1, 1));
        double p = chance.happens(0.3) && loss.prediction().interval().contains(near) ? near : far(t);
        double slope = Math.abs(loss.slope(t, p));
        return slope > 1e5 ? "slope " + slope + " at " + p + " for the truth " + t : null;
    }

    private String awayFromZero(double t) {
        if (!loss.prediction().interval().contains(t)) {
            return saysNothing();
        }
        double value = loss.value(t, t);
        return Math.abs(value) > 1e-12 ? value + " at the truth " + t : null;
    }

    private String negative(double t) {
        double p = prediction(t);
        double value = loss.value(t, p);
        return value < 0 ? value + " at " + p + " for the truth " + t : null;
    }

    /** Whether another forecast than the probability {@code q} itself would cost less on average, or the same. */
    private String improper() {
        double q = chance.between(0.01, 0.99);
        double p = chance.between(0.01, 0.99);
        if (Math.abs(p - q) < 1e-3) {
            return saysNothing();
        }
        double honest = q * loss.value(1, q) + (1 - q) * loss.value(0, q);
        double other = q * loss.value(1, p) + (1 - q) * loss.value(0, p);
        return other <= honest ? "to forecast " + p + " is as good where " + q + " is true" : null;
    }

    /** Near the truth, or anywhere. */
    private double prediction(double t) {
        Interval interval = loss.prediction().interval();
        double near = t + chance.sign() * chance.size(-2, 1);
        return chance.happens(0.5) && interval.contains(near) ? near : chance.in(interval);
    }

    /** Far out, or next to an end of the domain. */
    private double far(double t) {
        Interval interval = loss.prediction().interval();
        double tiny = chance.size(-9, -1);
        double p = interval.low() + tiny;
        if (Double.isInfinite(p) || chance.happens(0.5)) {
            p = Double.isInfinite(interval.high())
                    ? Math.max(interval.low(), -FAR) + chance.between(0, 2 * FAR)
                    : interval.high() - tiny;
        }
        return interval.contains(p) && loss.prediction().kind() != Domain.Kind.FLAG ? p : t;
    }
}
