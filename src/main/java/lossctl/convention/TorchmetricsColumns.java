package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.Tensor;

/** Metrics of torchmetrics that tell a number for each output. Source: torchmetrics 1.9, functional/regression. */
final class TorchmetricsColumns {
    private final Rule rule;
    private final Args args;
    private final Call call;
    private final Manner manner;
    private final int rows;
    private final int outputs;

    private TorchmetricsColumns(Rule rule, Args args, Call call, Manner manner, int outputs) {
        this.rule = rule;
        this.args = args;
        this.call = call;
        this.manner = manner;
        if (call.truth() == null
                || !Arrays.equals(call.truth().shape(), call.prediction().shape())) {
            throw new Refused("y_true and y_pred are to be of one shape");
        }
        this.outputs = outputs;
        rows = outputs == 0 ? 0 : call.prediction().size() / outputs;
        if (rows * outputs != call.prediction().size()
                || outputs > 1 && call.prediction().length(-1) != outputs) {
            throw new Refused("y_pred is to have " + outputs + " outputs");
        }
    }

    /** Squared errors, or their root. */
    static Plan ofSquares(Rule rule, Args args, Call call, Manner manner) {
        Spec spec = Catalog.find(args.flag("squared") ? "mse" : "rmse");
        TorchmetricsColumns columns = new TorchmetricsColumns(rule, args, call, manner, args.integer("num_outputs"));
        return columns.plan(spec, spec.create(spec.defaults()), columns.outputs > 1 ? "raw_values" : "", call);
    }

    /** A number each, where there are several. */
    static Plan apart(Rule rule, Args args, Call call, Manner manner) {
        Tensor prediction = call.prediction();
        int outputs = args.has("num_outputs")
                ? args.integer("num_outputs")
                : prediction.rank() == 2 ? prediction.length(1) : 1;
        return new TorchmetricsColumns(rule, args, call, manner, outputs)
                .plan(rule.spec(), rule.loss(args), outputs > 1 ? "raw_values" : "", call);
    }

    /** The mean of the outputs' numbers, or what {@code multioutput} says. */
    static Plan together(Rule rule, Args args, Call call, Manner manner) {
        Tensor prediction = call.prediction();
        if (prediction.rank() > 2) {
            throw new Refused("y_pred is to have one axis or two");
        }
        int outputs = prediction.rank() == 2 ? prediction.length(1) : 1;
        if (rule.ours().equals("r2") && prediction.rank() > 0 && prediction.length(0) < 2) {
            throw new Refused(rule.names().get(0) + " needs at least two samples to calculate");
        }
        String how = args.has("multioutput") ? args.word("multioutput") : "uniform_average";
        return new TorchmetricsColumns(rule, args, call, manner, outputs).plan(rule.spec(), rule.loss(args), how, call);
    }

    private Plan plan(Spec spec, Loss loss, String how, Call asked) {
        if (asked.reduction() != null && !asked.reduction().equals("mean")) {
            throw new Refused(rule.names().get(0) + " has no reduction '" + asked.reduction() + "'");
        }
        Selection selection = new Selection(spec, spec.defaults(), loss, manner);
        if (how.isEmpty()) {
            return Shaped.elements(call.prediction())
                    .truth(call.truth().values(), 1)
                    .plan(selection, Plan.Reduce.MEAN);
        }
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < outputs; c++) {
            double[] t = column(call.truth(), c);
            double[] p = column(call.prediction(), c);
            parts.add(new Part(selection, rows, t, 1, p, 1, List.of(), List.of(), new int[0], null));
        }
        double[] weights = new double[outputs];
        double all = 0;
        for (int c = 0; c < outputs; c++) {
            weights[c] = how.equals("variance_weighted") ? spread(parts.get(c).truth()) : 1;
            all += weights[c];
        }
        Plan.Reduce reduce = switch (how) {
            case "raw_values" -> Plan.Reduce.NONE;
            case "uniform_average", "variance_weighted" -> Plan.Reduce.MEAN;
            default -> throw new Refused("multioutput is to be raw_values, uniform_average or variance_weighted");
        };
        boolean list = reduce == Plan.Reduce.NONE && call.prediction().rank() < 2;
        return new Plan(
                parts,
                reduce,
                weights,
                all,
                flat -> list ? flat.reshaped() : SklearnTold.weighed(flat, weights),
                this::back,
                List.of(),
                false);
    }

    private double[] column(Tensor array, int column) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = array.values()[i * outputs + column];
        }
        return values;
    }

    private static double spread(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double spread = 0;
        for (double value : values) {
            spread += (value - mean) * (value - mean);
        }
        return spread;
    }

    /** Derivatives, column by column, in the shape of the predictions. */
    private Tensor back(Tensor flat) {
        double[] values = new double[flat.size()];
        for (int i = 0; i < values.length; i++) {
            values[i % rows * outputs + i / rows] = flat.values()[i];
        }
        return new Tensor(values, call.prediction().shape());
    }
}
