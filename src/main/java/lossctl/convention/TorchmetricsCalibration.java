package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.num.Interval;

/**
 * The calibration error as torchmetrics counts: a bin holds its lower end, and 1 has a bin of its own; of a yes or no the
 * probability itself is the confidence, and the truth the accuracy; of classes confidences are rounded to single
 * precision. Source: torchmetrics 1.9, functional/classification/calibration_error.py.
 *
 * @param bins how many bins of equal width there are
 * @param norm how the differences of the bins become one number
 * @param classes whether a row tells classes
 */
record TorchmetricsCalibration(int bins, String norm, boolean classes) implements GroupMetric {
    @Override
    public Domain truth() {
        return classes ? Domain.label() : Domain.flag();
    }

    @Override
    public Domain prediction() {
        return classes ? Domain.row(Interval.REAL) : Domain.number(Interval.REAL);
    }

    /** The ends of bins between 0 and 1, computed from both sides as torch.linspace does, in single precision or not. */
    static double[] ends(int bins, boolean inSingle) {
        double[] ends = new double[bins + 1];
        double step = 1.0 / bins;
        float single = 1f / bins;
        for (int i = 0; i <= bins; i++) {
            boolean low = i < (bins + 1) / 2;
            double exact = low ? step * i : 1 - step * (bins - i);
            ends[i] = !inSingle ? exact : low ? single * i : 1f - single * (bins - i);
        }
        return ends;
    }

    @Override
    public double value(Samples samples) {
        int width = samples.outputs();
        double[] p = classes ? Activated.rows(samples.prediction(), width) : Activated.flags(samples.prediction());
        double[] ends = ends(bins, classes);
        double[] sums = new double[bins + 1];
        double[] right = new double[bins + 1];
        double[] counts = new double[bins + 1];
        double all = 0;
        for (int i = 0; i < samples.count(); i++) {
            int best = 0;
            for (int c = 1; c < width; c++) {
                best = p[i * width + c] > p[i * width + best] ? c : best;
            }
            // a sum with 0 has no -0, which would stand before the first bin
            double confidence = 0 + (classes ? (float) p[i * width + best] : p[i]);
            int found = Arrays.binarySearch(ends, confidence);
            int bin = found >= 0 ? found : -found - 2;
            double weight = samples.weight(i);
            sums[bin] += weight * confidence;
            right[bin] += weight * (classes ? best == samples.truth()[i] ? 1 : 0 : samples.truth()[i]);
            counts[bin] += weight;
            all += weight;
        }
        double result = 0;
        for (int bin = 0; bin <= bins; bin++) {
            double gap = counts[bin] == 0 ? 0 : Math.abs(right[bin] / counts[bin] - sums[bin] / counts[bin]);
            double share = counts[bin] / all;
            result = norm.equals("max") ? Math.max(result, gap) : result + share * gap * (norm.equals("l2") ? gap : 1);
        }
        return norm.equals("l2") ? result > 0 ? Math.sqrt(result) : 0 : result;
    }
}
