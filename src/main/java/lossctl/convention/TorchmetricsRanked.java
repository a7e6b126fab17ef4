package lossctl.convention;

import java.util.Arrays;

/**
 * How labels of one sample are ranked, as torchmetrics counts. Source: torchmetrics 1.9,
 * functional/classification/ranking.py.
 *
 * @param covers whether it tells how far down the last true label is; else the share of pairs in the wrong order, in which
 *     the later of equal scores stands first
 */
record TorchmetricsRanked(boolean covers) implements AnyRow {
    @Override
    public double value(double[] truth, double[] scores) {
        int relevant = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < truth.length; j++) {
            relevant += truth[j] == 1 ? 1 : 0;
            least = truth[j] == 1 ? Math.min(least, scores[j]) : least;
        }
        int others = truth.length - relevant;
        if (relevant == 0 || !covers && others == 0) {
            return 0;
        }
        double count = 0;
        for (int i = 0; i < truth.length; i++) {
            if (covers) {
                count += scores[i] >= least ? 1 : 0;
                continue;
            }
            for (int j = 0; truth[i] == 1 && j < truth.length; j++) {
                boolean first = scores[j] > scores[i] || scores[j] == scores[i] && j > i;
                count += truth[j] != 1 && first ? 1 : 0;
            }
        }
        return covers ? count : count / (relevant * others);
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        Arrays.fill(gradient, Double.NaN);
    }
}
