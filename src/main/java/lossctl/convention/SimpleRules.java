package lossctl.convention;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;

/**
 * What optax and torchmetrics make of losses, as far as their sources tell: what is not here is refused, not guessed.
 */
final class SimpleRules {
    private static final double TINY = 1.17e-6;

    private SimpleRules() {}

    /** Source: optax/losses, 2026. */
    static List<Rule> optax() {
        return List.of(
                Rule.of("mse", "squared_error"),
                Rule.of("half_mse", "l2_loss").habit("halves the square"),
                Rule.of("huber", "huber_loss").param("delta", "delta", 1.0),
                Rule.of("log_cosh", "log_cosh"),
                scores("bce", "sigmoid_binary_cross_entropy", "binary_logistic_loss"),
                scores("cce", "softmax_cross_entropy"),
                scores("cce", "safe_softmax_cross_entropy")
                        .habit("a logit of -Infinity whose label is 0 costs nothing"),
                scores("sparse_cce", "softmax_cross_entropy_with_integer_labels", "multiclass_logistic_loss"),
                scores("poly1_ce", "poly_loss_cross_entropy").param("epsilon", "epsilon", 2.0),
                scores("binary_focal", "sigmoid_focal_loss")
                        .param("gamma", "gamma", 2.0)
                        .param("alpha", "alpha", null),
                Rule.of("hinge", "hinge_loss"),
                Rule.of("perceptron", "perceptron_loss"),
                Rule.of("multiclass_hinge", "multiclass_hinge_loss"),
                Rule.of("multiclass_perceptron", "multiclass_perceptron_loss"),
                Rule.of("sparsemax", "sparsemax_loss", "binary_sparsemax_loss"),
                Rule.of("multiclass_sparsemax", "multiclass_sparsemax_loss"),
                logarithms("kld", "kl_divergence"),
                logarithms("generalized_kl", "generalized_kl_divergence", "convex_kl_divergence"),
                Rule.of("kld", "kl_divergence_with_log_targets")
                        .made(args -> new LogRows())
                        .habit("takes logarithms of both rows of probabilities"),
                Rule.of("cosine_distance", "cosine_distance")
                        .own("epsilon", 0.0)
                        .made(args -> new Cosines(1, -1, args.number("epsilon")))
                        .habit("a vector of zeros makes NaN, unless epsilon is told"),
                Rule.of("cosine", "cosine_similarity")
                        .own("epsilon", 0.0)
                        .made(args -> new Cosines(0, 1, args.number("epsilon")))
                        .habit("tells the similarity itself, not its negative")
                        .habit("a vector of zeros makes NaN, unless epsilon is told"),
                Rule.of("ranking_softmax", "ranking_softmax_loss"),
                Rule.of("triplet_margin", "triplet_margin_loss")
                        .param("margin", "margin", 1.0)
                        .param("norm_degree", "p", 2.0)
                        .own("eps", 1e-6)
                        .made(args ->
                                new OptaxTriplet(args.number("margin"), args.number("norm_degree"), args.number("eps")))
                        .habit("adds eps to the sum, and takes powers of differences with their signs"),
                Rule.of("ctc", "ctc_loss")
                        .where("from_logits", true)
                        .param("blank_id", "blank", 0)
                        .seen(View.WHOLE)
                        .habit("takes paddings of 0 and 1, and raw scores"),
                Rule.of("ntxent", "ntxent").param("temperature", "temperature", 0.07));
    }

    /** Source: torchmetrics/functional, 2026. */
    static List<Rule> torchmetrics() {
        return List.of(
                Rule.of("mse", "mean_squared_error"),
                Rule.of("rmse", "root_mean_squared_error"),
                Rule.of("mae", "mean_absolute_error"),
                Rule.of("mape", "mean_absolute_percentage_error")
                        .made(args -> new Guarded.Percentage(1, TINY))
                        .habit("tells a fraction, not percent, and raises truths to 1.17e-6"),
                Rule.of("smape", "symmetric_mean_absolute_percentage_error")
                        .made(args -> new Guarded.Symmetric(2, TINY))
                        .habit("keeps the denominator above 1.17e-6"),
                Rule.of("msle", "mean_squared_log_error"),
                Rule.of("minkowski", "minkowski_distance").param("p", "p", 2.0),
                Rule.of("log_cosh", "log_cosh_error"),
                Rule.of("wmape", "weighted_mean_absolute_percentage_error")
                        .made(args -> new ErrorShare(TINY))
                        .habit("keeps the denominator above 1.17e-6"),
                Rule.of("crps", "continuous_ranked_probability_score"),
                Rule.of("cosine", "cosine_similarity")
                        .made(args -> new Cosines(0, 1, 0))
                        .habit("tells the similarity itself, not its negative")
                        .summed(),
                Rule.of("kld", "kl_divergence")
                        .own("log_prob", false)
                        .made(args -> args.flag("log_prob") ? new LogRows() : new Normalized((RowLoss) with("kld")))
                        .habit("divides both rows by their sums; p is the truth, q the prediction"),
                Rule.of("jsd", "jensen_shannon_divergence")
                        .made(args -> new Normalized((RowLoss) with("jsd")))
                        .habit("divides both rows by their sums"),
                scores("perplexity", "perplexity"),
                Rule.of("r2", "r2_score"),
                Rule.of("explained_variance", "explained_variance"),
                Rule.of("tweedie_deviance", "tweedie_deviance_score").param("power", "power", 0.0),
                Rule.of("label_ranking_loss", "multilabel_ranking_loss"),
                Rule.of("coverage_error", "multilabel_coverage_error"));
    }

    /** A divergence of the truth from predictions that are told by their logarithms. */
    private static Rule logarithms(String ours, String... names) {
        return Rule.of(ours, names)
                .made(args -> new OfLogarithms((RowLoss) with(ours)))
                .habit("takes logarithms of the predicted probabilities");
    }

    /** A loss that takes raw scores only. */
    static Rule scores(String ours, String... names) {
        return Rule.of(ours, names).where("from_logits", true).param("from_logits", "from_logits", true);
    }

    private static Loss with(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults());
    }
}
