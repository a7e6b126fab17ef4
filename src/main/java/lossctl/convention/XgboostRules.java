package lossctl.convention;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;

/** What XGBoost makes of losses. Source: xgboost/src/metric and src/objective, 2026. */
final class XgboostRules {
    private XgboostRules() {}

    static List<Rule> all() {
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
                Rule.of("hinge", "binary:hinge")
                        .made(args -> new Altered.HingeBelow((PointwiseLoss) catalog("hinge")))
                        .habit("has no slope where the margin is 1"),
                Rule.of("zero_one", "error")
                        .own("threshold", 0.5)
                        .made(args -> new Altered.Miss(args.number("threshold")))
                        .habit("takes probabilities; one of the threshold, 0.5, is a no"),
                Rule.of("zero_one", "merror")
                        .made(args -> new WrongClass(1, false))
                        .habit("takes scores; of equal ones the first counts"),
                Rule.of("roc_auc", "auc")
                        .made(args -> Defined.of(catalog("roc_auc"), Double.NaN))
                        .planned(XgboostCurves::plan)
                        .habit("makes NaN of truths that are all alike"),
                Rule.of("average_precision", "aucpr")
                        .made(args -> new XgboostPrecision())
                        .planned(XgboostCurves::plan)
                        .habit("interpolates between thresholds, by Davis and Goadrich"),
                Rule.of("ndcg", "ndcg")
                        .own("topn", null)
                        .made(args -> BoostedList.of(args, "topn", BoostedList.Measure.GAIN, true))
                        .habit("gains are 2^t - 1, and a list of nothing scores 1"),
                Rule.of("mean_average_precision", "map")
                        .own("topn", null)
                        .made(args -> BoostedList.of(args, "topn", BoostedList.Measure.PRECISION, true))
                        .habit("a list of nothing scores 1"),
                Rule.of("precision_at_k", "pre").param("topn", "k", Integer.MAX_VALUE),
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
                        .input("label_upper_bound", "upper")
                        .made(args -> new XgboostAft(
                                (OutputwiseLoss) catalog("aft"),
                                XgboostLaw.of(args.word("aft_loss_distribution")),
                                args.number("aft_loss_distribution_scale")))
                        .habit("raises likelihoods to 1e-12, and keeps gradients within 15")
                        .habit("takes small probabilities as 1 less a number next to it"),
                Rule.of("cox", "survival:cox")
                        .altered(loss -> new XgboostCox((GroupLoss) loss))
                        .planned(XgboostCox::plan)
                        .habit("a time below 0 is a censored one")
                        .habit("its gradient feels only the earlier of events at one time")
                        .habit("weights multiply the gradient and nothing else"),
                Rule.of("cox", "cox-nloglik")
                        .altered(loss -> new XgboostHazards((GroupLoss) loss))
                        .habit("a time below 0 is a censored one")
                        .habit("takes hazards, not their logarithms")
                        .habit("weights do not count"),
                Rule.of("quantile", "quantile", "reg:quantileerror")
                        .param("quantile_alpha", "tau", 0.5)
                        .planned(XgboostLevels::plan),
                Rule.of("expectile", "expectile")
                        .param("expectile_alpha", "tau", 0.5)
                        .planned(XgboostLevels::plan),
                Rule.of("expectile", "reg:expectileerror")
                        .param("expectile_alpha", "tau", 0.5)
                        .altered(loss -> new Altered.Halved((PointwiseLoss) loss))
                        .habit("halves the square, as its gradients are"));
    }

    private static Loss catalog(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults());
    }
}
