package lossctl.convention;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;

/** What LightGBM makes of losses. Source: LightGBM 4.7, src/metric and src/objective, and its answers. */
final class LightgbmRules {
    private LightgbmRules() {}

    static List<Rule> all() {
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
                Rule.of(
                                "sparse_cce",
                                "multi_logloss",
                                "multiclass",
                                "softmax",
                                "multiclassova",
                                "multiclass_ova",
                                "ova",
                                "ovr")
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
                Rule.of("r2", "r2")
                        .made(args -> Defined.of(catalog("r2"), 0))
                        .habit("scores a constant truth that is missed 0"),
                Rule.of("roc_auc", "auc")
                        .made(args -> Defined.of(catalog("roc_auc"), 1))
                        .habit("scores 1 where truths are all alike"),
                Rule.of("average_precision", "average_precision")
                        .made(args -> new LightgbmPrecision())
                        .habit("scores 1 where truths are all alike"),
                Rule.of("kld", "kullback_leibler", "kldiv")
                        .made(args -> new LightgbmEntropy.Divergence())
                        .habit("takes each number for the probability of a yes, whose no counts as well")
                        .habit("raises probabilities to 1e-12 inside a logarithm"),
                Rule.of("xentropy_lambda", "cross_entropy_lambda", "xentlambda")
                        .made(args -> new LightgbmEntropy.Lambda())
                        .planned(LightgbmEntropy::plan)
                        .habit("takes weights for exposures, and divides by the number of samples")
                        .habit("raises probabilities to 1e-12 inside a logarithm"),
                Rule.of("ndcg", "ndcg")
                        .own("eval_at", null)
                        .made(args -> BoostedList.of(args, "eval_at", BoostedList.Measure.GAIN, false))
                        .habit("gains are 2^t - 1, and a list of nothing scores 1"),
                Rule.of("mean_average_precision", "map", "mean_average_precision")
                        .own("eval_at", null)
                        .made(args -> BoostedList.of(args, "eval_at", BoostedList.Measure.PRECISION, false))
                        .habit("a list of nothing scores 1"));
    }

    private static Loss catalog(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults());
    }
}
