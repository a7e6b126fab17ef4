package lossctl.catalog;

import java.util.ArrayList;
import java.util.List;
import lossctl.loss.Spec;
import lossctl.num.Nearest;

/**
 * The list of all losses: a line each. The line names the class below this package; its canonical name follows from it
 * ({@code LogCosh} is {@code log_cosh}), and its task is the package.
 *
 * <p>A class is loaded when its loss is asked for: one loss does not start up the others. Safe for use by any number of
 * threads.
 */
public final class Catalog {
    private static final String[] CLASSES = {
        "categorical.ArcFace", //
        "categorical.CategoricalFocal", //
        "categorical.CategoricalHinge", //
        "categorical.Cce", //
        "categorical.ClassBalanced", //
        "categorical.CosFace", //
        "categorical.Gce", //
        "categorical.Ldam", //
        "categorical.LogitAdjusted", //
        "categorical.MultiMargin", //
        "categorical.MulticlassHinge", //
        "categorical.MulticlassPerceptron", //
        "categorical.MulticlassSparsemax", //
        "categorical.Nll", //
        "categorical.Perplexity", //
        "categorical.Poly1Ce", //
        "categorical.SparseCce", //
        "categorical.SymmetricCce", //
        "detection.Ciou", //
        "detection.Diou", //
        "detection.Giou", //
        "detection.Iou", //
        "divergence.AlphaDivergence", //
        "divergence.BetaDivergence", //
        "divergence.Bhattacharyya", //
        "divergence.ChiSquared", //
        "divergence.GeneralizedKl", //
        "divergence.Hellinger", //
        "divergence.ItakuraSaito", //
        "divergence.Jsd", //
        "divergence.Kld", //
        "divergence.Renyi", //
        "divergence.TotalVariation", //
        "divergence.Wasserstein1", //
        "embedding.Circle", //
        "embedding.Contrastive", //
        "embedding.Cosine", //
        "embedding.CosineDistance", //
        "embedding.CosineEmbedding", //
        "embedding.Ntxent", //
        "embedding.TripletMargin", //
        "forecast.Crps", //
        "forecast.CrpsLaplace", //
        "forecast.CrpsLogistic", //
        "forecast.CrpsNormal", //
        "forecast.CrpsStudentT", //
        "forecast.EnergyScore", //
        "forecast.IntervalScore", //
        "forecast.MultiQuantile", //
        "forecast.RankedProbabilityScore", //
        "forecast.SphericalScore", //
        "likelihood.BetaNll", //
        "likelihood.DawidSebastiani", //
        "likelihood.GammaDeviance", //
        "likelihood.GammaNll", //
        "likelihood.GaussianNll", //
        "likelihood.NegativeBinomialNll", //
        "likelihood.Poisson", //
        "likelihood.PoissonDeviance", //
        "likelihood.PoissonNll", //
        "likelihood.StudentTNll", //
        "likelihood.TweedieDeviance", //
        "likelihood.TweedieNll", //
        "likelihood.WeibullNll", //
        "likelihood.ZeroInflatedPoissonNll", //
        "margin.Dwd", //
        "margin.Exponential", //
        "margin.Hinge", //
        "margin.HingeEmbedding", //
        "margin.L2Margin", //
        "margin.ModifiedHuber", //
        "margin.Perceptron", //
        "margin.Sigmoid", //
        "margin.SmoothedHinge", //
        "margin.SoftMargin", //
        "margin.Sparsemax", //
        "margin.SquaredHinge", //
        "margin.Wasserstein", //
        "margin.ZeroOneMargin", //
        "metric.Accuracy", //
        "metric.AveragePrecision", //
        "metric.BalancedAccuracy", //
        "metric.BinaryAccuracy", //
        "metric.CalibrationError", //
        "metric.CohenKappa", //
        "metric.D2AbsoluteError", //
        "metric.D2Brier", //
        "metric.D2LogLoss", //
        "metric.D2Pinball", //
        "metric.D2Tweedie", //
        "metric.ExplainedVariance", //
        "metric.F1", //
        "metric.Hamming", //
        "metric.Jaccard", //
        "metric.MaxError", //
        "metric.Mcc", //
        "metric.Mdape", //
        "metric.MeanError", //
        "metric.MedianAe", //
        "metric.Precision", //
        "metric.R2", //
        "metric.Recall", //
        "metric.RocAuc", //
        "metric.Rrse", //
        "metric.Rse", //
        "metric.TopKAccuracy", //
        "metric.ZeroOne", //
        "multilabel.Asymmetric", //
        "multilabel.CoverageError", //
        "multilabel.LabelRankingAveragePrecision", //
        "multilabel.LabelRankingLoss", //
        "multilabel.MultilabelMargin", //
        "multilabel.MultilabelSoftMargin", //
        "ordinal.Coral", //
        "ordinal.Corn", //
        "probability.Bce", //
        "probability.BinaryFocal", //
        "probability.Brier", //
        "probability.XentropyLambda", //
        "ranking.ApproxNdcg", //
        "ranking.Bpr", //
        "ranking.Dcg", //
        "ranking.ListMle", //
        "ranking.MarginRanking", //
        "ranking.MeanAveragePrecision", //
        "ranking.Mrr", //
        "ranking.Ndcg", //
        "ranking.PrecisionAtK", //
        "ranking.RankNet", //
        "ranking.RankingSoftmax", //
        "regression.Arctan", //
        "regression.Barron", //
        "regression.Cauchy", //
        "regression.EpsInsensitive", //
        "regression.Expectile", //
        "regression.Fair", //
        "regression.GemanMcclure", //
        "regression.HalfMse", //
        "regression.Huber", //
        "regression.Linex", //
        "regression.LogCosh", //
        "regression.LogitDist", //
        "regression.LoglinQuantile", //
        "regression.Lp", //
        "regression.Maape", //
        "regression.Mae", //
        "regression.Mape", //
        "regression.Mase", //
        "regression.Minkowski", //
        "regression.Mse", //
        "regression.Msle", //
        "regression.Nrmse", //
        "regression.Periodic", //
        "regression.PseudoHuber", //
        "regression.Quantile", //
        "regression.Rmse", //
        "regression.Rmsle", //
        "regression.Rmspe", //
        "regression.Rmsse", //
        "regression.SiLog", //
        "regression.Smape", //
        "regression.SmoothL1", //
        "regression.SquaredEpsInsensitive", //
        "regression.TheilU", //
        "regression.TheilU2", //
        "regression.Tukey", //
        "regression.Welsch", //
        "regression.Wmape", //
        "segmentation.Dice", //
        "segmentation.FMeasureLoss", //
        "segmentation.GeneralizedDice", //
        "segmentation.LovaszHinge", //
        "segmentation.LovaszSoftmax", //
        "segmentation.Tversky", //
        "sequence.Ctc", //
        "survival.Aft", //
        "survival.Cox", //
        "survival.IpcwBrier", //
    };

