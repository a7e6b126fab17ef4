package lossctl.convention;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.convention.TorchmetricsColumn.Kind;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.num.Elementary;

/** What torchmetrics makes of losses. Source: torchmetrics 1.9, torchmetrics/functional, and its answers. */
final class TorchmetricsRules {
    private static final double TINY = 1.17e-6;
    private static final String COLUMNS = "of several outputs each has its own number";

    private TorchmetricsRules() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(regression());
        rules.addAll(TorchmetricsLabels.all());
        return rules;
    }

    private static List<Rule> regression() {
        return List.of(
                Rule.of("mse", "mean_squared_error", "mse")
                        .own("squared", true)
                        .own("num_outputs", 1)
                        .planned(TorchmetricsColumns::ofSquares),
                Rule.of("rmse", "mean_squared_error", "root_mean_squared_error")
                        .own("squared", false)
                        .own("num_outputs", 1)
                        .planned(TorchmetricsColumns::ofSquares),
                Rule.of("mae", "mean_absolute_error", "mae")
                        .own("num_outputs", 1)
                        .planned(TorchmetricsColumns::apart),
                Rule.of("mape", "mean_absolute_percentage_error", "mape")
                        .made(args -> new Guarded.Percentage(1, TINY))
                        .habit("tells a fraction, not percent, and raises truths to 1.17e-6"),
                Rule.of("smape", "symmetric_mean_absolute_percentage_error")
                        .made(args -> new Guarded.Symmetric(2, TINY))
                        .habit("keeps the denominator above 1.17e-6"),
                Rule.of("msle", "mean_squared_log_error")
                        .made(args -> new Guarded.Logarithms())
                        .habit("makes NaN of numbers below -1"),
                Rule.of("minkowski", "minkowski_distance").param("p", "p", 2.0),
                Rule.of("log_cosh", "log_cosh_error")
                        .altered(loss -> new Overflowing((PointwiseLoss) loss))
                        .planned(TorchmetricsColumns::apart)
                        .habit(COLUMNS)
                        .habit("overflows beyond an error of 709"),
                Rule.of("wmape", "weighted_mean_absolute_percentage_error")
                        .made(args -> new ErrorShare(TINY))
                        .habit("keeps the denominator above 1.17e-6"),
                Rule.of("nrmse", "normalized_root_mean_squared_error", "nrmse")
                        .param("normalization", "normalization", "mean")
                        .own("num_outputs", 1)
                        .made(args -> new TorchmetricsNrmse(
                                (GroupLoss) with("nrmse", "normalization", args.word("normalization")),
                                args.word("normalization").equals("mean")))
                        .planned(TorchmetricsColumns::apart)
                        .habit("divides by the mean itself, which may be negative, and by 0"),
                Rule.of("rse", "relative_squared_error")
                        .own("squared", true)
                        .made(args -> new TorchmetricsColumn(args.flag("squared") ? Kind.RSE : Kind.RRSE, 0))
                        .planned(TorchmetricsColumns::together)
                        .habit("keeps the denominator above 2.22e-16"),
                Rule.of("rrse", "relative_squared_error")
                        .own("squared", false)
                        .made(args -> new TorchmetricsColumn(Kind.RRSE, 0))
                        .planned(TorchmetricsColumns::together)
                        .habit("keeps the denominator above 2.22e-16")
                        .habit("takes the mean of the outputs' roots"),
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
                        .own("log_prob", false)
                        .made(args -> args.flag("log_prob") ? new LogMiddles() : new Normalized((RowLoss) with("jsd")))
                        .habit("divides both rows by their sums"),
                SimpleRules.scores("perplexity", "perplexity")
                        .own("ignore_index", null)
                        .planned(TorchmetricsRows::perplexity),
                Rule.of("r2", "r2_score")
                        .own("adjusted", 0)
                        .own("multioutput", "uniform_average")
                        .made(args -> new TorchmetricsColumn(Kind.R2, args.integer("adjusted")))
                        .planned(TorchmetricsColumns::together)
                        .habit(
                                "scores 1 where the squared errors sum to 1e-4 or less, and 0 where those of the mean do"),
                Rule.of("explained_variance", "explained_variance")
                        .own("multioutput", "uniform_average")
                        .made(args -> new TorchmetricsColumn(Kind.EXPLAINED, 0))
                        .planned(TorchmetricsColumns::together)
                        .habit("scores a constant truth 1 or 0"),
                Rule.of("tweedie_deviance", "tweedie_deviance_score").param("power", "power", 0.0),
                images("dice", "dice_score").own("average", "macro").own("aggregation_level", "samplewise"),
                images("generalized_dice", "generalized_dice_score")
                        .own("per_class", false)
                        .own("weight_type", "square"),
                Rule.of("mean_average_precision", "retrieval_average_precision")
                        .own("top_k", null)
                        .made(args -> new TorchmetricsList(
                                TorchmetricsList.Measure.PRECISION, args.isSet("top_k") ? args.integer("top_k") : 0))
                        .planned(TorchmetricsRows::list)
                        .habit("finds nothing at scores of 0 or less"),
                Rule.of("mrr", "retrieval_reciprocal_rank")
                        .own("top_k", null)
                        .made(args -> new TorchmetricsList(
                                TorchmetricsList.Measure.RANK, args.isSet("top_k") ? args.integer("top_k") : 0))
                        .planned(TorchmetricsRows::list)
                        .habit("finds nothing at scores of 0 or less"),
                Rule.of("ndcg", "retrieval_normalized_dcg")
                        .param("top_k", "k", null)
                        .made(args -> new TorchmetricsList(
                                TorchmetricsList.Measure.GAIN, args.isSet("top_k") ? args.integer("top_k") : 0))
                        .planned(TorchmetricsRows::list)
                        .habit("equal scores share their places; a list of nothing scores 0"));
    }

    /** The logarithm of a sum of exponentials, of which one overflows. */
    private record Overflowing(PointwiseLoss loss) implements PointwiseLoss {
        private static boolean overflows(double t, double p) {
            return Double.isInfinite(Elementary.exp(Math.abs(p - t)));
        }

        @Override
        public double value(double t, double p) {
            return overflows(t, p) ? Double.POSITIVE_INFINITY : loss.value(t, p);
        }

        @Override
        public double slope(double t, double p) {
            return overflows(t, p) ? Double.NaN : loss.slope(t, p);
        }

        @Override
        public double curvature(double t, double p) {
            return overflows(t, p) ? Double.NaN : loss.curvature(t, p);
        }
    }

    private static Rule images(String ours, String name) {
        return Rule.of(ours, name)
                .own("num_classes", null)
                .own("include_background", true)
                .own("input_format", "one-hot")
                .made(args -> {
                    throw new Refused(
                            name + " takes images, each a sample: use lossctl batch with {\"as\":\"torchmetrics\","
                                    + "\"loss\":\"" + name + "\",...}");
                })
                .planned(TorchmetricsImages::plan)
                .batched()
                .habit("tells the overlap itself, image by image");
    }

    private static Loss with(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults());
    }

    private static Loss with(String name, String param, Object value) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults().with(param, value));
    }
}
