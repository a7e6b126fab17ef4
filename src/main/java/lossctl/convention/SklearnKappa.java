package lossctl.convention;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Samples;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * Cohen's kappa of labels, which are as far apart as their places among those that occur. Source:
 * sklearn/metrics/_classification.py, cohen_kappa_score.
 *
 * @param loss the kappa of places
 */
record SklearnKappa(GroupLoss loss) implements GroupVariant {
    static SklearnKappa of(Rule rule, Args args) {
        return new SklearnKappa((GroupLoss) kappa(rule, args));
    }

    private static Loss kappa(Rule rule, Args args) {
        double otherwise = args.isSet("replace_undefined_by") ? args.number("replace_undefined_by") : Double.NaN;
        if (Math.abs(otherwise) > 1) {
            throw new Refused("'replace_undefined_by' is to be from -1 to 1, or NaN, not " + otherwise);
        }
        return Defined.of(rule.spec().create(rule.params(args)), otherwise);
    }

    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        SklearnTarget.check(call.truth(), call.prediction(), false);
        List<Double> labels = labels(args.tensor("labels"), call);
        int rows = call.truth().size();
        double[] truth = places(call.truth(), labels);
        double[] told = places(call.prediction(), labels);
        SklearnChecks.weight(call, rows);
        double[] weights = call.weight() == null
                ? new double[rows]
                : call.weight().values().clone();
        for (int i = 0; i < rows; i++) {
            weights[i] = truth[i] < 0 || told[i] < 0 ? Double.NaN : call.weight() == null ? 1 : weights[i];
            truth[i] = Math.max(0, truth[i]);
            told[i] = Math.max(0, told[i]);
        }
        if (Arrays.stream(weights).allMatch(Double::isNaN)) {
            // where no sample counts
            Arrays.fill(weights, 0);
        }
        Shaped shaped = Shaped.rows(told, rows, new int[] {rows}, flat -> flat).truth(truth, 1);
        shaped.weights(weights);
        return shaped.plan(new Selection(rule.spec(), rule.params(args), kappa(rule, args), manner), Plan.Reduce.MEAN);
    }

    private static List<Double> labels(Tensor given, Call call) {
        Tensor all = given == null
                ? Tensor.list(SklearnLabels.of(call.truth(), call.prediction()).labels())
                : given;
        List<Double> labels = Arrays.stream(all.values()).boxed().toList();
        if (labels.stream().distinct().count() < labels.size()) {
            throw new Refused("'labels' tells a label twice");
        }
        if (Arrays.stream(call.truth().values()).noneMatch(labels::contains)) {
            throw new Refused("At least one label in 'labels' must be present in y1");
        }
        return labels;
    }

    private static double[] places(Tensor tensor, List<Double> labels) {
        return Arrays.stream(tensor.values()).map(labels::indexOf).toArray();
    }

    @Override
    public double value(Samples samples) {
        double[] told = ToldClasses.of(samples);
        Tensor first = Tensor.list(samples.truth());
        SklearnLabels labels = SklearnLabels.of(first, Tensor.list(told));
        return loss.value(ToldClasses.of(
                samples,
                labels.indices(first).values(),
                labels.indices(Tensor.list(told)).values()));
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        loss.gradient(samples, gradients);
    }

    @Override
    public boolean isOverRows() {
        return false;
    }
}
