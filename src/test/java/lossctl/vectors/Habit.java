package lossctl.vectors;

import java.util.List;
import lossctl.vectors.Meaning.Layout;

/** Finds what a framework does in a case that mathematics does not: such a case is left to its convention. */
final class Habit {
    private static final double KERAS_EPSILON = 1e-7;

    private final VectorCase of;
    private final Numbers truth;
    private final Numbers prediction;

    private Habit(VectorCase of) {
        this.of = of;
        truth = of.numbers("y_true");
        prediction = of.numbers("y_pred");
    }

    /** The habit that makes the number another one, in a few words; null where mathematics says the same. */
    static String in(VectorCase each, Meaning meaning) {
        Habit habit = new Habit(each);
        String found = habit.anywhere(meaning);
        if (found != null) {
            return found;
        }
        if (each.oracle().startsWith("keras")) {
            return habit.inKeras();
        }
        return each.oracle().startsWith("torch") ? habit.inTorch() : habit.inScikitLearn();
    }

    private String anywhere(Meaning meaning) {
        if (!truth.isFinite() || !prediction.isFinite()) {
            return "takes numbers that are not finite";
        }
        if (prediction.dimensions() > 2 && meaning.layout() != Layout.ELEMENTS) {
            return "takes more than two dimensions";
        }
        return null;
    }

    private String inKeras() {
        if (of.has("sample_weight")) {
            if (of.reduction().equals("sum_over_batch_size")) {
                return "divides a weighted sum by the number of samples";
            }
            if (of.reduction().equals("none")) {
                return "puts the weights into single values";
            }
        }
        Object axis = of.param("axis");
        if (axis != null && !axis.equals(-1.0) && !axis.equals((double) prediction.dimensions() - 1)) {
            return "reduces another axis than the last";
        }
        boolean logits = Boolean.TRUE.equals(of.param("from_logits"));
        return switch (of.loss()) {
            case "Poisson" -> "adds 1e-7 to the rate";
            case "MeanAbsolutePercentageError" -> least(truth) < KERAS_EPSILON ? "raises truths to 1e-7" : null;
            case "MeanSquaredLogarithmicError" ->
                lowest(truth) < KERAS_EPSILON || lowest(prediction) < KERAS_EPSILON ? "raises numbers to 1e-7" : null;
            case "KLDivergence" ->
                lowest(truth) < KERAS_EPSILON || lowest(prediction) < KERAS_EPSILON || highest(prediction) > 1
                        ? "clips to [1e-7, 1]"
                        : null;
            case "BinaryCrossentropy" -> logits ? null : clipped(prediction.doubles());
            case "BinaryFocalCrossentropy" -> {
                if (of.param("label_smoothing") != null) {
                    yield "smooths the truth of a focal loss";
                }
                yield logits ? prediction.greatest() > 16 ? "clips at 1e-7" : null : clipped(prediction.doubles());
            }
            case "CategoricalCrossentropy" -> logits ? null : clippedShares();
            case "SparseCategoricalCrossentropy" -> {
                String ignores = ignores("ignore_class");
                yield ignores != null || logits ? ignores : clippedShares();
            }
            case "CosineSimilarity" -> {
                if (hasShortRow()) {
                    yield "takes vectors for at least 1e-7 long";
                }
                boolean numbers = prediction.dimensions() == 2 && prediction.shape()[1] == 1;
                yield numbers ? "leaves rounding errors as the gradient of single numbers" : null;
            }
            case "LogCosh" -> isFarBelow(-10) ? "has a softplus that is the identity above 20" : null;
            case "Hinge", "SquaredHinge" -> mixesSigns() ? "takes labels of both kinds" : null;
            default -> null;
        };
    }

    private String inTorch() {
        if (of.has("sample_weight")) {
            boolean divides = of.loss().equals("l1_loss") || of.loss().equals("mse_loss");
            if (of.reduction().equals("mean") && !divides) {
                return "divides a weighted sum by the number of samples";
            }
            if (of.reduction().equals("none")) {
                return "puts the weights into single values";
            }
        }
        return switch (of.loss()) {
            case "binary_cross_entropy" ->
                lowest(prediction) <= 1e-12 || highest(prediction) >= 1 - 1e-12 ? "stops logarithms at -100" : null;
            case "binary_cross_entropy_with_logits" ->
                of.param("pos_weight") instanceof List<?> ? "has a positive weight an output" : null;
            case "soft_margin_loss" -> prediction.greatest() > 700 ? "overflows" : null;
            case "poisson_nll_loss" ->
                Boolean.TRUE.equals(of.param("full"))
                        ? "approximates the term of the count by Stirling"
                        : Boolean.FALSE.equals(of.param("log_input")) ? "adds 1e-8 to the rate" : null;
            case "cross_entropy" -> inCrossEntropy();
            default -> null;
        };
    }

