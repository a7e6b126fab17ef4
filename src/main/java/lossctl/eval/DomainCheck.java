package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.loss.Adjustment;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.num.DecimalWriter;
import lossctl.num.Interval;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** Holds the values of a block against the domains of one loss: what it is not defined for is refused with its place. */
final class DomainCheck {

    /** Fewer rows of scores may be like probabilities by chance, or an example. */
    private static final int TELLING = 10;

    /** Turns of a loop in one call, so that the compiler counts calls and compiles nothing twice. */
    private static final int TURNS = 32;
    /** What takes a row of probabilities as a whole, by the loss that takes one probability. */
    private static final Map<String, String> ROW_LOSSES =
            Map.of("bce", "sparse_cce", "binary_focal", "categorical_focal");

    private final Selection selection;
    private final Loss loss;
    private final Domain truths;
    private final Domain predictions;
    private final int classes;
    private final boolean unchecked;
    private final boolean scores;
    /** Whether each of several classes is held against a class index by itself, which is seldom meant. */
    private final boolean apart;

    private final OddRows unevenTruths = new OddRows();
    private final OddRows unevenRows = new OddRows();
    private final OddRows positiveLogs = new OddRows();

    /** A check of rows of this layout; {@code unchecked}: only the prediction of the true class is there. */
    DomainCheck(Selection selection, Layout layout, boolean unchecked) {
        this.selection = selection;
        this.loss = selection.loss();
        truths = loss.truth();
        predictions = loss.prediction();
        classes = layout.predictionWidth();
        this.unchecked = unchecked;
        scores = classes > 1
                && !unchecked
                && predictions.kind() == Domain.Kind.ROW
                && predictions.interval() == Interval.REAL
                && selection.params().has("from_logits")
                && selection.params().flag("from_logits");
        // of two classes the number is the same
        apart = classes > 2
                && layout.truthWidth() == 1
                && predictions.kind() == Domain.Kind.NUMBER
                && predictions.isProbability()
                && selection.manner() == Manner.MATH
                && ROW_LOSSES.containsKey(selection.spec().name());
    }

    /** Refuses the first value outside its domain; {@code truth} is as {@link Truths} made it. */
    void check(Block block, double[] truth, int truthWidth) {
        if (block.rows() > 0) {
            checkWidths(block.layout());
        }
        if (classes == 1 && truths.kind() == Domain.Kind.LABEL && block.rows() > 0 && !isYesOrNo()) {
            checkPredictedLabels(block);
        }
        checkTruth(block, truth, truthWidth);
        if (unchecked) {
            checkTrueClass(block, truth);
            return;
        }
        int outputs = block.layout().predictionWidth();
        checkVector(block, block.prediction(), outputs, predictions, Places.Role.PREDICTION, 0, 1);
        int inputs = loss.inputs().size();
        for (int i = 0; i < inputs; i++) {
            Input input = loss.inputs().get(i);
            int at = block.layout().inputs().indexOf(input.name());
            int width = block.layout().inputWidths()[at];
            int all = block.layout().inputs().size();
            checkVector(block, block.vector(at + 1), width, input.domain(), Places.Role.INPUT, at, all);
        }
        if (truths.sumsToOne() && truthWidth > 1) {
            unevenTruths.countUneven(block, truth, truthWidth);
        }
        if (predictions.sumsToOne() && classes > 1) {
            unevenRows.countUneven(block, block.prediction(), classes);
        } else if (predictions.meaning() == Domain.Meaning.LOGARITHMS) {
            positiveLogs.countPositive(block, classes);
        } else if (scores || apart) {
            unevenRows.findUneven(block, classes);
        }
    }

    /** Whether a single prediction is the probability of class 1, and no class itself. */
    private boolean isYesOrNo() {
        return classes == 1 && loss.takesSingles() && predictions.isProbability();
    }

