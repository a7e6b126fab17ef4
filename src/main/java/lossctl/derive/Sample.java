package lossctl.derive;

/**
 * One sample with its loss.
 *
 * @param truth its truth; empty where there is none
 * @param prediction its prediction
 * @param inputs the further inputs of the loss, in their order
 * @param weight its weight; 1 where there are none
 * @param loss its loss; NaN where single samples have none
 */
public record Sample(double[] truth, double[] prediction, double[][] inputs, double weight, double loss) {}
