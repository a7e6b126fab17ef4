package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.Interval;
import lossctl.num.Tensor;

/**
 * Metrics of Keras that are no losses of it as well: their means divide by the sum of the weights, which are matched with
 * the axes from the first. Source: keras/src/metrics.
 */
final class KerasMetrics {
    private KerasMetrics() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("rmse", "RootMeanSquaredError").planned(KerasMetrics::elements),
                Rule.of("log_cosh", "LogCoshError")
                        .made(args -> new KerasRegression.LogCosh((PointwiseLoss) Sklearn.catalog("log_cosh")))
                        .planned(KerasMetrics::losses)
                        .habit("has a softplus that is the identity above 20"),
                Rule.of("binary_accuracy", "BinaryAccuracy", "binary_accuracy")
                        .param("threshold", "threshold", 0.5)
                        .made(args -> new Sides(args.number("threshold")))
                        .planned(KerasMetrics::elements),
                Rule.of("accuracy", "SparseCategoricalAccuracy", "sparse_categorical_accuracy")
                        .planned(KerasMetrics::labels),
                Rule.of("accuracy", "CategoricalAccuracy", "categorical_accuracy")
                        .planned(KerasMetrics::rows),
                Rule.of("accuracy", "Accuracy")
                        .made(args -> new Equal())
                        .planned(KerasMetrics::elements)
                        .habit("takes predictions for labels"),
                Rule.of("jaccard", "MeanIoU")
                        .where("average", "macro")
                        .own("num_classes", null)
                        .own("ignore_class", null)
                        .own("sparse_y_true", true)
                        .own("sparse_y_pred", true)
                        .own("axis", -1)
                        .made(args -> macro())
                        .planned(KerasIou::mean)
                        .habit("takes predictions for labels"),
                places("SparseTopKCategoricalAccuracy", "sparse_top_k_categorical_accuracy")
                        .planned(KerasMetrics::labels),
                places("TopKCategoricalAccuracy", "top_k_categorical_accuracy").planned(KerasMetrics::rows),
                Rule.of("r2", "R2Score")
                        .own("class_aggregation", "uniform_average")
                        .planned(KerasScores::explained)
                        .habit("a constant truth that is missed scores 0"),
                Rule.of("f1", "F1Score")
                        .own("average", null)
                        .own("threshold", null)
                        .made(args -> new KerasScores.FScore(1))
                        .planned(KerasScores::shares)
                        .habit(KerasScores.KEPT_FROM_0)
                        .batched(),
                Rule.of("f1", "FBetaScore")
                        .own("average", null)
                        .param("beta", "beta", 1.0)
                        .own("threshold", null)
                        .made(args -> new KerasScores.FScore(args.number("beta")))
                        .planned(KerasScores::shares)
                        .habit(KerasScores.KEPT_FROM_0)
                        .batched());
    }

    private static Loss macro() {
        Spec spec = Catalog.find("jaccard");
        return spec.create(spec.defaults().with("average", "macro"));
    }

    private static Rule places(String... names) {
        return Rule.of("top_k_accuracy", names)
                .param("k", "k", 5)
                .made(args -> new Places(args.integer("k")))
                .habit("of equal predictions all come first, and more than there are classes are refused");
    }

    /** Every element is a sample. */
    private static Plan elements(Rule rule, Args args, Call call, Manner manner) {
        Tensor[] pair = Broadcast.aligned(call.truth(), call.prediction());
        int[] common = Broadcast.common("y_true", pair[1].shape(), pair[0].shape());
        Tensor prediction = pair[1].broadcast(common);
        int[] narrow = pair[1].shape();
        int[] given = call.prediction().shape();
        Shaped shaped = Shaped.elements(
                        prediction, flat -> flat.summedTo(narrow).reshaped(given))
                .truth(pair[0].broadcast(common).values(), 1);
        return mean(rule, args, call, manner, shaped);
    }

    /** What the loss function makes a value of is a sample. */
    private static Plan losses(Rule rule, Args args, Call call, Manner manner) {
        return mean(
                rule,
                args,
                call,
                manner,
                KerasShapes.of(rule, args, call, Double.NaN).shaped());
    }

    /** A row of predictions and a label are a sample. */
    private static Plan labels(Rule rule, Args args, Call call, Manner manner) {
        Tensor truth = call.truth();
        boolean column = truth.rank() == call.prediction().rank() && truth.rank() > 0 && truth.length(-1) == 1;
        return ofClasses(rule, args, call, manner, column ? Broadcast.squeezed(truth) : truth);
    }

    /** A row of predictions and one of truths, the greatest of which is the label, are a sample. */
    private static Plan rows(Rule rule, Args args, Call call, Manner manner) {
        Tensor truth = call.truth();
        if (!Arrays.equals(truth.shape(), call.prediction().shape()) || truth.rank() == 0) {
            throw new Refused("y_true and y_pred differ in shape");
        }
        int classes = truth.length(-1);
        double[] labels = new double[truth.size() / classes];
        for (int i = 0; i < truth.size(); i++) {
            int row = i / classes;
            labels[row] =
                    truth.values()[i] > truth.values()[row * classes + (int) labels[row]] ? i % classes : labels[row];
        }
        return ofClasses(rule, args, call, manner, new Tensor(labels, truth.shapeWithout(truth.rank() - 1)));
    }

    private static Plan ofClasses(Rule rule, Args args, Call call, Manner manner, Tensor labels) {
        Shaped shaped = Shaped.along(call.prediction(), -1);
        if (labels.size() != shaped.rows()) {
            throw new Refused(
                    "y_true has the shape " + Arrays.toString(call.truth().shape()) + ", y_pred "
                            + Arrays.toString(call.prediction().shape()));
        }
        if (shaped.outputs() == 1) {
            throw new Refused(rule.names().get(0) + " wants more than one class");
        }
        if (args.has("k") && args.integer("k") > shaped.outputs()) {
            throw new Refused("k is " + args.integer("k") + ", more than there are classes: " + shaped.outputs());
        }
        return mean(rule, args, call, manner, shaped.truth(labels.values(), 1));
    }

    private static Plan mean(Rule rule, Args args, Call call, Manner manner, Shaped shaped) {
        holdToMean(rule, call);
        if (call.weight() != null) {
            shaped.weights(weights(call.weight(), shaped.shape()));
        }
        return shaped.plan(new Selection(rule.spec(), rule.params(args), rule.loss(args), manner), Plan.Reduce.MEAN);
    }

    /** A metric has no other reduction. */
    static void holdToMean(Rule rule, Call call) {
        if (call.reduction() != null && !call.reduction().equals("mean")) {
            throw new Refused(rule.names().get(0) + " has no reduction '" + call.reduction() + "'");
        }
    }

    /** A weight for each value, axes matched from the first. */
    private static double[] weights(Tensor given, int[] shape) {
        Tensor weight = given.rank() == shape.length + 1 && given.length(-1) == 1 ? Broadcast.squeezed(given) : given;
        int[] wide = new int[shape.length];
        Arrays.fill(wide, 1);
        if (weight.rank() <= shape.length) {
            System.arraycopy(weight.shape(), 0, wide, 0, weight.rank());
            Tensor full = weight.reshaped(wide).broadcast(shape);
            if (full != null) {
                return full.values();
            }
        }
        throw new Refused("sample_weight of shape " + Arrays.toString(given.shape())
                + " does not go together with values of shape " + Arrays.toString(shape));
    }

    /** Whether a prediction is the label. */
    private record Equal() implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return t == p ? 1 : 0;
        }

        @Override
        public double slope(double t, double p) {
            return Double.NaN;
        }
    }

    /** Whether a number is on the side of the threshold that the truth says; a truth of neither 0 nor 1 is on none. */
    private record Sides(double threshold) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return t == (p > threshold ? 1 : 0) ? 1 : 0;
        }

        @Override
        public double slope(double t, double p) {
            return Double.NaN;
        }
    }

    /** Whether fewer than {@code k} predictions are greater than that of the class. */
    private record Places(int k) implements ClassLoss {
        @Override
        public double value(int label, double[] prediction) {
            int before = 0;
            for (double each : prediction) {
                before += each > prediction[label] ? 1 : 0;
            }
            return before < k ? 1 : 0;
        }

        @Override
        public void gradient(int label, double[] prediction, double[] gradient) {
            Arrays.fill(gradient, Double.NaN);
        }

        @Override
        public Domain prediction() {
            return Domain.row(Interval.REAL);
        }
    }
}