    /** Held against blocks that have rows: how wide the inputs of no samples are, nobody can tell. */
    private void checkWidths(Layout layout) {
        int outputs = layout.predictionWidth();
        String refusal = loss.refusal(outputs);
        if (refusal != null) {
            throw new Refusal(Refusal.Code.SHAPE, selection.spec().name() + " " + refusal);
        }
        for (Input input : loss.inputs()) {
            int width = layout.inputWidths()[layout.inputs().indexOf(input.name())];
            boolean fits = switch (input.width()) {
                case ONE -> width == 1;
                case AS_PREDICTION -> width == outputs;
                case ONE_OR_AS_PREDICTION -> width == 1 || width == outputs;
                case ANY -> true;
            };
            if (!fits) {
                boolean one = input.width() != Input.Width.AS_PREDICTION || outputs == 1;
                String wanted = (one ? "1 value" : outputs + " values") + " of '" + input.name() + "' a sample";
                if (input.width() != Input.Width.ONE) {
                    wanted += (one && outputs > 1 ? ", or " + outputs : "") + ", as the prediction has";
                }
                String message = selection.spec().name() + " wants " + wanted + ", not " + width;
                throw new Refusal(Refusal.Code.SHAPE, message);
            }
        }
    }

    private void checkTruth(Block block, double[] truth, int width) {
        int length = block.rows() * width;
        if (truths.kind() == Domain.Kind.LABEL) {
            int known = isYesOrNo() ? 2 : classes == 1 ? Integer.MAX_VALUE : classes;
            for (int at = 0; at < length; at += TURNS) {
                int i = unknown(truth, at, Math.min(at + TURNS, length), known, truths.ignored());
                if (i >= 0) {
                    String range = known == Integer.MAX_VALUE ? "no class index" : "no class index 0.." + (known - 1);
                    throw refuse(block, i / width, Places.Role.TRUTH, i % width, truth[i], "which is " + range);
                }
            }
        } else if (truths.kind() == Domain.Kind.FLAG) {
            for (int i = 0; i < length; i++) {
                if (truth[i] != 0 && truth[i] != 1) {
                    throw refuse(block, i / width, Places.Role.TRUTH, i % width, truth[i], "neither 0 nor 1");
                }
            }
        } else if (truths.kind() != Domain.Kind.SIGN && width > 0) {
            checkVector(block, truth, width, truths, Places.Role.TRUTH, 0, 1);
            if (truths.kind() == Domain.Kind.LABELS) {
                checkPlaces(block, truth, width);
            }
        }
    }

    /** Where the first is that is no class; -1 where all are, or stand for none. */
    private static int unknown(double[] labels, int from, int to, int known, double ignored) {
        for (int i = from; i < to; i++) {
            double label = labels[i];
            boolean inside = label >= 0 && label == Math.rint(label) && label < known;
            if (!inside && label != ignored) {
                return i;
            }
        }
        return -1;
    }

    /** No class of a list may be one that the predictions do not have. */
    private void checkPlaces(Block block, double[] truth, int width) {
        for (int i = 0; i < block.rows() * width; i++) {
            if (truth[i] >= classes) {
                String why = "which is no class index 0.." + (classes - 1);
                throw refuse(block, i / width, Places.Role.TRUTH, i % width, truth[i], why);
            }
        }
    }

    private void checkTrueClass(Block block, double[] truth) {
        for (int row = 0; row < block.rows(); row += TURNS) {
            checkTrueClass(block, truth, row, Math.min(row + TURNS, block.rows()));
        }
    }

    private void checkTrueClass(Block block, double[] truth, int from, int to) {
        for (int row = from; row < to; row++) {
            int label = (int) truth[row];
            double value = block.prediction()[row * classes + label];
            if (!predictions.interval().contains(value)) {
                String why = outside(predictions, Places.Role.PREDICTION);
                throw refuse(block, row, Places.Role.PREDICTION, label, value, why);
            }
        }
    }

    private void checkVector(
            Block block, double[] values, int width, Domain domain, Places.Role role, int which, int stride) {
        Interval interval = domain.interval();
        if (interval == Interval.REAL && !domain.whole()) {
            return;
        }
        int length = block.rows() * width;
        for (int at = 0; at < length; at += TURNS) {
            int i = outside(interval, domain.whole(), values, at, Math.min(at + TURNS, length));
            if (i >= 0) {
                String why = interval.contains(values[i]) ? "which is no whole number" : outside(domain, role);
                throw refuse(block, i / width, role, which + stride * (i % width), values[i], why);
            }
        }
    }

