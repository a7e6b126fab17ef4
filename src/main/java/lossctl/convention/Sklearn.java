package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lossctl.catalog.Catalog;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.MarginLoss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.Tensor;

/**
 * scikit-learn: a row is a sample, a mean divides by the sum of the weights, and of several outputs each has its own
 * value. Source: scikit-learn 1.9, sklearn/metrics; version 1.2 differs in {@code log_loss} and
 * {@code squared}, in quantiles, and in what it refuses.
 */
final class Sklearn extends Framework {
    /** It divides by the sum of the weights without a look at it, in every version. */
    private static final String DIVIDING = "label_ranking_average_precision";

    /** Scores that are NaN where nothing weighs anything; most others are refused then. */
    private static final List<String> WITHOUT_WEIGHT_NAN = List.of("balanced_accuracy", "hamming", DIVIDING);

    Sklearn() {
        super("sklearn", List.of("1.9", "1.9.1", "1.2.1", "1.2"), SklearnRules.all());
    }

    @Override
    public Plan plan(Call call, String version) {
        Rule rule = rule(call.loss());
        Args args = new Args(rule.names().get(0), rule.settings(), call.params(), call.float32());
        boolean old = version.startsWith("1.2");
        checkVersion(rule, args, old);
        if (call.truth() == null) {
            throw new Refused(rule.names().get(0) + " wants y_true");
        }
        SklearnChecks.check(rule, args, call);
        if (isWeightless(call.weight()) && !goesWithoutWeight(rule, args, call, old)) {
            throw new Refused("Weights sum to zero, can't be normalized");
        }
        Manner manner = new Manner(name() + "-" + version, Manner.Averaging.WEIGHTS, 0);
        if (SklearnTold.isWanted(args) || args.has("average")) {
            holdToMean(rule, call, "raw_values");
        }
        if (SklearnTold.isWanted(args)) {
            return new SklearnTold(rule, args, call, old).plan(manner);
        }
        if (args.has("average")) {
            return new SklearnAuc(rule, args, call, old).plan(manner);
        }
        if (args.has("multioutput")) {
            if (old && rule.ours().equals("msle") && (least(call.truth()) < 0 || least(call.prediction()) < 0)) {
                throw new Refused("Mean Squared Logarithmic Error cannot be used when targets contain negative values");
            }
            return new SklearnColumns(rule, args, call, manner, old).plan();
        }
        Plan.Reduce reduce = args.has("normalize") && !args.flag("normalize") ? Plan.Reduce.SUM : Plan.Reduce.MEAN;
        holdToMean(rule, call, "mean");
        if (rule.planner() != null) {
            return rule.planner().plan(rule, args, call, manner);
        }
        if (rule.view() == View.AXIS) {
            return new SklearnClasses(rule, args, call, old).plan(manner, reduce);
        }
        Call counted = SklearnLabels.COUNTED.contains(rule.ours()) ? indexed(call) : call;
        return rows(rule, args, counted, manner, reduce, old);
    }

    private static void holdToMean(Rule rule, Call call, String other) {
        String reduction = call.reduction() == null ? "mean" : call.reduction();
        if (!reduction.equals("mean") && !reduction.equals(other)) {
            throw new Refused(rule.names().get(0) + " has no reduction '" + reduction + "'");
        }
    }

    @Override
    boolean takesNames(Rule rule, String array) {
        boolean told = rule.view() == View.CLASSES && !SklearnChecks.isRanking(rule)
                || rule.ours().equals("cohen_kappa");
        if (told || array.equals("y_pred")) {
            return told;
        }
        Domain truth = rule.spec().create(rule.spec().defaults()).truth();
        return truth.kind() != Domain.Kind.NUMBER || truth.isProbability();
    }

    /** Whether a score stands although nothing weighs anything; one of a single sample is NaN before weights are seen. */
    private static boolean goesWithoutWeight(Rule rule, Args args, Call call, boolean old) {
        String ours = rule.ours();
        boolean single = call.prediction().length(0) < 2;
        if (!old) {
            boolean summed = ours.equals("top_k_accuracy") && !args.flag("normalize");
            boolean early = ours.equals("d2_brier") || ours.equals("d2_log_loss");
            boolean alike =
                    ours.equals("roc_auc") && SklearnLabels.of(call.truth()).count() < 2;
            return ours.equals(DIVIDING) || summed || alike || isAreaOfSeveral(args, call) || single && early;
        }
        boolean early = ours.equals("r2") || ours.startsWith("d2_");
        boolean adjusted = args.has("adjusted") && args.flag("adjusted");
        boolean plain = ours.equals("hamming") && call.truth().rank() < 2;
        return WITHOUT_WEIGHT_NAN.contains(ours) && !adjusted && !plain
                || SklearnTold.isWanted(args) && !"samples".equals(args.get("average"))
                || ours.equals("mcc")
                || args.has("normalize") && !args.flag("normalize")
                || single && early;
    }

    @Override
    Manner.Weightless weightless(Rule rule, String version) {
        if (rule.ours().equals(DIVIDING)) {
            return Manner.Weightless.NAN;
        }
        // the older version made 0 of counts of nothing; the newer looks at the weights before anything else
        boolean counts = version.startsWith("1.2") && rule.view() == View.CLASSES;
        return counts ? Manner.Weightless.LEFT_TO_LOSS : Manner.Weightless.REFUSED;
    }

