package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.num.Tensor;

/** What scikit-learn looks at before it computes. Source: sklearn/metrics/_classification.py, _check_targets. */
final class SklearnChecks {
    private static final List<String> RANKED =
            List.of("label_ranking_loss", "label_ranking_average_precision", "coverage_error");

    private SklearnChecks() {}

    /**
     * Holds arrays, labels and texts of a call against each other.
     *
     * @throws Refused where scikit-learn refuses them
     */
    static void check(Rule rule, Args args, Call call) {
        shapes(call);
        texts(rule, args, call);
        if (isOfLabels(rule)) {
            SklearnTarget.check(call.truth(), call.prediction(), !SklearnLabels.COUNTED.contains(rule.ours()));
        }
    }

    /** Whether the labels of a sample are ranked. */
    static boolean isRanking(Rule rule) {
        return RANKED.contains(rule.ours());
    }

    private static boolean isOfLabels(Rule rule) {
        return rule.view() == View.CLASSES && !isRanking(rule);
    }

    /** Arrays hold finite numbers, of as many samples. */
    private static void shapes(Call call) {
        Tensor truth = call.truth();
        finite("y_true", truth);
        finite("y_pred", call.prediction());
        if (truth.rank() > 0
                && call.prediction().rank() > 0
                && truth.length(0) != call.prediction().length(0)) {
            throw new Refused("Found input variables with inconsistent numbers of samples: " + truth.length(0) + ", "
                    + call.prediction().length(0));
        }
        if (call.weight() != null) {
            finite("sample_weight", call.weight());
        }
    }

    private static void finite(String name, Tensor tensor) {
        for (double value : tensor.values()) {
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                throw new Refused("Input " + name + " contains NaN or infinity");
            }
        }
        if (tensor.size() == 0) {
            throw new Refused("Found array " + name + " with 0 samples");
        }
    }

    /** Labels that are texts have no like among numbers, nor a positive one that is not told. */
    private static void texts(Rule rule, Args args, Call call) {
        boolean labels = isOfLabels(rule) || rule.ours().equals("cohen_kappa");
        if (labels && call.texts().contains("y_true") != call.texts().contains("y_pred")) {
            throw new Refused("Mix of label input types (string and number)");
        }
        boolean binary = labels
                ? "binary".equals(args.get("average"))
                : call.prediction().size() == call.truth().size()
                        && SklearnTarget.of(call.truth()) == SklearnTarget.BINARY;
        if (binary
                && args.has("pos_label")
                && call.texts().contains("y_true")
                && !call.texts().contains("pos_label")) {
            throw new Refused("y_true holds texts: tell 'pos_label', the one that is positive");
        }
    }

    /** Rankings are of rows of flags, which are up but for 0; one label alone is no set but to one of them. */
    static Tensor labelSets(Rule rule, Call call) {
        SklearnTarget target = SklearnTarget.of(call.truth());
        boolean column = target == SklearnTarget.BINARY
                && call.truth().rank() == 2
                && rule.ours().equals("label_ranking_average_precision");
        if (target != SklearnTarget.MULTILABEL_INDICATOR && !column) {
            throw new Refused(rule.names().get(0) + " takes rows of flags: " + target + " format is not supported");
        }
        if (!Arrays.equals(call.truth().shape(), call.prediction().shape())) {
            throw new Refused("y_true and y_score have different shape");
        }
        double[] flags = Arrays.stream(call.truth().values())
                .map(flag -> flag == 0 ? 0 : 1)
                .toArray();
        return new Tensor(flags, call.truth().shape());
    }

    /** Refuses weights that are not one a sample. */
    static void weight(Call call, int rows) {
        if (call.weight() != null && call.weight().size() != rows) {
            throw new Refused("Found input variables with inconsistent numbers of samples: sample_weight has "
                    + Arrays.toString(call.weight().shape()));
        }
    }
}
