package lossctl.convention;

import lossctl.loss.Samples;

/** How often each class, or each label, was rightly and wrongly told. */
final class TorchmetricsCounts {
    /** The distance of 1 to the next single: what torchmetrics adds where a correlation has no spread. */
    private static final double EPSILON = 0x1p-23;

    /**
     * The weights of the samples of one class.
     *
     * @param hits true and told
     * @param wrong told and not true
     * @param missed true and not told
     * @param rest neither
     */
    record Row(double hits, double wrong, double missed, double rest) {}

    private final TorchmetricsTask task;
    private final double[] hits;
    private final double[] wrong;
    private final double[] missed;
    private final double[] rest;

    private TorchmetricsCounts(TorchmetricsTask task, int classes) {
        this.task = task;
        hits = new double[classes];
        wrong = new double[classes];
        missed = new double[classes];
        rest = new double[classes];
    }

    static TorchmetricsCounts of(TorchmetricsTask task, Samples samples, int least, double threshold, int places) {
        return switch (task) {
            case MULTICLASS -> classes(samples, least, places);
            case BINARY, MULTILABEL -> flags(task, samples, threshold);
        };
    }

    private static TorchmetricsCounts flags(TorchmetricsTask task, Samples samples, double threshold) {
        int width = samples.outputs();
        TorchmetricsCounts counts = new TorchmetricsCounts(task, width);
        double[] p = Activated.flags(samples.prediction());
        for (int i = 0; i < samples.truth().length; i++) {
            counts.add(i % width, samples.truth()[i], p[i] > threshold ? 1 : 0, samples.weight(i / width));
        }
        return counts;
    }

    /** A truth that is neither 0 nor 1 does not count. */
    private void add(int label, double truth, double told, double weight) {
        if (truth == 1) {
            hits[label] += told == 1 ? weight : 0;
            missed[label] += told == 1 ? 0 : weight;
        } else if (truth == 0) {
            wrong[label] += told == 1 ? weight : 0;
            rest[label] += told == 1 ? 0 : weight;
        }
    }

    private static TorchmetricsCounts classes(Samples samples, int least, int places) {
        int classes = Math.max(least, samples.outputs());
        int[] told = new int[samples.count()];
        for (int i = 0; i < told.length; i++) {
            told[i] = told(samples, i, places);
            classes = Math.max(classes, Math.max(told[i], (int) samples.truth()[i]) + 1);
        }
        TorchmetricsCounts counts = new TorchmetricsCounts(TorchmetricsTask.MULTICLASS, classes);
        for (int i = 0; i < told.length; i++) {
            for (int c = 0; c < classes; c++) {
                counts.add(c, samples.truth()[i] == c ? 1 : 0, told[i] == c ? 1 : 0, samples.weight(i));
            }
        }
        return counts;
    }

    /** The single prediction; the true class, where it is among the greatest; or the first of the greatest. */
    private static int told(Samples samples, int i, int places) {
        int k = samples.outputs();
        double[] all = samples.prediction();
        if (k == 1) {
            return (int) all[i];
        }
        int truth = (int) samples.truth()[i];
        int best = 0;
        int before = 0;
        for (int c = 0; c < k; c++) {
            double score = all[i * k + c];
            best = score > all[i * k + best] ? c : best;
            before += score > all[i * k + truth] || score == all[i * k + truth] && c < truth ? 1 : 0;
        }
        return before < places ? truth : best;
    }

    int classes() {
        return hits.length;
    }

    Row of(int label) {
        return new Row(hits[label], wrong[label], missed[label], rest[label]);
    }

    /** All classes together. */
    Row all() {
        return new Row(sum(hits), sum(wrong), sum(missed), sum(rest));
    }

    /** All classes together; if there is this one, it does not count but for its hits. */
    Row without(int label) {
        Row all = all();
        if (label < 0 || label >= classes()) {
            return all;
        }
        Row one = of(label);
        return new Row(all.hits(), all.wrong() - one.hits() - one.wrong(), all.missed() - one.missed(), all.rest());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Matthews's correlation. Source: torchmetrics 1.9, functional/classification/matthews_corrcoef.py. */
    double correlation() {
        if (task != TorchmetricsTask.MULTICLASS) {
            return correlation(all());
        }
        if (hits.length == 2) {
            return correlation(of(1));
        }
        double all = hits[0] + wrong[0] + missed[0] + rest[0];
        double good = sum(hits);
        double cross = 0;
        double truths = 0;
        double told = 0;
        for (int c = 0; c < hits.length; c++) {
            double actual = hits[c] + missed[c];
            double predicted = hits[c] + wrong[c];
            cross += actual * predicted;
            truths += actual * actual;
            told += predicted * predicted;
        }
        double below = (all * all - told) * (all * all - truths);
        return below == 0 ? 0 : (good * all - cross) / Math.sqrt(below);
    }

    private static double correlation(Row row) {
        double tp = row.hits();
        double fp = row.wrong();
        double fn = row.missed();
        double tn = row.rest();
        if (tp + tn != 0 && fp + fn == 0) {
            return 1;
        }
        if (tp + tn == 0 && fp + fn != 0) {
            return -1;
        }
        double below = (tp + fp) * (tn + fn) * (tp + fn) * (tn + fp);
        if (below != 0) {
            return (tp * tn - fp * fn) / Math.sqrt(below);
        }
        return withoutSpread(tp, fp, fn, tn)
                / Math.sqrt((tp + fp + EPSILON) * (tp + fn + EPSILON) * (tn + fp + EPSILON) * (tn + fn + EPSILON));
    }

    private static double withoutSpread(double tp, double fp, double fn, double tn) {
        double root = Math.sqrt(EPSILON);
        if (fn == 0 && tn == 0) {
            return root * (tp - fp);
        }
        if (fp == 0 && tn == 0) {
            return root * (tp - fn);
        }
        if (tp == 0 && fn == 0) {
            return root * (tn - fp);
        }
        if (tp == 0 && fp == 0) {
            return root * (tn - fn);
        }
        return tp == 0 ? tn - fp * fn : tn == 0 ? tp - fp * fn : tp * tn;
    }
}
