package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.Tensor;

/** Losses of class labels: probabilities or scores of the larger of two labels, or of every label in order. */
final class SklearnClasses {
    /** Labels of which 1 is the positive one; of others it is the greatest. */
    private static final List<List<Double>> USUAL =
            List.of(List.of(0.0, 1.0), List.of(-1.0, 1.0), List.of(0.0), List.of(-1.0), List.of(1.0));

    private final Rule rule;
    private final Args args;
    private final Call call;
    private final boolean old;
    private final Tensor truth;
    private final boolean binary;
    private final SklearnLabels labels;

    /** Whether truths are flags, one a label, already. */
    private final boolean told;

    SklearnClasses(Rule rule, Args args, Call call, boolean old) {
        this.rule = rule;
        this.args = args;
        this.call = call;
        this.old = old;
        Tensor prediction = call.prediction();
        int rows = prediction.rank() == 0 ? 1 : prediction.length(0);
        binary = prediction.size() == rows;
        truth = call.truth();
        told = truth.rank() == 2
                && !binary
                && !rule.ours().equals("hinge")
                && Arrays.equals(truth.shape(), prediction.shape());
        if (truth.size() != rows && !told) {
            throw new Refused(
                    "Found input variables with inconsistent numbers of samples: " + truth.size() + ", " + rows);
        }
        boolean brier = rule.ours().endsWith("brier");
        labels = args.isSet("labels") && !(binary && brier)
                ? SklearnLabels.of(args.tensor("labels"))
                : SklearnLabels.of(truth);
        boolean single = rows < 2 && rule.ours().startsWith("d2_");
        if (told && !single && args.isSet("labels")) {
            throw new Refused("'labels' are of labels, one a sample, but y_true has rows of flags");
        }
        if (binary
                && !single
                && Math.max(labels.count(), SklearnLabels.of(truth).count()) > 2) {
            throw new Refused("there are more than two labels, but y_pred has one number a sample");
        }
        if (rule.ours().equals("d2_log_loss") && !told && !single) {
            labels.indices(truth);
        }
        if (!binary && !told && !single && labels.count() != prediction.length(-1)) {
            throw new Refused("y_pred has " + prediction.length(-1) + " columns for " + labels.count()
                    + " labels: give 'labels'");
        }
    }

    Plan plan(Manner manner, Plan.Reduce reduce) {
        Shaped shaped = Sklearn.samples(call.prediction());
        Loss loss = switch (rule.ours()) {
            case "cce" -> log(shaped);
            case "hinge" -> hinge(shaped);
            case "brier" -> brier(shaped);
            default -> score(shaped);
        };
        Sklearn.weigh(shaped, call, shaped.rows());
        Spec spec = binary && rule.ours().equals("cce") ? Catalog.find("bce") : rule.spec();
        return shaped.plan(new Selection(spec, spec.defaults(), loss, manner), reduce);
    }

    private Loss log(Shaped shaped) {
        if (labels.count() < 2 && !told) {
            throw new Refused("y_true contains only one label: give 'labels'");
        }
        double eps = args.isSet("eps") && !"auto".equals(args.get("eps"))
                ? args.number("eps")
                : SklearnLosses.epsilon(args.isFloat32());
        if (binary) {
            shaped.truth(flags(labels.greatest()), 1);
            return new SklearnLosses.BinaryLog(eps);
        }
        shaped.truth(flags(), shaped.outputs());
        return new SklearnLosses.Log(eps, old);
    }

    private Loss hinge(Shaped shaped) {
        if (!binary && labels.count() < 3) {
            throw new Refused("pred_decision is to have one number a sample where there are two labels");
        }
        if (!binary) {
            shaped.truth(labels.indices(truth).values(), 1);
            return new OpenRow(Sklearn.catalog("multiclass_hinge"));
        }
        SklearnLabels seen = SklearnLabels.of(truth);
        double[] signs = flags(seen.greatest());
        for (int i = 0; i < signs.length; i++) {
            signs[i] = seen.count() > 1 && signs[i] == 1 ? 1 : -1;
        }
        shaped.truth(signs, 1);
        return new Open(Sklearn.catalog("hinge"));
    }

    private Loss brier(Shaped shaped) {
        if (old && !binary) {
            throw new Refused("brier_score_loss takes one probability a sample before scikit-learn 1.7");
        }
        if (old && SklearnLabels.of(truth).count() > 2) {
            throw new Refused("Only binary classification is supported. The type of the target is multiclass");
        }
        Object half = args.get("scale_by_half");
        Boolean halved = half instanceof Boolean flag ? flag : null;
        if (binary) {
            shaped.truth(flags(positive()), 1);
            return new SklearnLosses.Brier(halved);
        }
        shaped.truth(flags(), shaped.outputs());
        return new SklearnLosses.Brier(halved);
    }

    private double positive() {
        if (args.isSet("pos_label")) {
            return args.number("pos_label");
        }
        return USUAL.contains(Arrays.stream(labels.labels()).boxed().toList()) ? 1 : labels.greatest();
    }

    private Loss score(Shaped shaped) {
        if (old) {
            throw new Refused(rule.names().get(0) + " is not in scikit-learn 1.2");
        }
        if (shaped.rows() < 2) {
            shaped.truth(new double[shaped.rows()], 1);
            return new Fixed(Double.NaN);
        }
        if (labels.count() < 2 && !told && !(binary && rule.ours().equals("d2_brier"))) {
            throw new Refused("y_true contains only one label: give 'labels'");
        }
        if (binary) {
            shaped.truth(flags(args.has("pos_label") ? positive() : labels.greatest()), 1);
        } else {
            shaped.truth(flags(), shaped.outputs());
        }
        return new SklearnSkill(
                rule.ours().equals("d2_brier")
                        ? new SklearnLosses.Brier(false)
                        : new SklearnLosses.Log(SklearnLosses.epsilon(args.isFloat32()), false));
    }

    /** A flag a label. */
    private double[] flags() {
        return told ? truth.values() : labels.oneHot(truth);
    }

    private double[] flags(double positive) {
        double[] flags = new double[truth.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = truth.values()[i] == positive ? 1 : 0;
        }
        return flags;
    }
}
