package lossctl.convention;

import static lossctl.convention.View.AXIS;
import static lossctl.convention.View.CLASSES;
import static lossctl.convention.View.WHOLE;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Spec;

/** What scikit-learn makes of each loss and score. */
final class SklearnRules {
    private static final String CONSTANT = "a constant truth scores 1 if it is met, else 0";

    private SklearnRules() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(metrics());
        rules.addAll(SklearnHalves.all());
        return rules;
    }

    private static List<Rule> metrics() {
        return List.of(
                columns("mse", "mean_squared_error").own("squared", true),
                columns("rmse", "root_mean_squared_error").habit("takes the mean of the outputs' roots"),
                columns("mae", "mean_absolute_error"),
                columns("mape", "mean_absolute_percentage_error")
                        .made(args -> new SklearnLosses.PercentageError())
                        .habit("tells a fraction, not percent, and raises truths to 2.22e-16"),
                columns("msle", "mean_squared_log_error").own("squared", true),
                columns("rmsle", "root_mean_squared_log_error").habit("takes the mean of the outputs' roots"),
                columns("quantile", "mean_pinball_loss").param("alpha", "tau", 0.5),
                columns("median_ae", "median_absolute_error").seen(WHOLE),
                columns("r2", "r2_score").own("force_finite", true).seen(WHOLE).habit(CONSTANT),
                columns("explained_variance", "explained_variance_score")
                        .own("force_finite", true)
                        .seen(WHOLE)
                        .habit(CONSTANT),
                columns("d2_absolute_error", "d2_absolute_error_score")
                        .seen(WHOLE)
                        .habit(CONSTANT),
                columns("d2_pinball", "d2_pinball_score")
                        .param("alpha", "tau", 0.5)
                        .made(args -> quantileScore(args.number("alpha")))
                        .seen(WHOLE)
                        .habit("the constant is a quantile that is interpolated between truths")
                        .habit(CONSTANT),
                Rule.of("max_error", "max_error"),
                Rule.of("poisson_deviance", "mean_poisson_deviance"),
                Rule.of("gamma_deviance", "mean_gamma_deviance"),
                Rule.of("tweedie_deviance", "mean_tweedie_deviance").param("power", "power", 0.0),
                Rule.of("d2_tweedie", "d2_tweedie_score").param("power", "power", 0.0),
                Rule.of("cce", "log_loss")
                        .also("bce", "sparse_cce")
                        .where("from_logits", false)
                        .own("labels", null)
                        .own("normalize", true)
                        .own("eps", null)
                        .seen(AXIS)
                        .habit(
                                "clips probabilities to [2.22e-16, 1 - 2.22e-16]",
                                "clips probabilities to [1.19e-7, 1 - 1.19e-7]"),
                Rule.of("brier", "brier_score_loss")
                        .own("pos_label", null)
                        .own("labels", null)
                        .own("scale_by_half", null)
                        .seen(AXIS)
                        .habit("halves the sum of fewer than three classes"),
                Rule.of("hinge", "hinge_loss")
                        .own("labels", null)
                        .seen(AXIS)
                        .habit("reads the larger label as +1; of one label alone as -1"),
                Rule.of("d2_log_loss", "d2_log_loss_score").own("labels", null).seen(AXIS),
                Rule.of("d2_brier", "d2_brier_score")
                        .own("pos_label", null)
                        .own("labels", null)
                        .seen(AXIS),
                Rule.of("zero_one", "zero_one_loss")
                        .own("normalize", true)
                        .made(args -> new SklearnLosses.AllRight(false))
                        .seen(CLASSES),
                Rule.of("hamming", "hamming_loss")
                        .made(args -> new SklearnLosses.Wrong())
                        .seen(CLASSES),
                Rule.of("accuracy", "accuracy_score")
                        .own("normalize", true)
                        .made(args -> new SklearnLosses.AllRight(true))
                        .seen(CLASSES)
                        .habit("takes labels, not scores"),
                Rule.of("balanced_accuracy", "balanced_accuracy_score")
                        .param("adjusted", "adjusted", false)
                        .seen(CLASSES)
                        .habit("takes labels, not scores"),
                Rule.of("mcc", "matthews_corrcoef").seen(CLASSES).habit("takes labels, not scores"),
                told("precision", "precision_score"),
                told("recall", "recall_score"),
                told("f1", "f1_score"),
                told("f1", "fbeta_score").param("beta", "beta", null),
                told("jaccard", "jaccard_score"),
                Rule.of("roc_auc", "roc_auc_score")
                        .own("multi_class", "raise")
                        .own("average", "macro")
                        .own("max_fpr", null)
                        .own("labels", null),
                Rule.of("average_precision", "average_precision_score")
                        .own("average", "macro")
                        .own("pos_label", 1)
                        .made(args -> Defined.of(Sklearn.catalog("average_precision"), 0))
                        .habit("scores 0 where no truth is positive"),
                Rule.of("label_ranking_loss", "label_ranking_loss").seen(CLASSES),
                Rule.of("label_ranking_average_precision", "label_ranking_average_precision_score")
                        .seen(CLASSES),
                Rule.of("coverage_error", "coverage_error").seen(CLASSES),
                gain("dcg", "dcg_score").param("log_base", "log_base", 2.0),
                gain("ndcg", "ndcg_score").habit("a list of nothing scores 0"),
                Rule.of("top_k_accuracy", "top_k_accuracy_score")
                        .param("k", "k", 2)
                        .own("normalize", true)
                        .own("labels", null)
                        .made(args -> new SklearnTopK(args.integer("k")))
                        .planned(SklearnTopK::plan)
                        .habit("counts 2 places unless told")
                        .habit("of equal scores that of the later class comes first"),
                kappa());
    }

    private static Rule gain(String ours, String name) {
        Rule rule = Rule.of(ours, name).param("k", "k", null).own("ignore_ties", false);
        return rule.made(args -> SklearnGain.of(rule, args))
                .planned(SklearnGain::plan)
                .habit("equal scores share their places");
    }

    private static Rule kappa() {
        Rule rule = Rule.of("cohen_kappa", "cohen_kappa_score")
                .own("labels", null)
                .param("weights", "weighting", "none")
                .own("replace_undefined_by", null);
        return rule.made(args -> SklearnKappa.of(rule, args))
                .planned(SklearnKappa::plan)
                .habit("takes labels, not scores")
                .habit("labels are as far apart as their places among those that occur")
                .habit("is NaN where there is nothing to agree on");
    }

    private static Rule columns(String ours, String name) {
        return Rule.of(ours, name).own("multioutput", null);
    }

    /** A score of the labels that were told. */
    private static Rule told(String ours, String name) {
        return Rule.of(ours, name)
                .param("pos_label", "positive", 1)
                .param("average", "average", "binary")
                .own("zero_division", null)
                .own("labels", null)
                .seen(CLASSES)
                .habit("takes labels, not scores");
    }

    private static Loss quantileScore(double tau) {
        Spec spec = Catalog.find("d2_pinball");
        return spec.create(spec.defaults().with("tau", tau).with("baseline", "interpolated"));
    }
}
