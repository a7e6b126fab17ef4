package lossctl.convention;

import static lossctl.convention.View.AXIS;

import java.util.List;
import lossctl.loss.PointwiseLoss;

/** What PyTorch makes of each loss. */
final class TorchRules {
    static final String BY_WEIGHT = "divides a mean by the sum of the weights";

    private TorchRules() {}

    static List<Rule> all() {
        return List.of(
                weighed(Rule.of("mse", "mse_loss", "MSELoss")).habit(BY_WEIGHT),
                weighed(Rule.of("mae", "l1_loss", "L1Loss"))
                        .altered(loss -> new TorchAbsolute((PointwiseLoss) loss))
                        .habit(BY_WEIGHT),
                weighed(Rule.of("huber", "huber_loss", "HuberLoss"))
                        .param("delta", "delta", 1.0)
                        .habit("divides a mean by the number of elements, whatever they weigh"),
                Rule.of("smooth_l1", "smooth_l1_loss", "SmoothL1Loss")
                        .own("beta", 1.0)
                        .made(TorchLosses::smoothL1),
                weighed(Rule.of("bce", "binary_cross_entropy", "BCELoss"))
                        .where("from_logits", false)
                        .made(args -> new TorchBce())
                        .habit("no logarithm goes below -100"),
                weighed(Rule.of("bce", "binary_cross_entropy_with_logits", "BCEWithLogitsLoss"))
                        .where("from_logits", true)
                        .own("pos_weight", null)
                        .made(args -> new TorchLogits(args.isSet("pos_weight"))),
                Rule.of("cce", "cross_entropy", "CrossEntropyLoss")
                        .also("sparse_cce")
                        .where("from_logits", true)
                        .own("weight", null)
                        .own("ignore_index", -100)
                        .own("label_smoothing", 0.0)
                        .made(args -> new CodedCrossEntropy())
                        .habit("takes logits, never probabilities"),
                Rule.of("nll", "nll_loss", "NLLLoss")
                        .own("weight", null)
                        .own("ignore_index", -100)
                        .seen(AXIS)
                        .habit(BY_WEIGHT),
                Rule.of("kld", "kl_div", "KLDivLoss")
                        .own("log_target", false)
                        .made(args -> new TorchKlDiv(args.flag("log_target")))
                        .habit("takes log-probabilities, and a mean divides by the number of elements"),
                Rule.of("poisson", "poisson_nll_loss", "PoissonNLLLoss")
                        .own("log_input", true)
                        .own("full", false)
                        .own("eps", 1e-8)
                        .made(args ->
                                new TorchPoissonNll(args.flag("log_input"), args.flag("full"), args.number("eps")))
                        .habit("takes the logarithm of the rate, unless log_input is false; adds 1e-8 to a rate"),
                Rule.of("gaussian_nll", "gaussian_nll_loss", "GaussianNLLLoss")
                        .own("full", false)
                        .own("eps", 1e-6)
                        .made(args -> new TorchGaussianNll(args.flag("full"), args.number("eps")))
                        .habit("a variance below 1e-6 counts as 1e-6"),
                Rule.of("soft_margin", "soft_margin_loss", "SoftMarginLoss")
                        .made(args -> new TorchSoftMargin())
                        .habit("overflows beyond a margin of -709"),
                Rule.of("hinge_embedding", "hinge_embedding_loss", "HingeEmbeddingLoss")
                        .param("margin", "margin", 1.0)
                        .made(args -> new TorchMargins.HingeEmbedding(args.number("margin")))
                        .habit("takes labels as they are: one of 0, neither 1 nor -1, adds both branches up"),
                Rule.of("margin_ranking", "margin_ranking_loss", "MarginRankingLoss")
                        .param("margin", "margin", 0.0)
                        .made(args -> new TorchMargins.Ranking(args.number("margin")))
                        .habit("multiplies by labels as they are: one of 0 costs the margin"),
                Rule.of("cosine_embedding", "cosine_embedding_loss", "CosineEmbeddingLoss")
                        .own("margin", 0.0)
                        .made(args -> new TorchCosineEmbedding(args.number("margin")))
                        .seen(AXIS)
                        .habit("adds 1e-12 to the squared norms"),
                Rule.of("triplet_margin", "triplet_margin_loss", "TripletMarginLoss")
                        .own("margin", 1.0)
                        .own("p", 2.0)
                        .own("eps", 1e-6)
                        .own("swap", false)
                        .made(args -> new TorchTriplet(
                                args.number("margin"), args.number("p"), args.number("eps"), args.flag("swap")))
                        .seen(AXIS)
                        .habit("adds 1e-6 to every difference"),
                Rule.of("multi_margin", "multi_margin_loss", "MultiMarginLoss")
                        .param("p", "p", 1)
                        .param("margin", "margin", 1.0)
                        .own("weight", null)
                        .seen(AXIS),
                Rule.of("multilabel_margin", "multilabel_margin_loss", "MultiLabelMarginLoss")
                        .seen(AXIS),
                Rule.of("multilabel_soft_margin", "multilabel_soft_margin_loss", "MultiLabelSoftMarginLoss")
                        .own("weight", null)
                        .made(args -> args.isSet("weight") ? new TorchMultilabel() : TorchMultilabel.plain())
                        .seen(AXIS),
                Rule.of("ctc", "ctc_loss", "CTCLoss")
                        .own("blank", 0)
                        .own("zero_infinity", false)
                        .own("input_lengths", null)
                        .own("target_lengths", null)
                        .habit("a mean divides the loss of each sequence by the length of its target first"));
    }

    /** A loss that takes weights of elements as an argument of its own. */
    private static Rule weighed(Rule rule) {
        return rule.own("weight", null);
    }
}
