package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/** Metrics of torchmetrics whose samples are rows that it looks at before. */
final class TorchmetricsRows {
    private TorchmetricsRows() {}

    /** Rows of labels; scores become probabilities as soon as one of them is none. */
    static Plan labels(Rule rule, Args args, Call call, Manner manner) {
        sameShape(call);
        if (call.prediction().rank() < 2) {
            throw new Refused("y_pred is to be of shape (N, L, ...)");
        }
        Tensor prediction = call.prediction().withLast(1);
        double[] truth = call.truth().withLast(1).values().clone();
        double[] p = Activated.flags(prediction.values());
        // what is ignored scores less than any probability, and counts as true where the last true label is sought
        double least = -4 * prediction.length(-1);
        boolean covers = rule.ours().equals("coverage_error");
        for (int i = 0; i < truth.length; i++) {
            if (args.isSet("ignore_index") && truth[i] == args.number("ignore_index")) {
                truth[i] = covers ? 1 : 0;
                p[i] = least;
            } else if (truth[i] != 0 && truth[i] != 1) {
                throw new Refused("y_true holds " + truth[i] + " where 0 or 1 is wanted");
            }
        }
        Shaped shaped = Shaped.along(new Tensor(p, prediction.shape()), -1);
        shaped.truth(truth, shaped.outputs());
        return shaped.plan(selection(rule, args, manner), Mathematics.reduce(call.reduction()));
    }

    /** The whole array as one list of documents. */
    static Plan list(Rule rule, Args args, Call call, Manner manner) {
        sameShape(call);
        if (call.prediction().size() == 0) {
            throw new Refused("a list is to have a document");
        }
        if (args.isSet("top_k") && args.integer("top_k") <= 0) {
            throw new Refused("top_k has to be a positive integer or None");
        }
        for (double t : call.truth().values()) {
            if (!rule.ours().equals("ndcg") && t != 0 && t != 1) {
                throw new Refused("y_true holds " + t + " where 0 or 1 is wanted");
            }
        }
        Shaped shaped = Shaped.whole(call.prediction())
                .truth(call.truth().values(), call.truth().size());
        return shaped.plan(selection(rule, args, manner), Mathematics.reduce(call.reduction()));
    }

    /** A class of the last axis is a sample; those of the label that is to be ignored do not count. */
    static Plan perplexity(Rule rule, Args args, Call call, Manner manner) {
        Tensor prediction = call.prediction();
        if (prediction.rank() < 2
                || call.truth() == null
                || !Arrays.equals(prediction.shapeWithout(-1), call.truth().shape())) {
            throw new Refused("perplexity takes scores of shape (..., K) and labels of shape (...)");
        }
        double[] labels = call.truth().values().clone();
        double[] counted = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            boolean left = args.isSet("ignore_index") && labels[i] == args.number("ignore_index");
            counted[i] = left ? Double.NaN : 1;
            labels[i] = left ? 0 : labels[i];
        }
        Shaped shaped = Shaped.along(prediction, -1).truth(labels, 1);
        Selection selection = selection(rule, args, manner);
        if (args.isSet("ignore_index")) {
            shaped.weights(counted);
            if (shaped.isEmpty(false) && labels.length > 0) {
                Loss nothing = new OfNothing(selection.loss(), Double.NaN);
                selection = new Selection(selection.spec(), selection.params(), nothing, manner);
            }
        }
        return shaped.plan(selection, Mathematics.reduce(call.reduction()));
    }

    private static Selection selection(Rule rule, Args args, Manner manner) {
        Loss loss = rule.loss(args);
        return new Selection(rule.spec(), rule.params(args), loss, manner);
    }

    private static void sameShape(Call call) {
        if (call.truth() == null
                || !Arrays.equals(call.truth().shape(), call.prediction().shape())) {
            throw new Refused("y_true and y_pred are to be of one shape");
        }
    }
}