    private String inCrossEntropy() {
        boolean weighted = of.param("weight") != null;
        boolean smooth = of.param("label_smoothing") != null
                && !of.param("label_smoothing").equals(0.0);
        if (weighted && (smooth || truth.dimensions() == prediction.dimensions())) {
            return "weighs the classes inside a sample";
        }
        if (weighted && of.reduction().equals("none")) {
            return "puts the weights into single values";
        }
        return ignores("ignore_index");
    }

    private String inScikitLearn() {
        if (of.reduction().equals("raw_values")) {
            return "tells every output by itself";
        }
        boolean root = Boolean.FALSE.equals(of.param("squared"));
        if (root && prediction.dimensions() == 2) {
            return "takes the mean of the outputs' roots";
        }
        return switch (of.loss()) {
            case "mean_absolute_percentage_error" -> "tells a fraction, not percent";
            case "r2_score", "explained_variance_score" -> isConstant() ? "has a value for a constant truth" : null;
            case "log_loss" -> {
                double eps = of.param("eps") instanceof Double given ? given : 1e-15;
                yield lowest(prediction) < eps || highest(prediction) > 1 - eps ? "clips at " + eps : null;
            }
            case "hinge_loss" -> prediction.dimensions() == 2 ? "is another loss for several classes" : null;
            default -> null;
        };
    }

    private String ignores(String param) {
        Object ignored = of.param(param);
        if (ignored == null) {
            return null;
        }
        int found = 0;
        for (double label : truth.doubles()) {
            found += ignored.equals(label) ? 1 : 0;
        }
        if (found == truth.size()) {
            return "has a value where every sample is ignored";
        }
        return found > 0 && of.reduction().equals("none") ? "tells 0 for an ignored sample" : null;
    }

    private static String clipped(double[] probabilities) {
        for (double p : probabilities) {
            if (!(p >= KERAS_EPSILON && p <= 1 - KERAS_EPSILON)) {
                return "clips at 1e-7";
            }
        }
        return null;
    }

    /** Predictions divided by the sum of their row. */
    private double[] shares() {
        double[] shares = prediction.doubles();
        int width = prediction.shape()[prediction.dimensions() - 1];
        for (int from = 0; from < shares.length; from += width) {
            double sum = 0;
            for (int j = from; j < from + width; j++) {
                sum += shares[j];
            }
            for (int j = from; j < from + width; j++) {
                shares[j] /= sum;
            }
        }
        return shares;
    }

    private String clippedShares() {
        return lowest(prediction) < 0 || highest(prediction) > 1
                ? "takes probabilities outside [0, 1]"
                : clipped(shares());
    }

    private boolean isFarBelow(double residual) {
        double[] t = truth.doubles();
        double[] p = prediction.doubles();
        for (int i = 0; i < t.length; i++) {
            if (p[i] - t[i] < residual) {
                return true;
            }
        }
        return false;
    }

    private boolean hasShortRow() {
        return hasShortRow(truth) || hasShortRow(prediction);
    }

    private static boolean hasShortRow(Numbers numbers) {
        double[] entries = numbers.doubles();
        int width = numbers.shape()[numbers.dimensions() - 1];
        for (int from = 0; from < entries.length; from += width) {
            double square = 0;
            for (int j = from; j < from + width; j++) {
                square += entries[j] * entries[j];
            }
            if (square < KERAS_EPSILON * KERAS_EPSILON) {
                return true;
            }
        }
        return false;
    }

    private boolean mixesSigns() {
        boolean zero = false;
        boolean minus = false;
        for (double each : truth.doubles()) {
            zero |= each == 0;
            minus |= each == -1;
        }
        return zero && minus;
    }

    private boolean isConstant() {
        double[] entries = truth.doubles();
        int width = truth.dimensions() == 1 ? 1 : truth.shape()[1];
        for (int output = 0; output < width; output++) {
            boolean same = true;
            for (int i = output; i < entries.length; i += width) {
                same &= entries[i] == entries[output];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static double lowest(Numbers numbers) {
        double lowest = Double.POSITIVE_INFINITY;
        for (double each : numbers.doubles()) {
            lowest = Math.min(lowest, each);
        }
        return lowest;
    }

    private static double highest(Numbers numbers) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double each : numbers.doubles()) {
            highest = Math.max(highest, each);
        }
        return highest;
    }

    /** The least magnitude. */
    private static double least(Numbers numbers) {
        double least = Double.POSITIVE_INFINITY;
        for (double each : numbers.doubles()) {
            least = Math.min(least, Math.abs(each));
        }
        return least;
    }
}
