package lossctl.convention;

import lossctl.catalog.Catalog;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Samples;
import lossctl.loss.Selection;
import lossctl.loss.Spec;

/** Calls of CatBoost whose predictions have another form than those of the catalogue's loss. */
final class CatboostPlans {
    private CatboostPlans() {}

    /** What a file with means and variances comes to. */
    static Loss uncertain() {
        Spec spec = Catalog.find("gaussian_nll");
        return spec.create(spec.defaults().with("full", true));
    }

    /** Two predictions a sample, and one truth. */
    static Plan uncertain(Rule rule, Args args, Call call, Manner manner) {
        if (call.prediction().rank() != 2
                || call.prediction().length(1) != 2
                || !call.inputs().isEmpty()) {
            throw new Refused("RMSEWithUncertainty takes y_pred of shape (N, 2): the mean, and the logarithm of the"
                    + " standard deviation");
        }
        return plan(rule, args, call, manner, new CatboostUncertainty());
    }

    /** Scores of classes, or one that is a yes above 0. */
    static Plan wrong(Rule rule, Args args, Call call, Manner manner) {
        boolean classes = call.prediction().rank() == 2 && call.prediction().length(1) > 1;
        return plan(rule, args, call, manner, classes ? new WrongClass(1, false) : new Altered.Miss(0));
    }

    /** Scores of classes, or one a sample. */
    static Plan hinge(Rule rule, Args args, Call call, Manner manner) {
        boolean classes = call.prediction().rank() == 2 && call.prediction().length(1) > 1;
        return plan(rule, args, call, manner, classes ? Sklearn.catalog("multiclass_hinge") : rule.loss(args));
    }

    /** An area that weights do not change unless told. */
    static Loss curve(Args args) {
        GroupLoss area = (GroupLoss) Defined.of(Sklearn.catalog("roc_auc"), 0);
        FlagScore plain = samples -> area.value(new Samples(
                samples.count(), samples.truth(), samples.truthWidth(), samples.vectors(), samples.widths(), null));
        return args.flag("use_weights") ? area : plain;
    }

    /** The same of arrays, whose weights are left out of the signature too. */
    static Plan area(Rule rule, Args args, Call call, Manner manner) {
        return plan(rule, args, args.flag("use_weights") ? call : call.withoutWeight(), manner, rule.loss(args));
    }

    private static Plan plan(Rule rule, Args args, Call call, Manner manner, Loss loss) {
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        return Mathematics.shaped(call, loss).plan(selection, Mathematics.reduce(call.reduction()));
    }
}
