package lossctl.vectors;

import java.util.Map;

/**
 * A loss of a framework beside ours of the same mathematics.
 *
 * @param ours the name here; it may imply a parameter
 * @param layout what a list of numbers is to the framework
 * @param params its parameters with our names; the others have the same name
 */
record Meaning(String ours, Layout layout, Map<String, String> params) {
    /** How a framework cuts its arrays into samples. */
    enum Layout {
        /** Every number by itself. */
        ELEMENTS,
        /** A row a sample; a list is one sample. */
        LAST_AXIS,
        /** A row a sample; in a list every number by itself. */
        ROWS
    }

    private static final Map<String, Meaning> KERAS = Map.ofEntries(
            Map.entry("MeanSquaredError", of("mse", Layout.LAST_AXIS)),
            Map.entry("MeanAbsoluteError", of("mae", Layout.LAST_AXIS)),
            Map.entry("MeanAbsolutePercentageError", of("mape", Layout.LAST_AXIS)),
            Map.entry("MeanSquaredLogarithmicError", of("msle", Layout.LAST_AXIS)),
            Map.entry("Huber", of("huber", Layout.LAST_AXIS)),
            Map.entry("LogCosh", of("log_cosh", Layout.LAST_AXIS)),
            Map.entry("Poisson", of("poisson", Layout.LAST_AXIS)),
            Map.entry("Hinge", of("hinge", Layout.LAST_AXIS)),
            Map.entry("SquaredHinge", of("squared_hinge", Layout.LAST_AXIS)),
            Map.entry("KLDivergence", of("kld", Layout.LAST_AXIS)),
            Map.entry("CosineSimilarity", of("cosine", Layout.LAST_AXIS)),
            Map.entry("BinaryCrossentropy", of("bce", Layout.LAST_AXIS)),
            Map.entry("BinaryFocalCrossentropy", of("binary_focal", Layout.LAST_AXIS)),
            Map.entry("CategoricalCrossentropy", of("cce", Layout.LAST_AXIS)),
            Map.entry(
                    "SparseCategoricalCrossentropy",
                    new Meaning("sparse_cce", Layout.ROWS, Map.of("ignore_class", "ignore_index"))));

    private static final Map<String, Meaning> TORCH = Map.ofEntries(
            Map.entry("l1_loss", of("mae", Layout.ELEMENTS)),
            Map.entry("mse_loss", of("mse", Layout.ELEMENTS)),
            Map.entry("huber_loss", of("huber", Layout.ELEMENTS)),
            Map.entry("smooth_l1_loss", of("smooth_l1", Layout.ELEMENTS)),
            Map.entry("soft_margin_loss", of("soft_margin", Layout.ELEMENTS)),
            Map.entry("binary_cross_entropy", of("bce", Layout.ELEMENTS)),
            Map.entry("binary_cross_entropy_with_logits", of("bce_with_logits", Layout.ELEMENTS)),
            Map.entry("gaussian_nll_loss", of("gaussian_nll", Layout.ELEMENTS)),
            Map.entry("poisson_nll_loss", of("poisson", Layout.ELEMENTS)),
            Map.entry("cross_entropy", new Meaning("cross_entropy", Layout.ROWS, Map.of("weight", "class_weights"))));

    private static final Map<String, Meaning> SKLEARN = Map.ofEntries(
            Map.entry("mean_squared_error", of("mse", Layout.ROWS)),
            Map.entry("mean_absolute_error", of("mae", Layout.ROWS)),
            Map.entry("mean_absolute_percentage_error", of("mape", Layout.ROWS)),
            Map.entry("mean_squared_log_error", of("msle", Layout.ROWS)),
            Map.entry("mean_pinball_loss", new Meaning("quantile", Layout.ROWS, Map.of("alpha", "tau"))),
            Map.entry("mean_poisson_deviance", of("poisson_deviance", Layout.ROWS)),
            Map.entry("mean_gamma_deviance", of("gamma_deviance", Layout.ROWS)),
            Map.entry("mean_tweedie_deviance", of("tweedie_deviance", Layout.ROWS)),
            Map.entry("r2_score", of("r2", Layout.ROWS)),
            Map.entry("explained_variance_score", of("explained_variance", Layout.ROWS)),
            Map.entry("median_absolute_error", of("median_ae", Layout.ROWS)),
            Map.entry("max_error", of("max_error", Layout.ROWS)),
            Map.entry("brier_score_loss", of("brier", Layout.ROWS)),
            Map.entry("log_loss", of("sparse_cce", Layout.ROWS)),
            Map.entry("accuracy_score", of("accuracy", Layout.ROWS)),
            Map.entry("hinge_loss", of("hinge", Layout.ROWS)));

    private static Meaning of(String ours, Layout layout) {
        return new Meaning(ours, layout, Map.of());
    }

    /** Our loss of the same mathematics; null where there is none yet. */
    static Meaning of(VectorCase each) {
        Map<String, Meaning> table =
                each.oracle().startsWith("keras") ? KERAS : each.oracle().startsWith("torch") ? TORCH : SKLEARN;
        return table.get(each.loss());
    }
}