    /** Areas of several labels, weighed by how often a label is there: without any the score is 0 before it is computed. */
    private static boolean isAreaOfSeveral(Args args, Call call) {
        boolean sets = call.truth().rank() == 2 && call.truth().length(1) > 1;
        boolean classes = call.prediction().rank() == 2 && call.prediction().length(1) > 2;
        return (sets || classes)
                && args.has("average")
                && !SklearnTold.isWanted(args)
                && "weighted".equals(args.get("average"));
    }

    private static double least(Tensor tensor) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : tensor.values()) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** Labels as indices, so that classes can be counted. */
    private static Call indexed(Call call) {
        SklearnLabels known = SklearnLabels.of(call.truth(), call.prediction());
        return new Call(
                call.loss(),
                call.params(),
                known.indices(call.truth()),
                known.indices(call.prediction()),
                call.inputs(),
                call.weight(),
                call.reduction(),
                call.texts(),
                call.float32());
    }

    private static void checkVersion(Rule rule, Args args, boolean old) {
        if (old && (rule.planner() != null || rule.ours().equals("jaccard"))) {
            throw new Refused(rule.names().get(0) + " is known of scikit-learn 1.9 alone");
        }
        if (old && rule.names().get(0).startsWith("root_")) {
            throw new Refused(rule.names().get(0) + " came with scikit-learn 1.4");
        }
        boolean gone = args.has("squared") && !args.flag("squared") || args.isSet("eps");
        if (!old && gone) {
            throw new Refused("scikit-learn 1.9 has no parameter '" + (args.isSet("eps") ? "eps" : "squared")
                    + "'; sklearn-1.2.1 has");
        }
    }

    /** Whether there are weights, all of them 0. */
    static boolean isWeightless(Tensor weight) {
        if (weight == null) {
            return false;
        }
        for (double each : weight.values()) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** Samples with one number each, or with labels. */
    private static Plan rows(Rule rule, Args args, Call call, Manner manner, Plan.Reduce reduce, boolean old) {
        Tensor prediction = call.prediction();
        boolean labels = rule.view() == View.CLASSES;
        if (!labels && prediction.size() != prediction.length(0)) {
            throw new Refused("Multioutput not supported in " + rule.names().get(0));
        }
        Tensor truth = SklearnChecks.isRanking(rule) ? SklearnChecks.labelSets(rule, call) : call.truth();
        Shaped shaped = samples(prediction).truth(truth.values(), truth.size() / prediction.length(0));
        boolean chance = args.has("adjusted") && args.flag("adjusted");
        double[] counted = SklearnColumns.weighty(truth.values(), call.weight());
        double[] told = SklearnColumns.weighty(prediction.values(), call.weight());
        Loss loss = chance && SklearnColumns.isConstant(counted)
                ? new Fixed(Arrays.equals(counted, told) ? Double.NaN : Double.NEGATIVE_INFINITY)
                : isWeightless(call.weight()) && WITHOUT_WEIGHT_NAN.contains(rule.ours())
                        ? new Fixed(Double.NaN)
                        : rule.ours().equals("d2_tweedie") ? tweedie(args, shaped.rows(), old) : rule.loss(args);
        weigh(shaped, call, shaped.rows());
        return shaped.plan(new Selection(rule.spec(), rule.params(args), loss, manner), reduce);
    }

    private static Loss tweedie(Args args, int rows, boolean old) {
        if (old && rows < 2) {
            return new Fixed(Double.NaN);
        }
        Spec spec = Catalog.find("tweedie_deviance");
        double power = args.number("power");
        PointwiseLoss deviance = (PointwiseLoss) spec.create(spec.defaults().with("power", power));
        return rows < 2 ? new Fixed(Double.NaN) : new SklearnTweedie(power, deviance, old);
    }

    /** A row a sample, a number each where there is but one. */
    static Shaped samples(Tensor prediction) {
        int[] given = prediction.shape();
        int rows = given.length == 0 ? 1 : given[0];
        UnaryOperator<Tensor> back = flat -> flat.reshaped(given);
        return Shaped.rows(prediction.values(), rows, new int[] {rows}, back);
    }

    /** A weight a sample; single losses are told without it. */
    static void weigh(Shaped shaped, Call call, int rows) {
        SklearnChecks.weight(call, rows);
        if (call.weight() != null) {
            shaped.weights(call.weight().values());
        }
        shaped.losses(flat -> flat);
    }

    static Loss catalog(String name) {
        Spec spec = Catalog.find(name);
        return spec.create(spec.defaults());
    }

    @Override
    Manner.Averaging averaging(Rule rule, Selection ours) {
        return Manner.Averaging.WEIGHTS;
    }

    @Override
    boolean sumsElements() {
        return false;
    }

    @Override
    Loss streamed(Rule rule, Args args, Selection ours, String version) {
        if (rule.planner() != null) {
            return rule.loss(args);
        }
        return switch (ours.spec().name()) {
            case "bce" -> new SklearnLosses.BinaryLog(SklearnLosses.epsilon(args.isFloat32()));
            case "cce", "sparse_cce" ->
                new SklearnLosses.Log(SklearnLosses.epsilon(args.isFloat32()), version.startsWith("1.2"));
            case "brier" -> new SklearnLosses.Brier(null);
            case "hinge" -> new SklearnLosses.Hinge((MarginLoss) ours.loss());
            case "rmse" -> new SklearnRoot((PointwiseLoss) catalog("mse"));
            case "rmsle" -> new SklearnRoot((PointwiseLoss) catalog("msle"));
            case "r2", "explained_variance" -> Defined.of(ours.loss(), 0);
            case "d2_absolute_error", "d2_pinball" -> Defined.of(rule.loss(args), 0);
            default -> rule.view() == View.CLASSES ? ours.loss() : rule.loss(args);
        };
    }
}
