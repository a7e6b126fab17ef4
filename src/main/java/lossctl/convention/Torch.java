package lossctl.convention;

import java.util.List;
import lossctl.loss.ClassLoss;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * PyTorch: {@code torch.nn.functional} and {@code torch.nn}. Elementwise losses see every element as a sample; the axis of
 * classes is the second. Source: torch 2.13, nn/functional.py and ATen/native/Loss*.cpp, and its answers.
 */
final class Torch extends Framework {
    private static final List<Rule> RULES = TorchRules.all();

    Torch() {
        super("torch", List.of("2.13"), RULES);
    }

    @Override
    public Plan plan(Call given, String version) {
        Rule rule = rule(given.loss());
        Call call = TorchShapes.weighed(rule, given);
        if (call.weight() != null && !TorchShapes.weighsSamples(rule)) {
            throw new Refused(rule.names().get(0) + " does not weigh samples: sample_weight would not count");
        }
        Args args = new Args(rule.names().get(0), rule.settings(), call.params(), call.float32());
        Shaped shaped = TorchShapes.of(rule, args, call);
        Loss loss = rule.ours().equals("ctc")
                ? TorchCtc.loss(args, call.prediction().length(-1))
                : classes(rule.loss(args), shaped);
        Plan.Reduce reduce = reduce(rule, call.reduction());
        Manner manner = manner(rule, call, shaped, version);
        Params params = rule.params(args);
        Plan plan = shaped.plan(new Selection(rule.spec(), params, loss, manner), reduce);
        boolean isWeightless = reduce == Plan.Reduce.MEAN && shaped.isEmpty(true);
        boolean elements = rule.ours().equals("mse") || rule.ours().equals("mae");
        return isWeightless && (rule.ours().equals("nll") || elements && call.weight() != null)
                ? withoutGradient(plan, shaped)
                : plan;
    }

    private static Loss classes(Loss loss, Shaped shaped) {
        return loss instanceof ClassLoss one && shaped.outputs() == 1 ? new OfLabel(one) : loss;
    }

    /** Weights that are all 0 divide 0 by 0, in the value and in every derivative: of a class, in the true one's. */
    private static Plan withoutGradient(Plan plan, Shaped shaped) {
        boolean[] slopes = shaped.slopes();
        return new Plan(
                plan.parts(),
                plan.reduction(),
                plan.partWeights(),
                plan.divisor(),
                plan.losses(),
                flat -> {
                    double[] nothing = flat.values().clone();
                    for (int i = 0; i < nothing.length; i++) {
                        nothing[i] = slopes[i] ? Double.NaN : nothing[i];
                    }
                    return plan.gradient().apply(Tensor.list(nothing));
                },
                plan.inputGradient(),
                plan.hasSingle());
    }

    private static Plan.Reduce reduce(Rule rule, String word) {
        return switch (word == null ? "mean" : word) {
            case "mean" -> Plan.Reduce.MEAN;
            case "sum" -> Plan.Reduce.SUM;
            case "none" -> Plan.Reduce.NONE;
            case "batchmean" -> {
                if (!rule.ours().equals("kld")) {
                    throw new Refused("only kl_div knows the reduction 'batchmean'");
                }
                yield Plan.Reduce.MEAN;
            }
            default -> throw new Refused("'" + word + "' is not a valid value for reduction: none, mean, sum");
        };
    }

    /** What a mean divides by: for most losses the number of elements, whatever they weigh. */
    private Manner manner(Rule rule, Call call, Shaped shaped, String version) {
        String as = name() + "-" + version;
        if ("batchmean".equals(call.reduction())) {
            int batch = call.prediction().rank() == 0 ? 1 : call.prediction().length(0);
            return new Manner(as, Manner.Averaging.GIVEN, batch);
        }
        if (shaped.divisor() != null) {
            return new Manner(as, Manner.Averaging.GIVEN, shaped.divisor());
        }
        boolean byWeight = rule.habits().contains(TorchRules.BY_WEIGHT);
        if (shaped.isEmpty(byWeight)) {
            return new Manner(as, Manner.Averaging.GIVEN, 0);
        }
        return new Manner(as, byWeight ? Manner.Averaging.WEIGHTS : Manner.Averaging.COUNT, 0);
    }

    @Override
    Manner.Averaging averaging(Rule rule, Selection ours) {
        boolean classes = rule.ours().equals("cce") || rule.habits().contains(TorchRules.BY_WEIGHT);
        return classes ? Manner.Averaging.WEIGHTS : Manner.Averaging.COUNT;
    }

    @Override
    boolean sumsElements() {
        return true;
    }

    @Override
    boolean passes(Rule rule, String param) {
        return switch (rule.names().get(0)) {
            case "cross_entropy" ->
                param.equals("label_smoothing") || param.equals("ignore_index") || param.equals("class_weights");
            case "nll_loss" -> param.equals("ignore_index") || param.equals("class_weights");
            case "binary_cross_entropy_with_logits" -> param.equals("pos_weight");
            case "multi_margin_loss", "multilabel_soft_margin_loss" -> param.equals("class_weights");
            case "ctc_loss" -> true;
            default -> false;
        };
    }

    @Override
    Loss streamed(Rule rule, Args args, Selection ours, String version) {
        Params params = ours.params();
        boolean weighed = params.has("class_weights") && params.isSet("class_weights");
        if (rule.ours().equals("cce") && weighed && params.number("label_smoothing") > 0) {
            throw new Refused("class weights together with label smoothing are known through batch alone");
        }
        return switch (rule.names().get(0)) {
            case "cross_entropy", "nll_loss", "binary_cross_entropy_with_logits", "ctc_loss" -> ours.loss();
            case "multi_margin_loss" -> weighed ? ours.loss() : rule.loss(args);
            case "multilabel_soft_margin_loss" -> weighed ? new OpenRow(ours.loss()) : rule.loss(args);
            default -> rule.loss(args);
        };
    }
}
