package lossctl.convention;

import lossctl.loss.Params;

/** Names for plain mathematics that the published test vectors use, beside the catalogue's own. */
final class MathNames {
    private MathNames() {}

    /** The catalogue's name. */
    static String ours(String name) {
        return switch (name) {
            case "cross_entropy_logits" -> "softmax_cross_entropy_with_integer_labels";
            case "binary_focal_logits" -> "sigmoid_focal_loss";
            case "binary_crossentropy_exact", "binary_crossentropy_clipped" -> "bce";
            case "msle_log1p" -> "msle";
            case "mape_exact" -> "mape";
            case "kl_divergence_exact" -> "kld";
            case "cosine_similarity_exact" -> "cosine";
            case "poisson_nll_exact" -> "poisson";
            case "poisson_nll_log_exact" -> "poisson_nll";
            default -> name;
        };
    }

    /** The parameters that a name stands for. */
    static Params implied(String name, Params params) {
        return name.equals("poisson_nll_log_exact") ? params.with("log_input", true) : params;
    }

    /** The catalogue's name of a parameter. */
    static String param(String name, String param) {
        return name.equals("binary_crossentropy_clipped") && param.equals("eps") ? "clip" : param;
    }
}
