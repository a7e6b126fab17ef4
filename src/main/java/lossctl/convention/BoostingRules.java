package lossctl.convention;

import java.util.List;

/**
 * What the boosting libraries make of losses, as far as their sources tell: their metrics, and their objectives as the
 * losses whose gradients they boost. What is not here is refused, not guessed.
 */
final class BoostingRules {
    private BoostingRules() {}

    /** Source: xgboost/src/metric, 2026. */
    static List<Rule> xgboost() {
        return List.of(
                Rule.of("half_mse", "reg:squarederror", "reg:linear").habit("halves the square, as its gradients are"),
                Rule.of("rmse", "rmse"),
                Rule.of("rmsle", "rmsle"),
                Rule.of("mae", "mae", "reg:absoluteerror"),
                Rule.of("mape", "mape")
                        .made(args -> new Guarded.Percentage(1, 0))
                        .habit("tells a fraction, not percent"),
                Rule.of("pseudo_huber", "mphe", "reg:pseudohubererror").param("huber_slope", "delta", 1.0),
                Rule.of("bce", "logloss")
                        .where("from_logits", false)
                        .made(args -> new Guarded.Log(1e-16f))
                        .habit("raises probabilities to 1e-16 inside a logarithm"),
                SimpleRules.scores("bce", "binary:logistic", "binary:logitraw", "reg:logistic"),
                Rule.of("sparse_cce", "mlogloss")
                        .also("cce")
                        .where("from_logits", false)
                        .made(args -> new Guarded.ClassLog(1e-16f))
                        .habit("raises probabilities to 1e-16 inside a logarithm"),
                SimpleRules.scores("sparse_cce", "multi:softprob", "multi:softmax"),
                Rule.of("hinge", "binary:hinge"),
                Rule.of("roc_auc", "auc"),
                Rule.of("poisson_nll", "count:poisson")
                        .where("log_input", true)
                        .param("log_input", "log_input", true)
                        .habit("takes the logarithm of the rate"),
                Rule.of("poisson_nll", "poisson-nloglik").where("log_input", false),
                Rule.of("quantile", "quantile", "reg:quantileerror").param("quantile_alpha", "tau", 0.5),
                Rule.of("expectile", "expectile").param("expectile_alpha", "tau", 0.5));
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
                        .made(args -> new Guarded.Log(1e-15f))
                        .habit("raises probabilities to 1e-15 inside a logarithm"),
                Rule.of("sparse_cce", "multi_logloss", "multiclass", "softmax")
                        .also("cce")
                        .where("from_logits", false)
                        .made(args -> new Guarded.ClassLog(1e-15f))
                        .habit("raises probabilities to 1e-15 inside a logarithm"),
                Rule.of("roc_auc", "auc"));
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
                        .where("log_input", true)
                        .param("log_input", "log_input", true)
                        .habit("takes the logarithm of the rate"),
                SimpleRules.scores("bce", "Logloss", "CrossEntropy"),
                SimpleRules.scores("sparse_cce", "MultiClass"),
                Rule.of("r2", "R2"));
    }
}
