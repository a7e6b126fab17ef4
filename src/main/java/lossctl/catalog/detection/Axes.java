package lossctl.catalog.detection;

import java.util.Arrays;
import lossctl.num.Twofold;

/** Two boxes on axes whose units are powers of two, so that areas stay in the range of doubles. */
final class Axes {
    private static final Dual ZERO = Dual.constant(0);

    private final Dual[] truth = new Dual[Dual.SIZE];
    private final Dual[] prediction = new Dual[Dual.SIZE];
    private final int[] units;

    Axes(double[] truth, double[] prediction, int x, int y) {
        units = new int[] {x, y};
        for (int i = 0; i < Dual.SIZE; i++) {
            this.truth[i] = Dual.constant(Math.scalb(truth[i], -units[i % 2]));
            this.prediction[i] = Dual.variable(Math.scalb(prediction[i], -units[i % 2]), i);
        }
    }

    Dual[] truth() {
        return truth;
    }

    Dual[] prediction() {
        return prediction;
    }

    private static Dual area(Dual[] box) {
        return box[2].minus(box[0]).times(box[3].minus(box[1]));
    }

    Dual common() {
        Dual width = truth[2].min(prediction[2]).minus(truth[0].max(prediction[0]));
        Dual height = truth[3].min(prediction[3]).minus(truth[1].max(prediction[1]));
        return width.max(ZERO).times(height.max(ZERO));
    }

    /** The area that one of the boxes covers. */
    Dual union() {
        return area(truth).plus(area(prediction)).minus(common());
    }

    /** Of the box around both. */
    Dual width() {
        return truth[2].max(prediction[2]).minus(truth[0].min(prediction[0]));
    }

    /** Of the box around both. */
    Dual height() {
        return truth[3].max(prediction[3]).minus(truth[1].min(prediction[1]));
    }

    /** The squared distance of the centres, over the squared diagonal of the box around both. */
    Dual distance() {
        Dual x = prediction[0].plus(prediction[2]).minus(truth[0]).minus(truth[2]);
        Dual y = prediction[1].plus(prediction[3]).minus(truth[1]).minus(truth[3]);
        Dual diagonal = width().times(width()).plus(height().times(height()));
        return x.times(x).plus(y.times(y)).over(diagonal).times(Dual.constant(0.25));
    }

    int unit(int corner) {
        return units[corner % 2];
    }

    /** What has no unit itself, with its derivatives by corners on other axes. */
    Dual on(Axes other, Dual share) {
        if (Arrays.equals(units, other.units)) {
            return share;
        }
        Twofold[] rates = new Twofold[Dual.SIZE];
        Twofold[] turns = new Twofold[Dual.SIZE];
        Arrays.setAll(rates, i -> share.rates()[i].scaled(other.unit(i) - unit(i)));
        Arrays.setAll(turns, i -> share.turns()[i].scaled(2 * (other.unit(i) - unit(i))));
        return new Dual(share.number(), rates, turns);
    }
}
