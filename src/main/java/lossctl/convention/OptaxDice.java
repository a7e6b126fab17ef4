package lossctl.convention;

import lossctl.loss.Sums;
import lossctl.num.Elementary;
import lossctl.num.Tensor;

/**
 * The Dice loss of one image as optax computes it: each class {@code 1 - (I + s) / (I + alpha F + beta M + s)} over all
 * pixels, then their mean. Scores become probabilities first. Source: optax/losses/_segmentation.py.
 *
 * @param alpha what a false prediction costs
 * @param beta what a missed truth costs
 * @param smooth what is added above and below
 * @param scored whether predictions are scores, of which a softmax or, of one class, a sigmoid is taken
 * @param weights what each class weighs; null where they follow from how often classes are true, empty where each is 1
 * @param first the first class that counts
 * @param last the class behind the last that counts; 0 for all
 * @param divisor what the sum over classes is divided by; 0 for their number
 */
record OptaxDice(
        double alpha, double beta, double smooth, boolean scored, double[] weights, int first, int last, double divisor)
        implements AnyRowSums {
    static final String SMOOTHS = "takes raw scores, and adds 1 above and below the fraction of each class";
    static final String IMAGE = "rows are the pixels of one image, columns its classes, whose mean counts";

    private static final int EACH = 3;
    private static final double[] EVEN = {};

    static OptaxDice of(Args args, double alpha, double beta) {
        return new OptaxDice(alpha, beta, args.number("smooth"), true, EVEN, 0, 0, 0);
    }

    static OptaxDice generalized(Args args) {
        boolean behind = args.flag("ignore_background");
        return new OptaxDice(0.5, 0.5, args.number("smooth"), args.flag("apply_softmax"), null, behind ? 1 : 0, 0, 0);
    }

    /** What each class weighs. */
    static double[] weights(Tensor given) {
        return given == null ? EVEN : given.values();
    }

    @Override
    public int sums(int outputs) {
        return EACH * outputs;
    }

    private double[] probabilities(double[] prediction) {
        if (!scored) {
            return prediction;
        }
        double[] p = new double[prediction.length];
        if (p.length == 1) {
            p[0] = Elementary.sigmoid(prediction[0]);
        } else {
            Elementary.softmax(prediction, p);
        }
        return p;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        double[] p = probabilities(prediction);
        for (int c = 0; c < p.length; c++) {
            sums.at(EACH * c).addProduct(truth[c], p[c]);
            sums.at(EACH * c + 1).add(p[c]);
            sums.at(EACH * c + 2).add(truth[c]);
        }
    }

    private int end(int classes) {
        return last == 0 ? classes : last;
    }

    /** Of one class alone the first counts, whatever was told. */
    private int start(int classes) {
        return classes == 1 ? 0 : first;
    }

    /** What each class weighs in the result. */
    private double[] shares(Sums sums) {
        int classes = sums.outputs();
        double[] shares = new double[classes];
        double below = divisor == 0 ? end(classes) - start(classes) : divisor;
        double all = 0;
        for (int c = 0; c < classes; c++) {
            double often = sums.at(EACH * c + 2).value();
            shares[c] = weights == null ? 1 / (often * often + 1e-7) : weights.length == 0 ? 1 : weights[c];
            all += shares[c];
        }
        for (int c = 0; c < classes; c++) {
            boolean counts = c >= start(classes) && c < end(classes);
            shares[c] = counts ? shares[c] * (weights == null ? classes / all : 1) / below : 0;
        }
        return shares;
    }

    private double below(Sums sums, int c) {
        double common = sums.at(EACH * c).value();
        double extra = sums.at(EACH * c + 1).value() - common;
        double missed = sums.at(EACH * c + 2).value() - common;
        return common + alpha * extra + beta * missed + smooth;
    }

    @Override
    public double value(Sums sums) {
        double[] shares = shares(sums);
        double result = 0;
        for (int c = 0; c < shares.length; c++) {
            double above = sums.at(EACH * c).value() + smooth;
            result += shares[c] == 0 ? 0 : shares[c] * (1 - above / below(sums, c));
        }
        return result;
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double[] shares = shares(sums);
        double[] p = probabilities(prediction);
        double pull = 0;
        for (int c = 0; c < p.length; c++) {
            double below = below(sums, c);
            double coefficient = (sums.at(EACH * c).value() + smooth) / below;
            double rise = truth[c] * (1 - alpha - beta) + alpha;
            gradient[c] = shares[c] == 0 ? 0 : shares[c] * (coefficient * rise - truth[c]) / below;
            pull += gradient[c] * p[c];
        }
        for (int c = 0; scored && c < p.length; c++) {
            gradient[c] = p.length == 1 ? gradient[c] * p[c] * (1 - p[c]) : p[c] * (gradient[c] - pull);
        }
    }
}
