package lossctl.catalog.sequence;

import java.util.Arrays;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/**
 * All ways to spread a list of labels over the steps of a sequence, with blanks between and each label as long as it
 * takes: the forward and backward sums of Graves et al. 2006, in logarithms, whose errors add up from step to step and which
 * are therefore told in two doubles.
 */
final class Alignments {
    private static final Log NONE = Log.NONE;
    private static final Log CERTAIN = Log.of(Twofold.of(0));

    private final Log[][] logs;
    private final int[] path;

    /** {@code logs} are the log-probabilities of each class, a row a step. */
    Alignments(Log[][] logs, int[] labels, int blank) {
        this.logs = logs;
        path = new int[2 * labels.length + 1];
        Arrays.fill(path, blank);
        for (int i = 0; i < labels.length; i++) {
            path[2 * i + 1] = labels[i];
        }
    }

    /** Whether a label may follow the one before it without a blank between. */
    private boolean skips(int s) {
        return s >= 2 && s % 2 == 1 && path[s] != path[s - 2];
    }

    /** The logarithm of the probability of all beginnings that are at each place of the path, after each step. */
    private Log[][] forward() {
        Log[][] sums = new Log[logs.length][path.length];
        for (int t = 0; t < logs.length; t++) {
            for (int s = 0; s < path.length; s++) {
                sums[t][s] = logSum(
                                t == 0 ? s < 2 ? CERTAIN : NONE : sums[t - 1][s],
                                t > 0 && s > 0 ? sums[t - 1][s - 1] : NONE,
                                t > 0 && skips(s) ? sums[t - 1][s - 2] : NONE)
                        .plus(logs[t][path[s]]);
            }
        }
        return sums;
    }

    /** The same of all ends that follow, the step itself not among them. */
    private Log[][] backward() {
        Log[][] sums = new Log[logs.length][path.length];
        for (int t = logs.length - 1; t >= 0; t--) {
            for (int s = path.length - 1; s >= 0; s--) {
                boolean last = t == logs.length - 1;
                sums[t][s] = logSum(
                        last ? s + 2 < path.length ? NONE : CERTAIN : next(sums, t, s),
                        !last && s + 1 < path.length ? next(sums, t, s + 1) : NONE,
                        !last && s + 2 < path.length && skips(s + 2) ? next(sums, t, s + 2) : NONE);
            }
        }
        return sums;
    }

    private Log next(Log[][] sums, int t, int s) {
        return sums[t + 1][s].plus(logs[t + 1][path[s]]);
    }

    /** The logarithm of the sum of exponentials. */
    private static Log logSum(Log... terms) {
        int best = 0;
        for (int i = 1; i < terms.length; i++) {
            best = terms[i].exceeds(terms[best]) ? i : best;
        }
        Twofold others = Twofold.of(0);
        for (int i = 0; i < terms.length; i++) {
            if (i != best && !terms[i].isNone()) {
                Twofold less = terms[i].lead(terms[best]);
                others = others.plus(Elementary.sharpExp(less.high(), less.low()));
            }
        }
        return terms[best].plus(Log.of(Elementary.sharpLog1p(others)));
    }

    /** The negative logarithm of the probability of all alignments; Infinity where there is none. */
    double cost() {
        if (logs.length == 0) {
            return path.length == 1 ? 0 : Double.POSITIVE_INFINITY;
        }
        return 0 - all(forward()).near().value();
    }

    /**
     * The logarithms of the probabilities of all alignments that end with the last label, and with the blank behind it;
     * empty where there are no steps.
     */
    double[] ends() {
        if (logs.length == 0) {
            return new double[0];
        }
        return Arrays.stream(ends(forward()))
                .mapToDouble(end -> end.near().value())
                .toArray();
    }

    private Log[] ends(Log[][] forward) {
        return Arrays.copyOfRange(forward[logs.length - 1], Math.max(0, path.length - 2), path.length);
    }

    /** How many alignments there are, of a step or more. */
    double count() {
        double[] counts = new double[path.length];
        Arrays.fill(counts, 0, Math.min(2, path.length), 1);
        for (int t = 1; t < logs.length; t++) {
            for (int s = path.length - 1; s > 0; s--) {
                counts[s] += counts[s - 1] + (skips(s) ? counts[s - 2] : 0);
            }
        }
        return Arrays.stream(counts).skip(Math.max(0, path.length - 2)).sum();
    }

    /** The logarithm of the probability of all alignments. */
    private Log all(Log[][] forward) {
        return logSum(ends(forward));
    }

    /** How probable each class is at each step, among the alignments; NaN where there is none. */
    Twofold[][] occupation() {
        Twofold[][] occupation = new Twofold[logs.length][];
        Log[][] forward = forward();
        Log[][] backward = backward();
        for (int t = 0; t < logs.length; t++) {
            occupation[t] = new Twofold[logs[t].length];
            Arrays.fill(occupation[t], Twofold.of(0));
            Log all = all(forward);
            for (int s = 0; s < path.length; s++) {
                Twofold share = all.isNone() ? Twofold.of(Double.NaN) : share(forward[t][s].plus(backward[t][s]), all);
                occupation[t][path[s]] = occupation[t][path[s]].plus(share);
            }
        }
        return occupation;
    }

    private static Twofold share(Log part, Log all) {
        if (part.isNone()) {
            return Twofold.of(0);
        }
        Twofold log = part.lead(all);
        return Elementary.sharpExp(log.high(), log.low());
    }
}
