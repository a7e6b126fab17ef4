package lossctl.convention;

import static lossctl.convention.View.AXIS;
import static lossctl.convention.View.CLASSES;
import static lossctl.convention.View.WHOLE;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;

/** What Keras makes of each loss. */
final class KerasRules {
    private static final String CLIPS = "clips probabilities to [1e-7, 1 - 1e-7]";
    private static final String SINGLE_CLIPS = "clips probabilities to [1e-7, 1 - 1.19e-7]";
    private static final String SIGNS = "reads labels 0 and 1 as -1 and +1 only if all of them are 0 or 1";

    private KerasRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("mse", "MeanSquaredError", "mean_squared_error", "mse"),
                Rule.of("mae", "MeanAbsoluteError", "mean_absolute_error", "mae"),
                Rule.of("mape", "MeanAbsolutePercentageError", "mean_absolute_percentage_error", "mape")
                        .made(args -> new KerasRegression.PercentageError())
                        .habit("raises truths to 1e-7"),
                Rule.of("msle", "MeanSquaredLogarithmicError", "mean_squared_logarithmic_error", "msle")
                        .made(args -> new KerasRegression.LogarithmicError(Keras.EPSILON, 0.5))
                        .habit("raises truths and predictions to 1e-7"),
                Rule.of("log_cosh", "LogCosh", "log_cosh", "logcosh")
                        .made(args -> new KerasRegression.LogCosh((PointwiseLoss) catalog("log_cosh")))
                        .habit("has a softplus that is the identity above 20"),
                Rule.of("huber", "Huber", "huber").param("delta", "delta", 1.0),
                Rule.of("cosine", "CosineSimilarity", "cosine_similarity")
                        .own("axis", -1)
                        .made(args -> new KerasRows.Cosine(1, false))
                        .seen(AXIS)
                        .habit("takes vectors for at least 1e-7 long"),
                Rule.of("poisson", "Poisson", "poisson")
                        .made(args -> new KerasRegression.Poisson())
                        .habit("adds 1e-7 to a rate inside the logarithm"),
                Rule.of("hinge", "Hinge", "hinge")
                        .made(args -> new Open(catalog("hinge")))
                        .habit(SIGNS),
                Rule.of("squared_hinge", "SquaredHinge", "squared_hinge")
                        .made(args -> new Open(catalog("squared_hinge")))
                        .habit(SIGNS),
                Rule.of("categorical_hinge", "CategoricalHinge", "categorical_hinge")
                        .made(args -> new OpenRow(catalog("categorical_hinge")))
                        .seen(AXIS),
                Rule.of("bce", "BinaryCrossentropy", "binary_crossentropy", "bce")
                        .param("from_logits", "from_logits", false)
                        .param("label_smoothing", "label_smoothing", 0.0)
                        .own("axis", -1)
                        .made(KerasProbability::binary)
                        .habit(CLIPS, SINGLE_CLIPS),
                Rule.of("binary_focal", "BinaryFocalCrossentropy", "binary_focal_crossentropy")
                        .own("apply_class_balancing", false)
                        .own("alpha", 0.25)
                        .param("gamma", "gamma", 2.0)
                        .param("from_logits", "from_logits", false)
                        .own("label_smoothing", 0.0)
                        .own("axis", -1)
                        .made(KerasProbability::binaryFocal)
                        .habit(CLIPS, SINGLE_CLIPS),
                Rule.of("cce", "CategoricalCrossentropy", "categorical_crossentropy")
                        .param("from_logits", "from_logits", false)
                        .param("label_smoothing", "label_smoothing", 0.0)
                        .own("axis", -1)
                        .made(KerasProbability::categorical)
                        .seen(AXIS)
                        .habit(
                                "divides rows by their sum, then " + CLIPS,
                                "divides rows by their sum, then " + SINGLE_CLIPS),
                Rule.of("categorical_focal", "CategoricalFocalCrossentropy", "categorical_focal_crossentropy")
                        .param("alpha", "alpha", 0.25)
                        .param("gamma", "gamma", 2.0)
                        .param("from_logits", "from_logits", false)
                        .param("label_smoothing", "label_smoothing", 0.0)
                        .own("axis", -1)
                        .made(KerasProbability::categoricalFocal)
                        .seen(AXIS)
                        .habit("multiplies by alpha, 0.25 unless said otherwise")
                        .habit(
                                "divides rows by their sum, then " + CLIPS,
                                "divides rows by their sum, then " + SINGLE_CLIPS),
                Rule.of("sparse_cce", "SparseCategoricalCrossentropy", "sparse_categorical_crossentropy")
                        .param("from_logits", "from_logits", false)
                        .param("ignore_class", "ignore_index", null)
                        .own("axis", -1)
                        .made(KerasProbability::categorical)
                        .seen(CLASSES)
                        .habit(
                                "divides rows by their sum, then " + CLIPS,
                                "divides rows by their sum, then " + SINGLE_CLIPS),
                Rule.of("kld", "KLDivergence", "kl_divergence", "kld", "kullback_leibler_divergence")
                        .made(args -> new KerasRows.Divergence())
                        .seen(AXIS)
                        .habit("clips both rows to [1e-7, 1]"),
                Rule.of("gce", "CategoricalGeneralizedCrossEntropy", "categorical_generalized_cross_entropy")
                        .param("q", "q", 0.5)
                        .made(args -> new KerasGce(args.number("q"), KerasGce.ANY_LABEL))
                        .seen(CLASSES),
                Rule.of("dice", "Dice", "dice")
                        .own("axis", null)
                        .made(args -> new KerasOverlap(0.5, 0.5, Keras.EPSILON / 2))
                        .seen(WHOLE)
                        .habit("adds 1e-7 to the denominator"),
                Rule.of("tversky", "Tversky", "tversky")
                        .param("alpha", "alpha", 0.5)
                        .param("beta", "beta", 0.5)
                        .own("axis", null)
                        .made(args -> new KerasOverlap(args.number("alpha"), args.number("beta"), Keras.EPSILON))
                        .seen(WHOLE)
                        .habit("adds 1e-7 to the denominator"),
                Rule.of("circle", "Circle", "circle")
                        .param("gamma", "gamma", 80.0)
                        .param("margin", "margin", 0.4)
                        .own("remove_diagonal", true)
                        .taking("ref_labels", "ref_embeddings")
                        .seen(WHOLE)
                        .habit("samples whose loss is 0 do not count"),
                Rule.of("ctc", "CTC", "ctc").seen(WHOLE).habit("0 is the blank, and pads the labels"));
    }

    private static lossctl.loss.Loss catalog(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults());
    }
}
