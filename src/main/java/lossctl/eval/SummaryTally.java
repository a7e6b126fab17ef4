package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.data.Refusal;
import lossctl.loss.Manner;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** The exact sums of a summary loss. */
final class SummaryTally implements Tally {
    private final SummaryLoss loss;
    private final Manner manner;
    private final Sums sums;
    private final double[] truthRow;
    private final double[] row;

    SummaryTally(SummaryLoss loss, Manner manner, int outputs, int truthWidth) {
        this(loss, manner, new Sums(loss.sums(outputs), outputs), truthWidth);
    }

    private SummaryTally(SummaryLoss loss, Manner manner, Sums sums, int truthWidth) {
        this.loss = loss;
        this.manner = manner;
        this.sums = sums;
        truthRow = new double[truthWidth];
        row = new double[sums.outputs()];
    }

    /** The tally of some of the samples, whose sums these are. */
    SummaryTally with(Sums sumsOfSome) {
        return new SummaryTally(loss, manner, sumsOfSome, truthRow.length);
    }

    /** Sums of nothing; compact where there are very many of them. */
    Sums emptySums(boolean compact) {
        return new Sums(sums.count(), sums.outputs(), compact);
    }

    @Override
    public void add(Block block, double[] truth, double[] weights) {
        int rows = block.rows();
        if (weights == null && row.length == 1 && truthRow.length == 1) {
            loss.addSingles(sums, truth, block.prediction(), rows);
            sums.countSamples(rows);
            return;
        }
        for (int i = 0; i < rows; i++) {
            add(block, truth, weights, i, sums);
        }
    }

    /** Adds one sample to sums of this loss. */
    void add(Block block, double[] truth, double[] weights, int i, Sums to) {
        if (weights == null || !Double.isNaN(weights[i])) {
            double weight = weights == null ? 1 : weights[i];
            if (!isPassedOver(weight)) {
                load(block, truth, i);
                loss.add(to, truthRow, row, weight);
            }
            to.countSample(weight);
        }
    }

    /** An infinite error times 0 would be NaN, and a greatest error knows no weights. */
    private boolean isPassedOver(double weight) {
        return weight == 0 && manner.passesOverWeightless();
    }

    /** Writes the loss of all samples but one, for each of the block; NaN where the others have none. */
    void withoutEach(Block block, double[] truth, double[] weights, double[] out) {
        Sums one = emptySums(false);
        for (int i = 0; i < block.rows(); i++) {
            one.clear();
            add(block, truth, weights, i, one);
            sums.subtract(one);
            out[i] = sums.samples() == 0 ? Double.NaN : SummaryStatistic.value(loss, sums);
            sums.merge(one);
        }
    }

    /** Writes the derivative of the whole loss by each sample's predictions, once all samples were added. */
    void gradients(Block block, double[] truth, double[] weights, double[] out) {
        double[] gradient = new double[row.length];
        for (int i = 0; i < block.rows(); i++) {
            double weight = weights == null ? 1 : weights[i];
            if (isPassedOver(weight)) {
                Arrays.fill(gradient, 0);
            } else {
                load(block, truth, i);
                try {
                    loss.gradient(sums, truthRow, row, weight, gradient);
                } catch (ArithmeticException e) {
                    Arrays.fill(gradient, Double.NaN);
                }
            }
            System.arraycopy(gradient, 0, out, i * row.length, row.length);
        }
    }

    private void load(Block block, double[] truth, int i) {
        System.arraycopy(truth, i * truthRow.length, truthRow, 0, truthRow.length);
        System.arraycopy(block.prediction(), i * row.length, row, 0, row.length);
    }

    /** The sums over all samples. */
    Sums sums() {
        return sums;
    }

    @Override
    public void merge(Tally other) {
        Sums more = ((SummaryTally) other).sums;
        if (more.count() != sums.count() || more.outputs() != sums.outputs()) {
            throw new Refusal(
                    Refusal.Code.SHAPE,
                    "samples of " + sums.outputs() + " and of " + more.outputs()
                            + " predictions have no such loss in common: one at a time");
        }
        sums.merge(more);
    }

    @Override
    public void save(StateWriter out) {
        sums.save(out);
    }

    @Override
    public void load(StateReader in) {
        sums.load(in);
    }

    /** The refusal of weights that sum to 0. */
    static Refusal weightless() {
        return new Refusal(Refusal.Code.BAD_WEIGHT, "the weights sum to 0: nothing weighs anything");
    }

    @Override
    public long n() {
        return sums.samples();
    }

    @Override
    public double value(Reduction reduction) {
        if (sums.samples() == 0) {
            throw new Refusal(Refusal.Code.EMPTY, "no samples: the loss of nothing has no value");
        }
        if (manner.refusesWeightless() && sums.isWeightless()) {
            throw weightless();
        }
        try {
            return loss.value(sums);
        } catch (ArithmeticException e) {
            return Double.NaN; // exact steps take no sum that is not finite
        } catch (UndefinedLoss e) {
            throw new Refusal(Refusal.Code.UNDEFINED, e.getMessage());
        }
    }
}
