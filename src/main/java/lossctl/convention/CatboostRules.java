package lossctl.convention;

import java.util.List;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;

/** What CatBoost makes of losses. Source: catboost/libs/metrics/metric.cpp, 2026. */
final class CatboostRules {
    private CatboostRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("rmse", "RMSE"),
                Rule.of("rmse", "MultiRMSE", "MultiRMSEWithMissingValues")
                        .made(args -> new CatboostRoots.Outputs())
                        .habit("adds the squares of a sample's outputs up"),
                Rule.of("rmse", "QueryRMSE")
                        .made(args -> new CatboostRoots.Lists())
                        .habit("a row is a list, whose mean error does not count"),
                Rule.of("gaussian_nll", "RMSEWithUncertainty")
                        .made(args -> CatboostPlans.uncertain())
                        .planned(CatboostPlans::uncertain)
                        .habit("adds the constant ln(2 pi)/2")
                        .habit("the second prediction is the logarithm of the standard deviation"),
                Rule.of("ranking_softmax", "QuerySoftMax")
                        .own("beta", 1.0)
                        .own("lambda", 0.01)
                        .made(args -> new CatboostRoots.Softmax(args.number("beta")))
                        .habit("divides by the sum of all truths, not by the number of lists"),
                Rule.of("mae", "MAE")
                        .made(args -> new CatboostQuantile(0.5, 1e-6, 2))
                        .habit("takes errors below 1e-6 for none, and others that much smaller"),
                Rule.of("lp", "Lq").param("q", "p", 2.0),
                Rule.of("mape", "MAPE")
                        .made(args -> new Guarded.Percentage(1, 1))
                        .habit("tells a fraction, not percent, and raises truths to 1"),
                Rule.of("huber", "Huber").param("delta", "delta", 1.0),
                Rule.of("quantile", "Quantile")
                        .param("alpha", "tau", 0.5)
                        .own("delta", 1e-6)
                        .made(args -> new CatboostQuantile(args.number("alpha"), args.number("delta"), 1))
                        .habit("takes errors below 1e-6 for none, and others that much smaller"),
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
                Rule.of("multilabel_soft_margin", "MultiLogloss", "MultiCrossEntropy"),
                Rule.of("multilabel_soft_margin", "MultiClassOneVsAll")
                        .made(args -> new CatboostOneVsAll((RowLoss) Sklearn.catalog("multilabel_soft_margin")))
                        .habit("the truth is a class, each other one a no"),
                Rule.of("zero_one", "ZeroOneLoss")
                        .made(args -> new WrongClass(1, false))
                        .planned(CatboostPlans::wrong)
                        .habit("takes raw scores"),
                Rule.of("hamming", "HammingLoss")
                        .made(args -> new Altered.Miss(0))
                        .planned(CatboostPlans::wrong)
                        .habit("takes raw scores: one above 0 is a yes"),
                Rule.of("cox", "Cox")
                        .made(args -> new CatboostCox())
                        .habit("a time below 0 is a censored one")
                        .habit("adds the events up, and those at one time are at risk in turn"),
                Rule.of("roc_auc", "AUC")
                        .own("use_weights", false)
                        .made(CatboostPlans::curve)
                        .planned(CatboostPlans::area)
                        .habit("scores 0 where truths are all alike; weights do not count unless use_weights is true"),
                Rule.of("rmspe", "RMSPE")
                        .made(args -> new SklearnRoot(new CatboostRoots.Relative()))
                        .habit("tells a fraction, not percent, and raises truths to 1"),
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
                        .planned(CatboostPlans::hinge)
                        .habit("takes raw scores, one or one a class"),
                CatboostClasses.alike("accuracy", "Accuracy"),
                CatboostClasses.alike("mcc", "MCC"),
                CatboostClasses.each("precision", "Precision", CatboostScore.Measure.PRECISION)
                        .habit("scores 0 where nothing is told"),
                CatboostClasses.each("recall", "Recall", CatboostScore.Measure.RECALL)
                        .habit("scores 1 where nothing is true"),
                CatboostClasses.each("f1", "F1", CatboostScore.Measure.F)
                        .habit("a precision or recall of nothing is 1"),
                CatboostClasses.each("f1", "F", CatboostScore.Measure.F)
                        .param("beta", "beta", null)
                        .habit("a precision or recall of nothing is 1"),
                CatboostClasses.each("balanced_accuracy", "BalancedAccuracy", CatboostScore.Measure.BALANCED)
                        .habit("a class that is not there was told wrong, unless all is right"),
                Rule.of("r2", "R2")
                        .made(args -> Defined.of(Sklearn.catalog("r2"), 1))
                        .habit("scores a constant truth 1"));
    }
}
