package lossctl.convention;

import java.util.Arrays;

/**
 * The Dice score of one image, pixel by pixel a flag for each class. Source: torchmetrics 1.9, functional/segmentation.
 *
 * @param classes how many classes a pixel has
 * @param first the first class that counts
 * @param end the class behind the last that counts
 * @param average how classes become one number
 * @param weights what each class weighs in the generalized score; empty for the plain one
 */
record TorchmetricsOverlap(int classes, int first, int end, String average, double[] weights) implements AnyRow {
    private static double[] sizes(double[] flags, int classes) {
        double[] sizes = new double[classes];
        for (int i = 0; i < flags.length; i++) {
            sizes[i % classes] += flags[i];
        }
        return sizes;
    }

    /** What classes of these sizes weigh; infinite for an absent one. */
    static double[] weights(double[] truth, int classes, String weighs) {
        double[] weights = sizes(truth, classes);
        for (int c = 0; c < classes; c++) {
            weights[c] = switch (weighs) {
                case "square" -> 1 / (weights[c] * weights[c]);
                case "simple" -> 1 / weights[c];
                case "linear" -> 1;
                default -> throw new Refused("weight_type is to be square, simple or linear, not " + weighs);
            };
        }
        return weights;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        double[] common = new double[classes];
        for (int i = 0; i < truth.length; i++) {
            common[i % classes] += truth[i] * prediction[i];
        }
        double[] sizes = sizes(truth, classes);
        double[] told = sizes(prediction, classes);
        return weights.length == 0 ? plain(common, sizes, told) : generalized(common, sizes, told);
    }

    private double generalized(double[] common, double[] sizes, double[] told) {
        double above = 0;
        double below = 0;
        for (int c = first; c < end; c++) {
            above += 2 * common[c] * weights[c];
            below += (sizes[c] + told[c]) * weights[c];
        }
        return below == 0 ? 0 : above / below;
    }

    private double plain(double[] common, double[] sizes, double[] told) {
        double above = 0;
        double below = 0;
        double sum = 0;
        double weighed = 0;
        double all = 0;
        int found = 0;
        for (int c = first; c < end; c++) {
            above += 2 * common[c];
            below += sizes[c] + told[c];
            all += sizes[c];
            if (sizes[c] + told[c] > 0) {
                double score = 2 * common[c] / (sizes[c] + told[c]);
                sum += score;
                weighed += score * sizes[c];
                found++;
            }
        }
        return switch (average) {
            case "micro" -> above / below;
            case "macro" -> sum / found;
            case "weighted" -> found == 0 ? Double.NaN : all == 0 ? 0 : weighed / all;
            default -> throw new Refused("average is known as micro, macro and weighted, not " + average);
        };
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        Arrays.fill(gradient, Double.NaN);
    }
}
