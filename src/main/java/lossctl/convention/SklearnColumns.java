package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.ExactSum;
import lossctl.num.Tensor;

/** Regression losses and scores: each output by itself, then their mean unless {@code multioutput} says otherwise. */
final class SklearnColumns {
    private final Rule rule;
    private final Args args;
    private final Call call;
    private final Manner manner;
    private final boolean old;
    private final int rows;
    private final int outputs;

    SklearnColumns(Rule rule, Args args, Call call, Manner manner, boolean old) {
        this.rule = rule;
        this.args = args;
        this.call = call;
        this.manner = manner;
        this.old = old;
        Tensor prediction = call.prediction();
        rows = prediction.rank() == 0 ? 1 : prediction.length(0);
        outputs = prediction.size() / rows;
        if (prediction.rank() > 2) {
            throw new Refused("Found array with dim " + prediction.rank() + ", while dim <= 2 is required");
        }
        if (call.truth().size() != prediction.size() || call.truth().length(0) != rows) {
            throw new Refused("y_true has the shape "
                    + Arrays.toString(call.truth().shape()) + ", y_pred " + Arrays.toString(prediction.shape()));
        }
        SklearnChecks.weight(call, rows);
    }

    Plan plan() {
        if (args.get("multioutput") instanceof Tensor
                && outputs == 1
                && !rule.ours().equals("rmse")) {
            throw new Refused("Custom weights are useful only in multi-output cases");
        }
        String told = word();
        String word = isTooShort() ? "uniform_average" : told;
        Selection selection = selection();
        boolean whole = rule.view() == View.WHOLE || !selection.spec().name().equals(rule.ours()) || isRoot();
        if (word.equals("uniform_average") && (!whole || outputs == 1 && !args.has("force_finite"))) {
            Shaped shaped =
                    Sklearn.samples(call.prediction()).truth(call.truth().values(), outputs);
            Sklearn.weigh(shaped, call, rows);
            return shaped.plan(selection, Plan.Reduce.MEAN);
        }
        return overColumns(word, selection);
    }

    /** One sample has no score: scikit-learn says NaN then, once for all outputs. */
    private boolean isTooShort() {
        return rows < 2 && (rule.ours().equals("r2") || rule.ours().startsWith("d2_"));
    }

    private boolean isRoot() {
        return rule.ours().startsWith("r") && !rule.ours().equals("r2");
    }

    /** What becomes of several outputs. */
    private String word() {
        Object given = args.get("multioutput");
        String word = given instanceof Tensor ? "weights" : (String) given;
        if (word == null) {
            word = call.reduction() == null || call.reduction().equals("mean") ? "uniform_average" : call.reduction();
        }
        boolean variance = rule.ours().equals("r2") || rule.ours().equals("explained_variance");
        return switch (word) {
            case "uniform_average", "raw_values", "weights" -> word;
            case "variance_weighted" -> {
                if (!variance) {
                    throw new Refused("multioutput 'variance_weighted' is for r2_score and explained_variance_score");
                }
                yield word;
            }
            default ->
                throw new Refused("multioutput is to be raw_values, uniform_average"
                        + (variance ? ", variance_weighted" : "") + " or a list of weights, not '" + word + "'");
        };
    }

    private Selection selection() {
        boolean root = args.has("squared") && !args.flag("squared");
        Spec spec = root ? Catalog.find("r" + rule.ours()) : rule.spec();
        Loss loss = root ? spec.create(spec.defaults()) : loss();
        if (rule.view() == View.WHOLE && !rule.ours().equals("median_ae")) {
            loss = isTooShort() ? new Fixed(Double.NaN) : Defined.of(loss, 0);
        }
        return new Selection(spec, root ? spec.defaults() : rule.params(args), loss, manner);
    }

    /** Older versions take other quantiles: of weighed errors the least, of truths one between two. */
    private Loss loss() {
        boolean median = rule.ours().equals("median_ae");
        if (old && median && call.weight() != null) {
            return new SklearnMedian();
        }
        return old || !rule.ours().equals("d2_pinball")
                ? rule.loss(args)
                : rule.spec().create(rule.params(args));
    }

    private Plan overColumns(String word, Selection selection) {
        double[] weights = call.weight() == null ? null : call.weight().values();
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < outputs; c++) {
            double[] t = column(call.truth(), c);
            double[] p = column(call.prediction(), c);
            parts.add(
                    new Part(selection(selection, t, p), rows, t, 1, p, 1, List.of(), List.of(), new int[0], weights));
        }
        double[] columns = columnWeights(word);
        ExactSum sum = new ExactSum();
        sum.add(columns, 0, outputs);
        Plan.Reduce reduce = word.equals("raw_values") ? Plan.Reduce.NONE : Plan.Reduce.MEAN;
        int[] given = call.prediction().shape();
        return new Plan(
                parts,
                reduce,
                columns,
                sum.value(),
                flat -> times(flat, columns),
                flat -> new Tensor(TorchCtc.swapped(flat.values(), outputs, rows, 1), given),
                List.of(),
                false);
    }

    /** Without {@code force_finite} a constant truth has no score that is a number. */
    private Selection selection(Selection selection, double[] truth, double[] prediction) {
        if (isTooShort() || !args.has("force_finite") || args.flag("force_finite") || !isConstant(weighty(truth))) {
            return selection;
        }
        boolean met = rule.ours().equals("r2")
                ? Arrays.equals(weighty(truth), weighty(prediction))
                : isConstant(weighty(prediction));
        double score = met ? Double.NaN : Double.NEGATIVE_INFINITY;
        return new Selection(selection.spec(), selection.params(), new Fixed(score), manner);
    }

    private double[] weighty(double[] values) {
        return weighty(values, call.weight());
    }

    /** The values that weigh something; all of them where none does. */
    static double[] weighty(double[] values, Tensor weights) {
        if (weights == null || Sklearn.isWeightless(weights) || weights.size() != values.length) {
            return values;
        }
        int count = 0;
        double[] kept = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (weights.values()[i] != 0) {
                kept[count++] = values[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }

    static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private double[] columnWeights(String word) {
        double[] columns = new double[outputs];
        Arrays.fill(columns, 1);
        if (word.equals("weights")) {
            columns = args.tensor("multioutput").values();
            if (columns.length != outputs) {
                throw new Refused("There must be equally many custom weights (" + columns.length + ") as outputs ("
                        + outputs + ")");
            }
        } else if (word.equals("variance_weighted")) {
            double sum = 0;
            for (int c = 0; c < outputs; c++) {
                columns[c] = spread(column(call.truth(), c));
                sum += columns[c];
            }
            if (sum == 0) {
                Arrays.fill(columns, 1);
            }
        }
        return columns;
    }

    /** The weighed sum of the squared distances to the mean. */
    private double spread(double[] values) {
        ExactSum sum = new ExactSum();
        ExactSum all = new ExactSum();
        for (int i = 0; i < values.length; i++) {
            double weight = call.weight() == null ? 1 : call.weight().values()[i];
            sum.addProduct(weight, values[i]);
            all.add(weight);
        }
        double mean = sum.over(all);
        ExactSum spread = new ExactSum();
        for (int i = 0; i < values.length; i++) {
            double weight = call.weight() == null ? 1 : call.weight().values()[i];
            spread.addProduct(weight * (values[i] - mean), values[i] - mean);
        }
        return spread.value();
    }

    private double[] column(Tensor array, int column) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = array.values()[i * outputs + column];
        }
        return values;
    }

    private static Tensor times(Tensor values, double[] factors) {
        double[] product = values.values().clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factors[i];
        }
        return Tensor.list(product);
    }
}
