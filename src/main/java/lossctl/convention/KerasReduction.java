package lossctl.convention;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import lossctl.loss.Manner;
import lossctl.num.ExactSum;
import lossctl.num.Tensor;

/**
 * How Keras reduces losses: they are multiplied with weights that may have another shape, and a mean divides by their
 * number, whatever they weigh. Source: keras/src/losses/loss.py, reduce_weighted_values.
 *
 * @param weights what each loss weighs in all; null where each weighs 1
 * @param divisor what a mean divides by
 * @param isOfNothing whether that would be weights of 0, so that the mean is 0, whatever the losses are
 * @param reduce mean, sum or neither
 * @param losses puts losses, each times its weights, into their shape
 */
record KerasReduction(
        double[] weights, double divisor, boolean isOfNothing, Plan.Reduce reduce, UnaryOperator<Tensor> losses) {

    /** What a mean divides by where it is that of the weights: the weights before they are broadcast, which is a bug. */
    static final String BY_WEIGHT = "mean_with_sample_weight";

    /**
     * The reduction of losses.
     *
     * @param shape the losses' shape
     * @param mask 1 where a loss counts, in the same shape; null where all do
     * @param weight weights in any shape that goes together with it; null for none
     * @param word the reduction in Keras's words; null for its default
     */
    static KerasReduction of(int[] shape, Tensor mask, Tensor weight, String word) {
        boolean mean = isMean(word);
        Tensor weights = merged(mask, weight, mean && !BY_WEIGHT.equals(word));
        int[] valuesShape = shape;
        int[] all = shape;
        double[] each = null;
        Tensor factors = null;
        double sum = Tensor.size(shape);
        if (weights != null) {
            Tensor values = new Tensor(new double[Tensor.size(shape)], shape);
            Tensor[] pair = Broadcast.aligned(values, weights);
            valuesShape = pair[0].shape();
            all = Broadcast.common("sample_weight", valuesShape, pair[1].shape());
            factors = pair[1].broadcast(all);
            each = masked(factors.summedTo(valuesShape).values(), mask);
            sum = BY_WEIGHT.equals(word) ? total(pair[1]) : factors.size();
        }
        Tensor unscaled = merged(mask, weight, false);
        if (unscaled != null) {
            factors = Broadcast.aligned(new Tensor(new double[Tensor.size(shape)], shape), unscaled)[1].broadcast(all);
        }
        boolean kept = all.length == 0 || all.length == 1 && all[0] == 0;
        Plan.Reduce reduce = kept || "none".equals(word) ? Plan.Reduce.NONE : mean ? Plan.Reduce.MEAN : Plan.Reduce.SUM;
        boolean isOfNothing = sum == 0 && weights != null && BY_WEIGHT.equals(word);
        return new KerasReduction(
                each, sum == 0 ? 1 : sum, isOfNothing, reduce, way(valuesShape, all, factors, mask != null));
    }

    /** A mask is multiplied with weights in their place, so that these have to have its shape, or a greater one. */
    static void holdToMask(int[] mask, Tensor weight) {
        if (weight != null) {
            Tensor[] pair = Broadcast.aligned(new Tensor(new double[Tensor.size(mask)], mask), weight);
            int[] all = Broadcast.common("sample_weight", pair[0].shape(), pair[1].shape());
            if (!Arrays.equals(all, pair[1].shape())) {
                throw new Refused("sample_weight of shape " + Arrays.toString(weight.shape())
                        + " is to be as wide as the losses, " + Arrays.toString(mask) + ", some of which do not count");
            }
        }
    }

    /** The weights, with NaN for losses that are not looked at. */
    double[] counted() {
        if (!isOfNothing) {
            return weights;
        }
        double[] none = new double[weights.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static boolean isMean(String word) {
        return switch (word == null ? "sum_over_batch_size" : word) {
            case "sum_over_batch_size", "mean", BY_WEIGHT -> true;
            case "sum", "none" -> false;
            default ->
                throw new Refused("invalid value for argument reduction: '" + word
                        + "'; there are: sum_over_batch_size, mean, mean_with_sample_weight, sum, none");
        };
    }

    /** Mask and weights as one; under a mean, losses that count weigh more, so that those left out do not dilute it. */
    private static Tensor merged(Tensor mask, Tensor weight, boolean scaled) {
        if (mask == null) {
            return weight;
        }
        double valid = total(mask);
        double scale = !scaled ? 1 : valid == 0 ? 0 : mask.size() / valid;
        double[] entries = mask.values().clone();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= scale;
        }
        Tensor counted = new Tensor(entries, mask.shape());
        if (weight == null) {
            return counted;
        }
        Tensor[] pair = Broadcast.aligned(counted, weight);
        int[] all = Broadcast.common("sample_weight", pair[0].shape(), pair[1].shape());
        double[] first = pair[0].broadcast(all).values();
        double[] product = pair[1].broadcast(all).values();
        for (int i = 0; i < product.length; i++) {
            product[i] *= first[i];
        }
        return new Tensor(product, all);
    }

    /** What is masked is no sample, whatever its loss is; what weighs 0 is one. */
    private static double[] masked(double[] weights, Tensor mask) {
        double[] marked = weights.clone();
        for (int i = 0; mask != null && mask.size() == marked.length && i < marked.length; i++) {
            marked[i] = mask.values()[i] == 0 ? Double.NaN : marked[i];
        }
        return marked;
    }

    /** What is masked costs 0, while 0 times a loss that is no number is none either. */
    private static UnaryOperator<Tensor> way(int[] values, int[] all, Tensor factors, boolean isMasked) {
        return list -> {
            double[] losses = list.reshaped(values).broadcast(all).values();
            for (int i = 0; factors != null && i < losses.length; i++) {
                losses[i] = isMasked && factors.values()[i] == 0 ? 0 : losses[i] * factors.values()[i];
            }
            return new Tensor(losses, all);
        };
    }

    private static double total(Tensor tensor) {
        ExactSum sum = new ExactSum();
        sum.add(tensor.values(), 0, tensor.size());
        return sum.value();
    }

    /** Under whose name, and what a mean divides by. */
    Manner manner(String as) {
        return new Manner(as, Manner.Averaging.GIVEN, divisor);
    }
}
