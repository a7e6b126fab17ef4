package lossctl.convention;

import java.util.Arrays;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Spec;
import lossctl.num.Tensor;

/**
 * CTC as PyTorch takes it: predictions by step, sequence and class, or by step and class for one sequence; targets in
 * padded rows or one behind the other.
 */
final class TorchCtc {
    private TorchCtc() {}

    static Loss loss(Args args, int classes) {
        Spec spec = Catalog.find("ctc");
        return spec.create(spec.defaults()
                .with("classes", classes)
                .with("blank", args.integer("blank"))
                .with("from_logits", true)
                .with("zero_infinity", args.flag("zero_infinity")));
    }

    static Shaped shaped(Args args, Call call) {
        Tensor prediction = call.prediction();
        if (prediction.rank() != 2 && prediction.rank() != 3) {
            throw new Refused("ctc_loss takes log-probabilities of the shape (T, N, C) or (T, C)");
        }
        boolean one = prediction.rank() == 2;
        int steps = prediction.length(0);
        int rows = one ? 1 : prediction.length(1);
        int classes = prediction.length(-1);
        double[] targets = lengths(
                "target_lengths",
                args,
                call,
                rows,
                one ? call.truth().size() : call.truth().length(-1));
        Shaped shaped = Shaped.rows(
                swapped(prediction.values(), steps, rows, classes),
                rows,
                one ? new int[0] : new int[] {rows},
                flat -> new Tensor(swapped(flat.values(), rows, steps, classes), prediction.shape()));
        double[] truth = padded(call.truth(), targets);
        shaped.truth(truth, rows == 0 ? 0 : truth.length / rows);
        shaped.input("input_lengths", lengths("input_lengths", args, call, rows, steps), flat -> flat);
        shaped.input("target_lengths", targets, flat -> flat);
        if (call.reduction() == null || call.reduction().equals("mean")) {
            double[] shares = new double[rows];
            for (int i = 0; i < rows; i++) {
                shares[i] = 1 / Math.max(targets[i], 1);
            }
            shaped.weights(shares);
        }
        return shaped.losses(flat -> one ? flat.reshaped() : flat);
    }

    /** The lengths as a parameter, a further array, or, where neither is given, the whole width. */
    private static double[] lengths(String name, Args args, Call call, int rows, int width) {
        Tensor given = args.isSet(name) ? args.tensor(name) : call.inputs().get(name);
        if (given == null) {
            double[] all = new double[rows];
            Arrays.fill(all, width);
            return all;
        }
        if (given.size() != rows) {
            throw new Refused(name + " has " + given.size() + " values for " + rows + " sequences");
        }
        return given.values();
    }

    /** A row a sequence, 0 where a row is shorter than the longest. */
    private static double[] padded(Tensor truth, double[] lengths) {
        int longest = 0;
        int all = 0;
        for (double length : lengths) {
            longest = Math.max(longest, (int) length);
            all += (int) length;
        }
        boolean rows = truth.rank() == 2;
        if (rows ? truth.length(0) != lengths.length || truth.length(1) < longest : truth.size() != all) {
            throw new Refused("the target holds " + (rows || truth.size() < all ? "fewer" : "more")
                    + " labels than target_lengths says");
        }
        double[] padded = new double[lengths.length * longest];
        int from = 0;
        for (int i = 0; i < lengths.length; i++) {
            System.arraycopy(truth.values(), rows ? i * truth.length(1) : from, padded, i * longest, (int) lengths[i]);
            from += (int) lengths[i];
        }
        return padded;
    }

    /** The first two of three axes in the other order. */
    static double[] swapped(double[] values, int first, int second, int third) {
        double[] swapped = new double[values.length];
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                System.arraycopy(values, (i * second + j) * third, swapped, (j * first + i) * third, third);
            }
        }
        return swapped;
    }
}
