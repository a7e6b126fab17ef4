package lossctl.catalog;

import lossctl.loss.ClassLoss;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;

/** Looks for samples that contradict a trait of a loss whose predictions are more than one. */
final class ProbeTraits {
    private final Loss loss;
    private final Chance chance = new Chance(11);
    private final Chance far = Chance.extreme(12);
    private final Chance tiny = Chance.tiny(13);

    ProbeTraits(Loss loss) {
        this.loss = loss;
    }

    /** A contradiction, in words; null where none of so many samples is one. */
    String counterExample(Trait trait, int samples) {
        for (int i = 0; i < samples; i++) {
            try {
                Probe probe = new Probe(loss, source(trait));
                probe.value();
                if (isContradicted(trait, probe)) {
                    return probe.toString();
                }
            } catch (UndefinedLoss e) {
                continue;
            }
        }
        return null;
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
            case ZERO_AT_TRUTH -> truth != null && !(Math.abs(probe.with(truth).value()) < 1e-12);
            case SYMMETRIC -> truth != null && isLopsided(probe, truth);
            case CONVEX -> isBent(probe);
            case SMOOTH -> jumps(probe);
            case LIPSCHITZ -> isSteep(probe);
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
        for (double p : other) {
            if (!loss.prediction().interval().contains(p)) {
                return false;
            }
        }
        double here = probe.value();
        double there = probe.with(other).value();
        return Math.abs(here - there) > 1e-9 * (Math.abs(here) + Math.abs(there)) + 1e-12;
    }

    private boolean isBent(Probe probe) {
        double[] other = probe.drawn(chance);
        double mean = probe.value() / 2 + probe.with(other).value() / 2;
        double middle = probe.with(between(probe.prediction(), other, 0.5)).value();
        return middle > mean + 1e-9 * (Math.abs(mean) + Math.abs(middle)) + 1e-12;
    }

    /** Follows the greater change of the slope along a line into halves: what is left of it at the end is a jump. */
    private boolean jumps(Probe probe) {
        double[] truth = probe.truthAsPrediction();
        double[] other = probe.drawn(chance);
        if (truth != null && chance.happens(0.5)) {
            double[] beyond = between(probe.prediction(), truth, chance.between(1, 1.5));
            boolean inside = true;
            for (double p : beyond) {
                inside &= loss.prediction().interval().contains(p);
            }
            other = inside ? beyond : other;
        }
        double first = 0;
        double last = 1;
        double low = slope(probe, other, 0);
        double high = slope(probe, other, 1);
        double usual = Math.abs(low) + Math.abs(high);
        for (int i = 0; i < 45; i++) {
            double middle = (first + last) / 2;
            double slope = slope(probe, other, middle);
            if (Math.abs(slope - low) > Math.abs(high - slope)) {
                last = middle;
                high = slope;
            } else {
                first = middle;
                low = slope;
            }
        }
        double change = Math.abs(high - low);
        return change > 1e-3 * (Math.abs(low) + Math.abs(high)) && change > 1e-3 * (1 + usual);
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

    private static boolean isSteep(Probe probe) {
        double[] gradient = probe.gradient();
        for (int i = 0; i < probe.predictions(); i++) {
            if (Math.abs(gradient[i]) > 1e5) {
                return true;
            }
        }
        return false;
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
        return distance > 1e-3 && honest >= other;
    }
}
