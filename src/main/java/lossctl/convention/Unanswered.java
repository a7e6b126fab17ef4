package lossctl.convention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lossctl.catalog.Catalog;
import lossctl.loss.Spec;
import lossctl.num.Nearest;

/** What frameworks have that is no loss of predictions here, and why: what is not known is refused, not guessed. */
final class Unanswered {
    private static final String PSEUDO =
            "its gradients are made up pair by pair and belong to no loss of predictions;" + " its measure is ";
    private static final String RANDOM = "its gradients are drawn at random and belong to no loss of predictions";
    private static final String SCORE = "it is no loss, and no score of the catalogue";
    private static final String OTHERWISE = "lossctl does not compute it as it is computed there";
    private static final String NAMESAKE = "it is another measure than that of the catalogue with this name";
    private static final String CURVE = "it tells a curve or a table, not a number";

    private static final Map<String, Map<String, String>> REASONS = Map.of(
            "optax",
            Map.of(
                    "make_fenchel_young_loss",
                    "it takes a function of yours; of its instances softmax_cross_entropy_with_integer_labels,"
                            + " multiclass_sparsemax_loss and multiclass_perceptron_loss are known",
                    "ctc_loss_with_forward_probs",
                    "it tells more than a loss; its first result is ctc_loss",
                    "smooth_labels",
                    "it makes labels, not a loss: hand them over smoothed"),
            "sklearn",
            several(
                    CURVE,
                    List.of(
                            "confusion_matrix",
                            "multilabel_confusion_matrix",
                            "roc_curve",
                            "precision_recall_curve",
                            "det_curve",
                            "classification_report",
                            "precision_recall_fscore_support",
                            "class_likelihood_ratios"),
                    SCORE,
                    List.of("consensus_score")),
            "keras",
            several(
                    OTHERWISE + ": it counts at thresholds",
                    List.of(
                            "AUC",
                            "Precision",
                            "Recall",
                            "PrecisionAtRecall",
                            "RecallAtPrecision",
                            "SensitivityAtSpecificity",
                            "SpecificityAtSensitivity"),
                    SCORE,
                    List.of(
                            "TruePositives",
                            "TrueNegatives",
                            "FalsePositives",
                            "FalseNegatives",
                            "PearsonCorrelation",
                            "ConcordanceCorrelation"),
                    OTHERWISE,
                    List.of("BinaryIoU", "OneHotIoU", "OneHotMeanIoU"),
                    NAMESAKE,
                    List.of("IoU")),
            "torchmetrics",
            several(
                    CURVE,
                    List.of("roc", "precision_recall_curve", "confusion_matrix", "stat_scores", "calibration_curve"),
                    SCORE,
                    List.of(
                            "specificity",
                            "negative_predictive_value",
                            "exact_match",
                            "eer",
                            "logauc",
                            "pearson_corrcoef",
                            "spearman_corrcoef",
                            "kendall_rank_corrcoef",
                            "concordance_corrcoef",
                            "critical_success_index",
                            "hausdorff_distance"),
                    OTHERWISE,
                    List.of("mean_iou"),
                    NAMESAKE,
                    List.of("theils_u", "total_variation")),
            "xgboost",
            Map.of(
                    "rank:ndcg",
                    PSEUDO + "ndcg",
                    "rank:map",
                    PSEUDO + "map",
                    "rank:pairwise",
                    "its pairs are drawn at random and weighed; over all pairs it is rank_net of the catalogue",
                    "ams",
                    SCORE,
                    "interval-regression-accuracy",
                    SCORE),
            "lightgbm",
            Map.of(
                    "lambdarank",
                    PSEUDO + "ndcg",
                    "rank_xendcg",
                    RANDOM + "; ranking_softmax of the catalogue is what it approaches",
                    "auc_mu",
                    SCORE,
                    "custom",
                    "it is a function of yours",
                    "none",
                    "it is none"),
            "catboost",
            several(
                    RANDOM,
                    List.of("YetiRank", "YetiRankPairwise", "StochasticFilter", "StochasticRank"),
                    SCORE,
                    List.of(
                            "NumErrors",
                            "CtrFactor",
                            "NormalizedGini",
                            "LogLikelihoodOfPrediction",
                            "PairAccuracy",
                            "AverageGain",
                            "QueryAverage",
                            "QueryAUC",
                            "PFound",
                            "RecallAt",
                            "ERR",
                            "BalancedErrorRate",
                            "Combination"),
                    OTHERWISE,
                    List.of(
                            "MRR",
                            "MAP",
                            "NDCG",
                            "DCG",
                            "FilteredDCG",
                            "PrecisionAt",
                            "Kappa",
                            "WKappa",
                            "TotalF1",
                            "PRAUC"),
                    "it takes pairs, with weights of their own; over all pairs of a list it is rank_net of the catalogue",
                    List.of("PairLogit", "PairLogitPairwise"),
                    "it moves the scores of each list to where the loss is least, by steps that are not told",
                    List.of("QueryCrossEntropy"),
                    "its metric is the distance from an interval, not the loss that it boosts; aft of the catalogue is",
                    List.of("SurvivalAft"),
                    PSEUDO + "told by its parameter",
                    List.of("LambdaMart"),
                    "it takes several quantiles at once: multi_quantile of the catalogue",
                    List.of("MultiQuantile")));

    private Unanswered() {}

    private static Map<String, String> several(Object... reasonsAndNames) {
        Map<String, String> reasons = new java.util.LinkedHashMap<>();
        for (int i = 0; i < reasonsAndNames.length; i += 2) {
            for (Object name : (List<?>) reasonsAndNames[i + 1]) {
                reasons.put((String) name, (String) reasonsAndNames[i]);
            }
        }
        return reasons;
    }

    /** Why a framework's name has no answer; null where it is not known at all. */
    static String why(String framework, String name) {
        String plain = Nearest.plain(name);
        for (Map.Entry<String, String> each :
                REASONS.getOrDefault(framework, Map.of()).entrySet()) {
            String known = Nearest.plain(each.getKey());
            if (plain.equals(known)
                    || framework.equals("torchmetrics")
                            && List.of("binary", "multiclass", "multilabel").contains(task(plain, known))) {
                return each.getValue();
            }
        }
        return null;
    }

    /** The names of a framework that have no answer. */
    static Set<String> names(String framework) {
        return REASONS.getOrDefault(framework, Map.of()).keySet();
    }

    /** A framework's name for a loss of the catalogue that has no answer here; null where it has none. */
    static String named(String framework, String loss) {
        for (String name : names(framework)) {
            Spec spec = Catalog.find(name);
            if (spec != null
                    && spec.name().equals(loss)
                    && !why(framework, name).equals(NAMESAKE)) {
                return name;
            }
        }
        return null;
    }

    /** What stands before a name that goes on so. */
    private static String task(String name, String known) {
        return name.endsWith(known) ? name.substring(0, name.length() - known.length()) : "";
    }
}
