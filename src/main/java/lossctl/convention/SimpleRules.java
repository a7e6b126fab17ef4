package lossctl.convention;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Spec;

/**
 * What optax, torchmetrics and the boosting libraries make of losses, as far as their sources tell: what is not here is
 * refused, not guessed.
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
                scores("bce", "sigmoid_binary_cross_entropy"),
                scores("cce", "softmax_cross_entropy"),
                scores("sparse_cce", "softmax_cross_entropy_with_integer_labels"),
                scores("poly1_ce", "poly_loss_cross_entropy").param("epsilon", "epsilon", 2.0),
                scores("binary_focal", "sigmoid_focal_loss")
                        .param("gamma", "gamma", 2.0)
                        .param("alpha", "alpha", null),
                Rule.of("hinge", "hinge_loss"),
                Rule.of("perceptron", "perceptron_loss"),
                Rule.of("multiclass_hinge", "multiclass_hinge_loss"),
                Rule.of("multiclass_perceptron", "multiclass_perceptron_loss"),
                Rule.of("sparsemax", "sparsemax_loss"),
                Rule.of("multiclass_sparsemax", "multiclass_sparsemax_loss"),
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
                Rule.of("r2", "r2_score"),
                Rule.of("explained_variance", "explained_variance"),
                Rule.of("tweedie_deviance", "tweedie_deviance_score").param("power", "power", 0.0),
                Rule.of("label_ranking_loss", "multilabel_ranking_loss"),
                Rule.of("coverage_error", "multilabel_coverage_error"));
    }

    /** Source: xgboost/src/metric, 2026. */
    static List<Rule> xgboost() {
        return List.of(
                Rule.of("rmse", "rmse"),
                Rule.of("rmsle", "rmsle"),
                Rule.of("mae", "mae"),
                Rule.of("mape", "mape")
                        .made(args -> new Guarded.Percentage(1, 0))
                        .habit("tells a fraction, not percent"),
                Rule.of("pseudo_huber", "mphe").param("huber_slope", "delta", 1.0),
                Rule.of("bce", "logloss")
                        .where("from_logits", false)
                        .made(args -> new Guarded.Log(1e-16f))
                        .habit("raises probabilities to 1e-16 inside a logarithm"),
                Rule.of("poisson_nll", "poisson-nloglik").where("log_input", false),
                Rule.of("quantile", "quantile").param("quantile_alpha", "tau", 0.5));
    }

    /** Source: LightGBM/src/metric, 2026. */
    static List<Rule> lightgbm() {
        return List.of(
                Rule.of("mse", "l2", "mean_squared_error", "mse", "regression"),
                Rule.of("rmse", "rmse", "root_mean_squared_error", "l2_root"),
                Rule.of("mae", "l1", "mean_absolute_error", "mae", "regression_l1"),
                Rule.of("mape", "mape", "mean_absolute_percentage_error")
                        .made(args -> new Guarded.Percentage(1, 1))
                        .habit("tells a fraction, not percent, and raises truths to 1"),
                Rule.of("huber", "huber").param("alpha", "delta", 0.9).habit("has a delta of 0.9 unless told"),
                Rule.of("quantile", "quantile").param("alpha", "tau", 0.9).habit("has a quantile of 0.9 unless told"),
                Rule.of("fair", "fair").param("fair_c", "c", 1.0),
                Rule.of("poisson", "poisson")
                        .where("log_input", false)
                        .made(args -> new Guarded.Poisson(1e-10))
                        .habit("raises rates to 1e-10 inside the logarithm"),
                Rule.of("bce", "binary_logloss", "binary")
                        .where("from_logits", false)
                        .made(args -> new Guarded.Log(1e-15))
                        .habit("raises probabilities to 1e-15 inside a logarithm"));
    }

    /** Source: catboost/libs/metrics, 2026. */
    static List<Rule> catboost() {
        return List.of(
                Rule.of("rmse", "RMSE"),
                Rule.of("mae", "MAE"),
                Rule.of("lp", "Lq").param("q", "p", 2.0),
                Rule.of("mape", "MAPE")
                        .made(args -> new Guarded.Percentage(1, 1))
                        .habit("tells a fraction, not percent, and raises truths to 1"),
                Rule.of("huber", "Huber").param("delta", "delta", 1.0),
                Rule.of("quantile", "Quantile").param("alpha", "tau", 0.5),
                Rule.of("expectile", "Expectile").param("alpha", "tau", 0.5),
                Rule.of("loglin_quantile", "LogLinQuantile").param("alpha", "tau", 0.5),
                Rule.of("fair", "FairLoss").param("smoothness", "c", 1.0),
                Rule.of("msle", "MSLE"),
                Rule.of("median_ae", "MedianAbsoluteError"),
                Rule.of("poisson", "Poisson")
                        .made(args -> with("poisson", "log_input", true))
                        .where("log_input", true)
                        .habit("takes the logarithm of the rate"),
                scores("bce", "Logloss", "CrossEntropy"),
                scores("sparse_cce", "MultiClass"),
                Rule.of("r2", "R2"));
    }

    /** A loss that takes raw scores only. */
    private static Rule scores(String ours, String... names) {
        return Rule.of(ours, names).where("from_logits", true).param("from_logits", "from_logits", true);
    }

    private static Loss with(String name, String param, Object value) {
        Spec spec = Catalog.find(name);
        Params params = spec.defaults().with(param, value);
        return spec.create(params);
    }
}