    /** Where the first is that is outside, or not whole where all have to be; -1 where none is. */
    private static int outside(Interval interval, boolean whole, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!interval.contains(values[i]) || whole && values[i] != Math.rint(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private String outside(Domain domain, Places.Role role) {
        boolean scores = role == Places.Role.PREDICTION
                && domain.isProbability()
                && selection.params().has("from_logits");
        return "outside " + domain.interval() + (scores ? " (raw scores? use --from-logits)" : "");
    }

    private void checkPredictedLabels(Block block) {
        if (!loss.takesSingles()) {
            List<String> names = block.layout().predictionNames();
            String read = names.size() == 1 ? ", '" + names.get(0) + "'" : "";
            String message = selection.spec().name() + " wants a prediction a class, but there is one a sample" + read;
            throw new Refusal(
                    Refusal.Code.SHAPE,
                    message + (read.isEmpty() ? "" : " (a column a class? name them: --pred-col p0-p9;")
                            + (read.isEmpty() ? " (" : " ") + "a single probability? use bce)");
        }
        for (int row = 0; row < block.rows(); row++) {
            double label = block.prediction()[row];
            if (!(label >= 0 && label == Math.rint(label))) {
                String why = "no class index (a probability? use binary_accuracy; scores take one column a class)";
                throw refuse(block, row, Places.Role.PREDICTION, 0, label, why);
            }
        }
    }

    /** Adds what another thread's check has counted. */
    void merge(DomainCheck other) {
        unevenTruths.merge(other.unevenTruths);
        unevenRows.merge(other.unevenRows);
        positiveLogs.merge(other.positiveLogs);
    }

    void save(StateWriter out) {
        unevenTruths.save(out);
        unevenRows.save(out);
        positiveLogs.save(out);
    }

    void load(StateReader in) {
        unevenTruths.load(in);
        unevenRows.load(in);
        positiveLogs.load(in);
    }

    /** Remarks on rows that are not what they should be, a line each; {@code n} samples were counted. */
    List<String> warnings(long n) {
        List<String> warnings = new ArrayList<>();
        if (loss instanceof RowLoss row && classes < row.leastOutputs() && selection.manner() == Manner.MATH) {
            warnings.add(selection.spec().name() + " wants a list of predictions a sample, and one alone has no order"
                    + " (a row is a list: a column each, p0,p1,..)");
        }
        String truths = unevenTruths.warning(
                " row of true probabilities does not sum to 1", " rows of true probabilities do not sum to 1");
        if (truths != null) {
            warnings.add(truths);
        }
        if (scores && unevenRows.areNone() && n >= TELLING) {
            String name = selection.spec().name();
            warnings.add("every row is taken for raw scores, but lies in 0..1 and sums to 1 as probabilities do"
                    + (selection.manner() == Manner.MATH ? ": " + name + " without --from-logits takes those" : ""));
        }
        if (apart && unevenRows.areNone() && n > 0) {
            String name = selection.spec().name();
            warnings.add("every row sums to 1 as probabilities of classes do, but " + name
                    + " takes each of them by itself; of a row and its class index: " + ROW_LOSSES.get(name));
        }
        String rows = scores || apart
                ? null
                : unevenRows.warning(
                        " row of probabilities does not sum to 1", " rows of probabilities do not sum to 1");
        if (rows != null) {
            warnings.add(rows + remedies());
        }
        String logs = positiveLogs.warning(
                " row of log-probabilities has a value above 0", " rows of log-probabilities have a value above 0");
        if (logs != null) {
            boolean logits = selection.params().has("from_logits");
            warnings.add(logs + "; " + (logits ? "" : "sparse_cce ") + "--from-logits takes raw scores");
        }
        return warnings;
    }

    /** The options of this loss that may be what was meant. */
    private String remedies() {
        Params params = selection.params();
        boolean logits = params.has("from_logits");
        if (!Adjustment.NORMALIZE.isAmong(params.list())) {
            return logits ? "; --from-logits takes raw scores" : "";
        }
        return "; --normalize rescales" + (logits ? ", --from-logits takes raw scores" : "");
    }

    private Refusal refuse(Block block, int row, Places.Role role, int index, double value, String why) {
        String text = DecimalWriter.text(value);
        String message = block.places().name(row, role, index) + " is " + text + ", " + why;
        return block.places().mark(new Refusal(Refusal.Code.OUT_OF_DOMAIN, message).value(text), row, role, index);
    }
}
