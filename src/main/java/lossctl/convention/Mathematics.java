package lossctl.convention;

import java.util.List;
import java.util.Map;
import lossctl.catalog.Catalog;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.num.Tensor;

/** A call in our own words: the last axis belongs to a sample, and a list is as the loss sees it. */
final class Mathematics {
    private Mathematics() {}

    static Plan plan(Call call) {
        String name = MathNames.ours(call.loss());
        Spec spec = Catalog.find(name);
        if (spec == null) {
            List<String> near = Catalog.nearest(call.loss());
            throw new Refused("unknown loss '" + call.loss() + "'"
                    + (near.isEmpty() ? "" : ". Did you mean: " + String.join(", ", near) + "?"));
        }
        Params params = MathNames.implied(call.loss(), spec.defaults(name));
        for (Map.Entry<String, Object> each : call.params().entrySet()) {
            Object value = each.getValue() instanceof Tensor list ? list.values() : each.getValue();
            params = params.with(MathNames.param(call.loss(), each.getKey()), value);
        }
        Selection selection = Selection.of(spec, params);
        refuseUnknownInputs(call, selection.loss());
        Shaped shaped = shaped(call, selection.loss());
        // the weights of classes and of what is ignored are the evaluation's, which tells losses times all of them
        return shaped.losses(flat -> new Tensor(flat.values(), shaped.shape()))
                .plan(selection, reduction(call, selection));
    }

    private static Plan.Reduce reduction(Call call, Selection selection) {
        Plan.Reduce reduce = reduce(call.reduction());
        boolean whole = selection.loss() instanceof SummaryLoss || selection.loss() instanceof GroupLoss;
        if (whole && reduce != Plan.Reduce.MEAN) {
            throw new Refused(selection.spec().name() + " is no sum over samples: it has one value, and no reduction '"
                    + call.reduction() + "'");
        }
        return reduce;
    }

    /** Left out without a word, an array would seem to have counted. */
    private static void refuseUnknownInputs(Call call, Loss loss) {
        List<String> known = loss.inputs().stream().map(Input::name).toList();
        for (String input : call.inputs().keySet()) {
            if (!known.contains(input)) {
                throw new Refused(call.loss() + " takes no input '" + input + "'"
                        + (known.isEmpty() ? "" : "; it takes: " + String.join(", ", known)));
            }
        }
    }

    static Shaped shaped(Call call, Loss loss) {
        Tensor prediction = call.prediction();
        boolean singles =
                loss.takesSingles() && call.truth() != null && call.truth().size() == prediction.size();
        boolean oneRow = prediction.rank() == 1 && prediction.size() > 0 && loss.isOverRows() && !singles;
        Shaped shaped = oneRow
                ? Shaped.whole(prediction)
                : prediction.rank() < 2 ? Shaped.elements(prediction) : Shaped.along(prediction, -1);
        int rows = shaped.rows();
        if (loss.truth().kind() != Domain.Kind.NONE) {
            if (call.truth() == null) {
                throw new Refused("no 'y_true' is given");
            }
            shaped.truth(call.truth().values(), width("y_true", call.truth(), prediction, oneRow, rows));
        }
        for (Map.Entry<String, Tensor> input : call.inputs().entrySet()) {
            Tensor given = input.getValue();
            if (oneRow && given.rank() > 1 && given.length(0) > 1) {
                throw new Refused("y_pred is a list, which is one sample of this loss, but " + input.getKey() + " has "
                        + given.length(0) + " rows");
            }
            width(input.getKey(), given, prediction, oneRow, rows);
            shaped.input(input.getKey(), given.values(), flat -> flat.reshaped(given.shape()));
        }
        if (call.weight() != null) {
            if (call.weight().size() != rows) {
                throw new Refused("sample_weight has " + call.weight().size() + " values for " + rows + " samples");
            }
            shaped.weights(call.weight().values());
        }
        return shaped;
    }

    /** How many values of an array each sample has; a list has one each, and is no matrix written in one line. */
    private static int width(String name, Tensor given, Tensor prediction, boolean oneRow, int rows) {
        boolean list = given.rank() < 2 && (rows > 1 || prediction.rank() < 2 && !oneRow);
        if (rows == 0 ? given.size() > 0 : list ? given.size() != rows : given.size() % rows > 0) {
            throw new Refused(name + " has " + count(given.size(), "value") + " for " + count(rows, "sample"));
        }
        int matrices = Math.min(given.rank(), prediction.rank());
        if (matrices > 1 && given.length(0) != prediction.length(0)) {
            throw new Refused(
                    name + " has " + count(given.length(0), "row") + " for " + prediction.length(0) + " of y_pred");
        }
        return rows == 0 ? 1 : given.size() / rows;
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    static Plan.Reduce reduce(String word) {
        return switch (word == null ? "mean" : word) {
            case "mean" -> Plan.Reduce.MEAN;
            case "sum" -> Plan.Reduce.SUM;
            case "none" -> Plan.Reduce.NONE;
            default -> throw new Refused("unknown reduction '" + word + "'; there are: mean, sum, none");
        };
    }
}
