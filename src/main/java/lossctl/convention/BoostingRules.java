package lossctl.convention;

import java.util.List;
import lossctl.loss.GroupLoss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.TupleLoss;

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
                Rule.of("zero_one", "error")
                        .own("threshold", 0.5)
                        .made(args -> new Altered.Miss(args.number("threshold")))
                        .habit("takes probabilities; one of the threshold, 0.5, is a no"),
                Rule.of("zero_one", "merror")
                        .made(args -> new WrongClass(1, false))
                        .habit("takes scores; of equal ones the first counts"),
                Rule.of("roc_auc", "auc"),
                Rule.of("poisson_nll", "count:poisson")
                        .where("log_input", true)
                        .param("log_input", "log_input", true)
                        .habit("takes the logarithm of the rate"),
                Rule.of("poisson_nll", "poisson-nloglik")
                        .where("log_input", false)
                        .altered(loss -> new Altered.Raised((PointwiseLoss) loss, 1e-16f))
                        .habit("raises rates to 1e-16"),
                Rule.of("gamma_nll", "reg:gamma")
                        .where("log_input", true)
                        .param("log_input", "log_input", true)
                        .habit("takes the logarithm of the mean"),
                Rule.of("gamma_nll", "gamma-nloglik")
                        .where("log_input", false)
                        .altered(loss -> new Altered.Raised((PointwiseLoss) loss, 1e-6f))
                        .habit("raises means to 1e-6"),
                Rule.of("gamma_deviance", "gamma-deviance")
                        .altered(loss -> new Altered.Moved((PointwiseLoss) loss, 1e-6f, 1e-6f))
                        .habit("adds 1e-6 to truths and predictions"),
                Rule.of("tweedie_nll", "reg:tweedie")
                        .where("log_input", true)
                        .param("log_input", "log_input", true)
                        .param("tweedie_variance_power", "power", 1.5)
                        .habit("takes the logarithm of the mean"),
                Rule.of("tweedie_nll", "tweedie-nloglik")
                        .where("log_input", false)
                        .param("rho", "power", 1.5),
                Rule.of("msle", "reg:squaredlogerror")
                        .altered(loss -> new Altered.Halved((PointwiseLoss) loss))
                        .habit("halves the square, as its gradients are"),
                Rule.of("aft", "survival:aft", "aft-nloglik")
                        .param("aft_loss_distribution", "distribution", "normal")
                        .param("aft_loss_distribution_scale", "sigma", 1.0)
                        .altered(loss -> new XgboostAft((TupleLoss) loss))
                        .habit("raises likelihoods to 1e-12, and keeps gradients within 15"),
                Rule.of("cox", "survival:cox")
                        .altered(loss -> new XgboostCox((GroupLoss) loss))
                        .habit("a time below 0 is a censored one")
                        .habit("its gradient feels only the earlier of events at one time"),
                Rule.of("quantile", "quantile", "reg:quantileerror").param("quantile_alpha", "tau", 0.5),
                Rule.of("expectile", "expectile").param("expectile_alpha", "tau", 0.5),
                Rule.of("expectile", "reg:expectileerror")
                        .param("expectile_alpha", "tau", 0.5)
                        .altered(loss -> new Altered.Halved((PointwiseLoss) loss))
                        .habit("halves the square, as its gradients are"));
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
                        .made(args -> new Guarded.Poisson(1e-10f))
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
                Rule.of("bce", "cross_entropy", "xentropy")
                        .where("from_logits", false)
                        .made(args -> new Guarded.Log(1e-12))
                        .habit("raises probabilities to 1e-12 inside a logarithm"),
                Rule.of("gamma_nll", "gamma").where("log_input", false),
                Rule.of("gamma_deviance", "gamma_deviance")
                        .altered(loss -> new Altered.Moved((PointwiseLoss) loss, 0, 1e-9))
                        .summed()
                        .habit("adds 1e-9 to predictions"),
                Rule.of("tweedie_nll", "tweedie")
                        .where("log_input", false)
                        .param("tweedie_variance_power", "power", 1.5)
                        .altered(loss -> new Altered.Raised((PointwiseLoss) loss, 1e-10f))
                        .habit("raises means to 1e-10"),
                Rule.of("zero_one", "binary_error")
                        .made(args -> new Altered.Miss(0.5))
                        .habit("takes probabilities; one of 0.5 is a no"),
                Rule.of("zero_one", "multi_error")
                        .own("multi_error_top_k", 1)
                        .made(args -> new WrongClass(args.integer("multi_error_top_k"), true))
                        .habit("takes scores; an equal one of another class is an error"),
                Rule.of("r2", "r2"),
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
                Rule.of("smape", "SMAPE")
                        .made(args -> new Guarded.Symmetric(200, Double.MIN_VALUE))
                        .habit("tells percent; where both numbers are 0, 0"),
                Rule.of("tweedie_nll", "Tweedie")
                        .where("log_input", true)
                        .param("variance_power", "power", 1.5)
                        .param("log_input", "log_input", true)
                        .habit("takes the logarithm of the mean"),
                Rule.of("log_cosh", "LogCosh"),
                Rule.of("binary_focal", "Focal")
                        .where("from_logits", true)
                        .param("from_logits", "from_logits", true)
                        .param("focal_alpha", "alpha", null)
                        .param("focal_gamma", "gamma", 2.0)
                        .made(args -> new Altered.OfScore(new Altered.ClampedFocal(
                                args.number("focal_alpha"), args.number("focal_gamma"), 1e-13)))
                        .habit("keeps probabilities 1e-13 from 0 and 1"),
                Rule.of("brier", "BrierScore")
                        .made(args -> new Altered.OfScore((PointwiseLoss) Sklearn.catalog("mse")))
                        .habit("takes raw scores"),
                Rule.of("hinge", "HingeLoss")
                        .made(args -> new Altered.OfScore(new Altered.ProbabilityHinge()))
                        .habit("takes the probability of a raw score for the score"),
                Rule.of("r2", "R2"));
    }
}
