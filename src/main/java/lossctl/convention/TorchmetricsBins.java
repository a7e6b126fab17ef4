package lossctl.convention;

import lossctl.loss.Samples;

/**
 * The area under a curve that has a point for each of some thresholds only. Source: torchmetrics 1.9,
 * functional/classification/precision_recall_curve.py, roc.py and auroc.py.
 *
 * @param thresholds at which a score is a yes
 * @param precision whether the curve is that of precision over recall, not the receiver's
 * @param most up to which share of false positives the area counts, put on the scale on which chance scores one half; 1
 *     for all of it
 */
record TorchmetricsBins(double[] thresholds, boolean precision, double most) implements FlagScore {
    @Override
    public boolean hasValueOfNothing() {
        return true;
    }

    @Override
    public double value(Samples samples) {
        int points = thresholds.length;
        double[] hits = new double[points];
        double[] misses = new double[points];
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < samples.count(); i++) {
            boolean yes = samples.truth()[i] == 1;
            double weight = samples.weight(i);
            positives += yes ? weight : 0;
            negatives += yes ? 0 : weight;
            for (int k = 0; k < points; k++) {
                if (samples.prediction()[i] >= thresholds[k]) {
                    hits[k] += yes ? weight : 0;
                    misses[k] += yes ? 0 : weight;
                }
            }
        }
        return precision ? average(hits, misses, positives) : area(hits, misses, positives, negatives);
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }

    private static double average(double[] hits, double[] misses, double positives) {
        double sum = 0;
        for (int k = 0; k < hits.length; k++) {
            double next = k + 1 < hits.length ? share(hits[k + 1], positives) : 0;
            sum += (share(hits[k], positives) - next) * share(hits[k], hits[k] + misses[k]);
        }
        return sum;
    }

    private double area(double[] hits, double[] misses, double positives, double negatives) {
        boolean whole = most == 1 || isZero(hits) || isZero(misses);
        double area = 0;
        for (int k = hits.length - 1; k > 0; k--) {
            double from = share(misses[k], negatives);
            double to = share(misses[k - 1], negatives);
            double low = share(hits[k], positives);
            double high = share(hits[k - 1], positives);
            if (!whole && to > most) {
                double width = most - from;
                double end = low + (high - low) * width / (to - from);
                area += width * (low + end) / 2;
                break;
            }
            area += (to - from) * (low + high) / 2;
        }
        double least = 0.5 * most * most;
        return whole ? area : 0.5 * (1 + (area - least) / (most - least));
    }

    private static boolean isZero(double[] counts) {
        for (double count : counts) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }
}
