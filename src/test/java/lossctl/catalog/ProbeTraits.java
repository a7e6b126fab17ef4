package lossctl.catalog;

import lossctl.loss.ClassLoss;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;

/** Looks for samples that contradict a trait of a loss whose predictions are more than one. */
final class ProbeTraits {
    /** So many draws for each sample at most, where few of them are any that a trait speaks of. */
    private static final int DRAWS = 50;

    /** Terms of about 1 that cancel inside a loss, of a score of 100 say, leave no more than rounding of this. */
    private static final double CANCELLED = 0x1p-14;

    private final Loss loss;
    private final Chance chance = new Chance(11);
    private final Chance far = Chance.extreme(12);
    private final Chance tiny = Chance.tiny(13);

    private int looked;

    ProbeTraits(Loss loss) {
        this.loss = loss;
    }

    /** A contradiction, in words; null where none of so many samples is one, all of which have a value. */
    String counterExample(Trait trait, int samples) {
        looked = 0;
        for (int i = 0; i < DRAWS * samples && looked < samples; i++) {
            Probe probe = Probe.defined(loss, source(trait));
            if (probe.isImpossible()) {
                continue;
            }
            looked++;
            try {
                if (isContradicted(trait, probe)) {
                    return probe.toString();
                }
            } catch (UndefinedLoss e) {
                // beside the sample, at its mirror image say
                looked--;
            }
        }
        return null;
    }

    /** At how many samples the last search looked; those of which the trait says nothing do not count. */
    int looked() {
        return looked;
    }

    private boolean saysNothing() {
        looked--;
        return false;
    }

    private Chance source(Trait trait) {
        boolean far = (trait == Trait.LIPSCHITZ || trait == Trait.CONVEX) && chance.happens(0.4);
        return far ? this.far : trait == Trait.LIPSCHITZ && chance.happens(0.4) ? tiny : chance;
    }

    /** Whether the trait has a meaning for this loss. */
    boolean applies(Trait trait) {
        return switch (trait) {
            case PROPER -> loss instanceof RowLoss && loss.prediction().sumsToOne();
            case SYMMETRIC, ZERO_AT_TRUTH -> isLikeItsTruth();
            default -> true;
        };
    }

    private boolean isLikeItsTruth() {
        for (int i = 0; i < 100; i++) {
            if (new Probe(loss, chance).truthAsPrediction() != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isContradicted(Trait trait, Probe probe) {
        double[] truth = probe.truthAsPrediction();
        return switch (trait) {
            case NON_NEGATIVE -> probe.value() < 0;
            case ZERO_AT_TRUTH ->
                truth == null ? saysNothing() : !(Math.abs(probe.with(truth).value()) < 1e-12);
            case SYMMETRIC -> truth == null ? saysNothing() : isLopsided(probe, truth);
            case CONVEX -> isBent(probe);
            case SMOOTH -> jumps(probe);
            case LIPSCHITZ -> isUnbounded(probe);
            case PROPER -> isImproper(probe);
        };
    }

    private static double[] between(double[] a, double[] b, double share) {
        double[] middle = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            middle[i] = a[i] + share * (b[i] - a[i]);
        }
        return middle;
    }

    private boolean isLopsided(Probe drawn, double[] truth) {
        Probe probe = drawn.with(between(truth, drawn.prediction(), chance.size(-3, 0)));
        double[] other = between(probe.prediction(), truth, 2);
        if (!isInside(other)) {
            return saysNothing();
        }
        double here = probe.value();
        double there = probe.with(other).value();
        return Math.abs(here - there) > 1e-9 * (Math.abs(here) + Math.abs(there)) + 1e-12;
    }

    private boolean isBent(Probe probe) {
        double[] other = probe.drawn(chance);
        double mean = probe.value() / 2 + probe.with(other).value() / 2;
        if (mean == Double.POSITIVE_INFINITY) {
            return saysNothing();
        }
        double middle = probe.with(between(probe.prediction(), other, 0.5)).value();
        return middle > mean + 1e-9 * (Math.abs(mean) + Math.abs(middle)) + 1e-12;
    }

    /** Whether the slope along a line jumps, one through the truth every other time. */
    private boolean jumps(Probe probe) {
        double[] truth = probe.truthAsPrediction();
        double[] other = probe.drawn(chance);
        if (truth != null && chance.happens(0.5)) {
            double[] beyond = between(probe.prediction(), truth, 1 + chance.size(-2, -0.3));
            other = isInside(beyond) ? beyond : other;
        }
        return jumps(probe, other);
    }

    /** Whether the slope jumps on the line between the prediction and another one. */
    static boolean jumps(Probe probe, double[] other) {
        return !Double.isNaN(Jump.of(share -> slope(probe, other, share), 0, 1, terms(probe, other)));
    }

    private boolean isInside(double[] predictions) {
        boolean inside = true;
        for (double p : predictions) {
            inside &= loss.prediction().interval().contains(p);
        }
        return inside;
    }

    private static double slope(Probe probe, double[] other, double share) {
        double[] gradient =
                probe.with(between(probe.prediction(), other, share)).gradient();
        double slope = 0;
        for (int i = 0; i < other.length; i++) {
            slope += gradient[i] * (other[i] - probe.prediction()[i]);
        }
        return slope;
    }

    /** The size of the terms of the slopes at both ends of a line. */
    private static double terms(Probe probe, double[] other) {
        double[] gradient = probe.gradient();
        double[] there = probe.with(other).gradient();
        double terms = 0;
        for (int i = 0; i < other.length; i++) {
            double way = Math.abs(other[i] - probe.prediction()[i]);
            double steepness = Math.max(Math.abs(gradient[i]), Math.abs(there[i]));
            terms = Math.max(terms, way * Math.max(CANCELLED, steepness));
        }
        return terms;
    }

    /**
     * Whether the slope has no bound: steep here, or ever steeper while a prediction nears an end of its domain. Where
     * the exponent of the distance doubles, a logarithm doubles and a power is squared, but what has a bound comes to
     * rest.
     */
    private boolean isUnbounded(Probe probe) {
        return steepness(probe) > 1e5 || (chance.happens(0.1) && grows(probe));
    }

    private static boolean grows(Probe probe) {
        double before = Double.NaN;
        for (int power = 8; power <= 128; power *= 2) {
            Probe near = probe.nearEnd(Math.pow(10, -power));
            double steepness = near == null ? 0 : steepness(near);
            if (power > 8 && !(steepness > 1.5 * before)) {
                return false;
            }
            before = steepness;
        }
        return true;
    }

    /** The greatest slope by a prediction. */
    static double steepness(Probe probe) {
        double[] gradient = probe.gradient();
        double steepness = 0;
        for (int i = 0; i < probe.predictions(); i++) {
            steepness = Math.max(steepness, Math.abs(gradient[i]));
        }
        return steepness;
    }

    /** Whether the forecast costs as much as another where it is true itself. */
    private boolean isImproper(Probe probe) {
        double[] a = probe.prediction();
        double[] b = probe.drawn(chance);
        double distance = 0;
        double honest = 0;
        double other = 0;
        for (int j = 0; j < a.length; j++) {
            distance = Math.max(distance, Math.abs(a[j] - b[j]));
            double[] came = loss instanceof ClassLoss ? new double[] {j} : new double[a.length];
            if (!(loss instanceof ClassLoss)) {
                came[j] = 1;
            }
            honest += a[j] * ((RowLoss) loss).value(came, a);
            other += a[j] * ((RowLoss) loss).value(came, b);
        }
        return distance > 1e-3 ? honest >= other : saysNothing();
    }
}
