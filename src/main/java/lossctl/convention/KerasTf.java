package lossctl.convention;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Tensor;

/**
 * Keras on TensorFlow, as far as it differs from Keras on PyTorch: probabilities of class indices are clipped, and rows
 * divided by their sum after that. Source: keras/src/backend/tensorflow/nn.py.
 */
final class KerasTf {
    private KerasTf() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : KerasRules.all()) {
            rules.add(
                    switch (rule.ours()) {
                        case "sparse_cce" -> sparse();
                        case "log_cosh" ->
                            Rule.of("log_cosh", "LogCosh", "log_cosh", "logcosh")
                                    .made(args -> new KerasTfKinks.LogCosh())
                                    .habit("takes the logarithm of 2 in single precision");
                        case "msle" ->
                            rule.made(args -> new KerasRegression.LogarithmicError((float) Keras.EPSILON, 1));
                        case "cce" -> rule.made(KerasTf::categorical);
                        case "binary_focal" ->
                            rule.made(args -> binaryFocal(
                                            args,
                                            args.flag("apply_class_balancing") ? args.number("alpha") : Double.NaN))
                                    .habit("does not clip what it knows raw scores of");
                        case "categorical_focal" ->
                            rule.made(args -> KerasProbability.categoricalFocal(args, single(args.tensor("alpha"))))
                                    .habit("takes a list of alpha in single precision");
                        case "hinge" -> rule.made(args -> new KerasTfKinks.Hinge());
                        case "categorical_hinge" ->
                            rule.made(args -> new KerasTfKinks.CategoricalHinge(
                                    new OpenRow(Sklearn.catalog("categorical_hinge"))));
                        default -> rule;
                    });
        }
        return rules;
    }

    /** A list becomes an array of single precision, a number does not. */
    private static double[] single(Tensor alpha) {
        double[] values = alpha.values().clone();
        for (int c = 0; alpha.rank() > 0 && c < values.length; c++) {
            values[c] = (float) values[c];
        }
        return values;
    }

    /** Raw scores are remembered, and not clipped; {@code alpha} is NaN where classes are not balanced. */
    static Loss binaryFocal(Args args, double alpha) {
        if (!args.flag("from_logits")) {
            return KerasProbability.binaryFocal(args, alpha);
        }
        Spec spec = Catalog.find("binary_focal");
        Params params = spec.defaults().with("from_logits", true).with("gamma", args.number("gamma"));
        Loss exact = spec.create(alpha == alpha ? params.with("alpha", alpha) : params);
        return new KerasTfKinks.Focal((PointwiseLoss) exact, args.number("label_smoothing"), args.number("gamma"));
    }

    /** Scores along an axis that is counted from the last make an error, but for the last itself. */
    private static Loss categorical(Args args) {
        if (args.flag("from_logits") && args.integer("axis") < -1) {
            throw new Refused("TensorFlow takes no negative axis of scores but -1, not " + args.integer("axis"));
        }
        return KerasProbability.categorical(args);
    }

    private static Rule sparse() {
        return Rule.of("sparse_cce", "SparseCategoricalCrossentropy", "sparse_categorical_crossentropy")
                .param("from_logits", "from_logits", false)
                .param("ignore_class", "ignore_index", null)
                .own("axis", -1)
                .made(args ->
                        args.flag("from_logits") ? KerasProbability.categorical(args) : new Clipped(KerasClip.of(args)))
                .seen(View.CLASSES)
                .habit(
                        "clips probabilities to [1e-7, 1 - 1e-7], then divides rows by their sum",
                        "clips probabilities to [1e-7, 1 - 1.19e-7], then divides rows by their sum");
    }

    private record Clipped(RowLoss scores, KerasClip bounds) implements RowLoss {
        Clipped(KerasClip bounds) {
            this(scoresOf(), bounds);
        }

        private static RowLoss scoresOf() {
            Spec spec = Catalog.find("cce");
            Loss loss = spec.create(spec.defaults().with("from_logits", true));
            return (RowLoss) loss;
        }

        private double[] logs(double[] prediction) {
            double[] logs = new double[prediction.length];
            for (int j = 0; j < logs.length; j++) {
                logs[j] = Elementary.log(bounds.clip(prediction[j]));
            }
            return logs;
        }

        @Override
        public double value(double[] truth, double[] prediction) {
            return scores.value(truth, logs(prediction));
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            scores.gradient(truth, logs(prediction), gradient);
            for (int j = 0; j < gradient.length; j++) {
                double p = prediction[j];
                gradient[j] = bounds.leaves(p) ? gradient[j] / p : 0;
            }
        }

        @Override
        public Domain truth() {
            return Domain.row(Interval.UNIT);
        }

        @Override
        public Domain prediction() {
            return Domain.row(Interval.REAL);
        }
    }
}