    /** Words with a meaning of their own on the command line: never the name or alias of a loss. */
    public static final List<String> RESERVED = List.of(
            "eval",
            "compare",
            "batch",
            "partial",
            "merge",
            "list",
            "explain",
            "conventions",
            "plot",
            "help",
            "completion");

    private Catalog() {}

    /** The canonical names, task by task. Loads no loss. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(CLASSES.length);
        for (String line : CLASSES) {
            names.add(name(line));
        }
        return names;
    }

    /** The tasks, in the order of the list. Loads no loss. */
    public static List<String> tasks() {
        List<String> tasks = new ArrayList<>();
        for (String line : CLASSES) {
            if (!tasks.contains(task(line, line.indexOf('.')))) {
                tasks.add(task(line, line.indexOf('.')));
            }
        }
        return tasks;
    }

    /**
     * The task of a loss, {@code regression}; null where no loss has this canonical name. Loads no loss.
     */
    public static String task(String name) {
        String line = line(name);
        return line == null ? null : task(line, line.indexOf('.'));
    }

    /**
     * The loss of this name: the canonical name, which loads no other loss, or any spelling of it or of an alias, where
     * case, {@code -} and {@code _} do not matter.
     *
     * @return null where there is none
     */
    public static Spec find(String name) {
        String line = line(name);
        if (line != null) {
            return load(line);
        }
        String plain = Nearest.plain(name);
        for (String each : CLASSES) {
            if (Nearest.plain(name(each)).equals(plain)) {
                return load(each);
            }
        }
        for (Spec spec : all()) {
            for (String alias : spec.aliases()) {
                if (Nearest.plain(alias).equals(plain)) {
                    return spec;
                }
            }
        }
        return null;
    }

    /** Every loss, task by task. Loads them all. */
    public static List<Spec> all() {
        List<Spec> all = new ArrayList<>(CLASSES.length);
        for (String line : CLASSES) {
            all.add(load(line));
        }
        return all;
    }

    /** The names that have this one for a word, else the names and aliases that it may be misspelt from: the nearest. */
    public static List<String> nearest(String name) {
        List<String> holders = holders(name);
        if (!holders.isEmpty()) {
            return holders;
        }
        return Nearest.to(name, spellings());
    }

    /** The names that have this one for a word; empty where these are more than a few. */
    public static List<String> holders(String name) {
        List<String> holders = new ArrayList<>();
        for (String each : names()) {
            if (List.of(each.split("_")).contains(name)) {
                holders.add(each);
            }
        }
        return holders.size() <= 5 ? holders : List.of();
    }

    /** All names, then all aliases. Loads every loss. */
    public static List<String> spellings() {
        List<String> spellings = new ArrayList<>(names());
        for (Spec spec : all()) {
            spellings.addAll(spec.aliases());
        }
        return spellings;
    }

    private static String line(String name) {
        for (String line : CLASSES) {
            if (name(line).equals(name)) {
                return line;
            }
        }
        return null;
    }

    private static String task(String line, int dot) {
        return line.substring(0, dot);
    }

    /** {@code regression.LogCosh} is {@code log_cosh}. */
    private static String name(String line) {
        StringBuilder name = new StringBuilder(line.length() + 4);
        int start = line.indexOf('.') + 1;
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                if (i > start) {
                    name.append('_');
                }
                c += 'a' - 'A';
            }
            name.append(c);
        }
        return name.toString();
    }

    private static Spec load(String line) {
        try {
            return (Spec)
                    Class.forName("lossctl.catalog." + line).getField("SPEC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a loss of the catalogue: " + line, e);
        }
    }
}
