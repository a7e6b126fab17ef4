package lossctl.convention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;
import lossctl.num.Tensor;

/**
 * A loss at several levels, a prediction each; their mean. Source: xgboost/src/metric/elementwise_metric.cu.
 *
 * @param losses those of the levels, in the order of the predictions
 */
record XgboostLevels(List<PointwiseLoss> losses) implements RowLoss {
    /** Null where there is one level. */
    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        String name = rule.settings().get(0).name();
        Tensor levels = args.tensor(name);
        if (levels.size() == 1) {
            return null;
        }
        List<PointwiseLoss> losses = new ArrayList<>();
        for (double level : levels.values()) {
            Args one = new Args(rule.names().get(0), rule.settings(), Map.of(name, level), call.float32());
            losses.add((PointwiseLoss) rule.loss(one));
        }
        Loss loss = new XgboostLevels(losses);
        Shaped shaped = Mathematics.shaped(call, loss);
        if (shaped.outputs() != losses.size()) {
            throw new Refused(name + " has " + losses.size() + " levels for " + shaped.outputs() + " predictions");
        }
        Selection selection = new Selection(rule.spec(), rule.spec().defaults(), loss, manner);
        return shaped.plan(selection, Mathematics.reduce(call.reduction()));
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < prediction.length; j++) {
            sum.add(losses.get(j).value(truth[0], prediction[j]));
        }
        return sum.value() / prediction.length;
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        for (int j = 0; j < prediction.length; j++) {
            gradient[j] = losses.get(j).slope(truth[0], prediction[j]) / prediction.length;
        }
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
