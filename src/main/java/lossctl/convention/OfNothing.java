package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;

/**
 * What a framework answers where every sample was to be ignored.
 *
 * @param loss what it would have computed
 * @param answer the number that stands for it
 */
record OfNothing(Loss loss, double answer) implements GroupLoss {
    /**
     * The loss of no samples, as its own formula has it.
     *
     * @throws Refused where it has none
     */
    static OfNothing of(GroupLoss loss, int truthWidth, int outputs) {
        try {
            double[][] nothing = {{}};
            return new OfNothing(
                    loss, loss.value(new Samples(0, nothing[0], truthWidth, nothing, new int[] {outputs}, null)));
        } catch (UndefinedLoss e) {
            throw new Refused("ignore_index leaves nothing: " + e.getMessage());
        }
    }

    @Override
    public boolean hasValueOfNothing() {
        return true;
    }

    @Override
    public double value(Samples samples) {
        return answer;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return loss.prediction();
    }

    @Override
    public boolean isOverRows() {
        return loss.isOverRows();
    }
}
