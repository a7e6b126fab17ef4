package lossctl.convention;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.ClassLoss;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;

/** What optax makes of losses. Source: optax 0.2.8, optax/losses, and its answers. */
final class OptaxRules {
    private static final String SIGNS = "takes labels as they are: one of 0 is no -1";

    private OptaxRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("mse", "squared_error"),
                Rule.of("half_mse", "l2_loss").habit("halves the square"),
                Rule.of("huber", "huber_loss").param("delta", "delta", 1.0),
                Rule.of("log_cosh", "log_cosh"),
                SimpleRules.scores("bce", "sigmoid_binary_cross_entropy", "binary_logistic_loss")
                        .altered(loss -> new OptaxRows.Infinite((PointwiseLoss) loss, true, true))
                        .habit("an infinite score on the right side makes NaN"),
                rows("cce", "softmax_cross_entropy")
                        .made(args -> new OptaxRows.Unsafe((RowLoss) scored("cce"), false))
                        .habit("a logit of -Infinity whose label is 0 makes NaN"),
                SimpleRules.scores("cce", "safe_softmax_cross_entropy")
                        .made(args -> new OptaxRows.Unsafe((RowLoss) scored("cce"), true))
                        .habit("a logit of -Infinity whose label is 0 costs nothing"),
                rows("sparse_cce", "softmax_cross_entropy_with_integer_labels", "multiclass_logistic_loss")
                        .made(args -> new OptaxLabels((ClassLoss) scored("sparse_cce"), OptaxLabels.Kind.LOOKED_UP))
                        .habit("counts negative labels from the last class, and makes NaN of one past it"),
                rows("poly1_ce", "poly_loss_cross_entropy")
                        .param("epsilon", "epsilon", 2.0)
                        .altered(loss -> new OptaxRows.Unsafe((RowLoss) loss, false)),
                SimpleRules.scores("binary_focal", "sigmoid_focal_loss")
                        .param("gamma", "gamma", 2.0)
                        .param("alpha", "alpha", null)
                        .altered(loss -> new OptaxRows.Infinite((PointwiseLoss) loss, true, false))
                        .habit("an infinite score on the right side makes NaN"),
                Rule.of("hinge", "hinge_loss")
                        .made(args -> new Open(plain("hinge")))
                        .habit(SIGNS),
                Rule.of("perceptron", "perceptron_loss")
                        .made(args -> new Open(plain("perceptron")))
                        .habit(SIGNS),
                Rule.of("multiclass_hinge", "multiclass_hinge_loss")
                        .made(args -> new OptaxLabels((ClassLoss) plain("multiclass_hinge"), OptaxLabels.Kind.MARGIN))
                        .habit("a label that is no class has no score of its own"),
                Rule.of("multiclass_perceptron", "multiclass_perceptron_loss")
                        .made(args ->
                                new OptaxLabels((ClassLoss) plain("multiclass_perceptron"), OptaxLabels.Kind.GREATEST))
                        .habit("a label that is no class has no score of its own"),
                Rule.of("sparsemax", "sparsemax_loss", "binary_sparsemax_loss")
                        .made(args -> new OptaxRows.Truthful(
                                new OptaxRows.Infinite((PointwiseLoss) plain("sparsemax"), false, false)))
                        .habit("takes every label but 0 for a yes, -1 too"),
                Rule.of("multiclass_sparsemax", "multiclass_sparsemax_loss")
                        .made(args ->
                                new OptaxLabels((ClassLoss) plain("multiclass_sparsemax"), OptaxLabels.Kind.NEAREST))
                        .habit("counts negative labels from the last class, and takes the nearest for one past it"),
                logarithms("kld", "kl_divergence"),
                logarithms("generalized_kl", "generalized_kl_divergence", "convex_kl_divergence"),
                along(Rule.of("kld", "kl_divergence_with_log_targets"))
                        .made(args -> new LogRows())
                        .habit("takes logarithms of both rows of probabilities"),
                along(Rule.of("cosine_distance", "cosine_distance"))
                        .own("epsilon", 0.0)
                        .made(args -> new Cosines(1, -1, args.number("epsilon")))
                        .habit("a vector of zeros makes NaN, unless epsilon is told"),
                along(Rule.of("cosine", "cosine_similarity"))
                        .own("epsilon", 0.0)
                        .made(args -> new Cosines(0, 1, args.number("epsilon")))
                        .habit("tells the similarity itself, not its negative")
                        .habit("a vector of zeros makes NaN, unless epsilon is told"),
                Rule.of("ranking_softmax", "ranking_softmax_loss")
                        .made(args -> new OptaxRows.Unsafe((RowLoss) plain("ranking_softmax"), false))
                        .taking("where", "weights")
                        .planned(OptaxRanking::plan),
                Rule.of("triplet_margin", "triplet_margin_loss")
                        .param("margin", "margin", 1.0)
                        .param("norm_degree", "p", 2.0)
                        .input("positives", "positive")
                        .input("negatives", "negative")
                        .own("eps", 1e-6)
                        .made(args ->
                                new OptaxTriplet(args.number("margin"), args.number("norm_degree"), args.number("eps")))
                        .habit("adds eps to the sum, and takes powers of differences with their signs"),
                Rule.of("ctc", "ctc_loss")
                        .where("from_logits", true)
                        .param("blank_id", "blank", 0)
                        .taking("logit_paddings", "label_paddings")
                        .own("log_epsilon", -1e5)
                        .seen(View.WHOLE)
                        .habit("takes paddings of 0 and 1, and raw scores; labels without an alignment cost some 1e5"),
                Rule.of("ntxent", "ntxent")
                        .param("temperature", "temperature", 0.07)
                        .altered(loss -> new OptaxNtxent((GroupLoss) loss))
                        .habit("without any pair it is NaN"),
                dice("dice", "dice_loss")
                        .own("alpha", 0.5)
                        .own("beta", 0.5)
                        .own("class_weights", null)
                        .own("apply_softmax", true)
                        .own("ignore_background", false)
                        .planned(OptaxDicePlan::ofImages),
                Rule.of("tversky", "dice_loss")
                        .param("alpha", "alpha", 0.5)
                        .param("beta", "beta", 0.5)
                        .own("smooth", 1.0)
                        .made(args -> OptaxDice.of(args, args.number("alpha"), args.number("beta")))
                        .habit(OptaxDice.SMOOTHS)
                        .habit(OptaxDice.IMAGE),
                dice("generalized_dice", "multiclass_generalized_dice_loss")
                        .own("apply_softmax", true)
                        .own("ignore_background", false)
                        .made(args -> OptaxDice.generalized(args))
                        .planned(OptaxDicePlan::ofAll)
                        .habit("takes the mean of the classes' own losses, each times its weight"),
                dice("dice", "binary_dice_loss").own("apply_sigmoid", true).planned(OptaxDicePlan::ofBinary));
    }

    private static Rule dice(String ours, String name) {
        return Rule.of(ours, name)
                .own("smooth", 1.0)
                .made(args -> OptaxDice.of(args, 0.5, 0.5))
                .seen(View.WHOLE)
                .habit(OptaxDice.SMOOTHS)
                .habit(OptaxDice.IMAGE);
    }

    /** A loss of the values along one axis or several. */
    private static Rule along(Rule rule) {
        return rule.own("axis", -1).taking("where").seen(View.AXIS);
    }

    private static Rule rows(String ours, String... names) {
        return along(SimpleRules.scores(ours, names));
    }

    /** A divergence of the truth from predictions that are told by their logarithms. */
    private static Rule logarithms(String ours, String... names) {
        return along(Rule.of(ours, names))
                .made(args -> new OptaxRows.Logarithms(ours.equals("generalized_kl")))
                .habit("takes logarithms of the predicted probabilities");
    }

    private static Loss plain(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults());
    }

    private static Loss scored(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults().with("from_logits", true));
    }
}
