package lossctl.catalog.metric;

import java.util.Arrays;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Twofold;

/** Samples of two classes by their scores, from the greatest down, with those of equal scores together. */
final class Thresholds {
    private static final double LEAST = 1e-60;

    /** The weight of the positives of this score; like all weights here in two doubles, so that long sums stay right. */
    Twofold positives;

    /** The weight of the negatives of this score. */
    Twofold negatives;

    /** The weight of the positives down to this score. */
    Twofold found = Twofold.of(0);

    /** The weight of all samples down to this score. */
    Twofold seen = Twofold.of(0);

    /** The weight of all positives. */
    final Twofold allPositives;

    /** The weight of all negatives. */
    final Twofold allNegatives;

    /** Whether weights are so far from 1 that their products, or their sums in two doubles, lose what counts. */
    final boolean isFar;

    /** Where that is so, the exact weight of the positives of this score. */
    Dyadic exactPositives;

    /** Where that is so, the exact weight of the negatives of this score. */
    Dyadic exactNegatives;

    private final Samples samples;
    private final Integer[] order;
    private int place;

    Thresholds(Samples samples) {
        if (samples.outputs() != 1) {
            throw new UndefinedLoss("there are " + samples.outputs()
                    + " scores a sample, and thresholds are for one: that of the truths of 1");
        }
        this.samples = samples;
        isFar = isFar(samples);
        order = new Integer[samples.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        add(order.length);
        allPositives = positives;
        allNegatives = negatives;
        double[] scores = samples.prediction();
        Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
        place = 0;
    }

    private static boolean isFar(Samples samples) {
        boolean isFar = false;
        for (int i = 0; i < samples.count(); i++) {
            double weight = samples.weight(i);
            isFar |= weight > 1 / LEAST || weight < LEAST && weight > 0;
        }
        return isFar;
    }

    /** Goes to the next distinct score; false where there is none. */
    boolean next() {
        if (place == order.length) {
            return false;
        }
        double[] scores = samples.prediction();
        int to = place + 1;
        while (to < order.length && scores[order[to]] == scores[order[place]]) {
            to++;
        }
        add(to);
        found = found.plus(positives);
        seen = seen.plus(positives).plus(negatives);
        return true;
    }

    private void add(int to) {
        positives = Twofold.of(0);
        negatives = Twofold.of(0);
        if (isFar) {
            addExactly(place, to);
        }
        for (; place < to; place++) {
            int i = order[place];
            if (samples.truth()[i] == 1) {
                positives = positives.plus(samples.weight(i));
            } else {
                negatives = negatives.plus(samples.weight(i));
            }
        }
    }

    private void addExactly(int from, int to) {
        exactPositives = Dyadic.of(0);
        exactNegatives = Dyadic.of(0);
        for (int n = from; n < to; n++) {
            int i = order[n];
            Dyadic weight = Dyadic.of(samples.weight(i));
            if (samples.truth()[i] == 1) {
                exactPositives = exactPositives.plus(weight);
            } else {
                exactNegatives = exactNegatives.plus(weight);
            }
        }
    }
}
