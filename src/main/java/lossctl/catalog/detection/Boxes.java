package lossctl.catalog.detection;

import lossctl.loss.UndefinedLoss;

/** A true and a predicted box, as x1, y1, x2, y2, with what their losses are made of. */
final class Boxes {
    private static final Dual ZERO = Dual.constant(0);

    private final Dual[] truth = new Dual[Dual.SIZE];
    private final Dual[] prediction = new Dual[Dual.SIZE];

    Boxes(double[] truth, double[] prediction) {
        for (int i = 0; i < Dual.SIZE; i++) {
            this.truth[i] = Dual.constant(truth[i]);
            this.prediction[i] = Dual.variable(prediction[i], i);
        }
    }

    /** Refuses what is no box. */
    static void check(double[] box, String name) {
        if (box.length != Dual.SIZE) {
            throw new UndefinedLoss("a box has four values, x1, y1, x2, y2, not " + box.length);
        }
        if (!(box[0] <= box[2] && box[1] <= box[3])) {
            throw new UndefinedLoss("the " + name + " is no box: x1 <= x2 and y1 <= y2 do not hold");
        }
    }

    private static Dual area(Dual[] box) {
        return box[2].minus(box[0]).times(box[3].minus(box[1]));
    }

    private Dual common() {
        Dual width = truth[2].min(prediction[2]).minus(truth[0].max(prediction[0]));
        Dual height = truth[3].min(prediction[3]).minus(truth[1].max(prediction[1]));
        return width.max(ZERO).times(height.max(ZERO));
    }

    /** The area that one of the boxes covers. */
    Dual union() {
        Dual union = area(truth).plus(area(prediction)).minus(common());
        if (union.value() == 0) {
            throw new UndefinedLoss("both boxes are empty: there is no overlap");
        }
        return union;
    }

    /** The share of the union that is not common. */
    Dual apart() {
        Dual union = union();
        Dual common = common();
        Dual apart = union.minus(common).over(union);
        if (common.value() > union.value() / 2) {
            return apart;
        }
        // of little overlap the slopes would be small differences of great ones
        Dual less = ZERO.minus(common.over(union));
        return new Dual(apart.number(), less.rates(), less.turns());
    }

    private Dual hullWidth() {
        return truth[2].max(prediction[2]).minus(truth[0].min(prediction[0]));
    }

    private Dual hullHeight() {
        return truth[3].max(prediction[3]).minus(truth[1].min(prediction[1]));
    }

    /** The area of the smallest box around both. */
    Dual hull() {
        return hullWidth().times(hullHeight());
    }

    /** The squared distance of the centres, over the squared diagonal of the box around both. */
    Dual distance() {
        Dual x = prediction[0].plus(prediction[2]).minus(truth[0]).minus(truth[2]);
        Dual y = prediction[1].plus(prediction[3]).minus(truth[1]).minus(truth[3]);
        Dual diagonal = hullWidth().times(hullWidth()).plus(hullHeight().times(hullHeight()));
        return x.times(x).plus(y.times(y)).over(diagonal).times(Dual.constant(0.25));
    }

    /** The squared difference of the angles of the diagonals, 1 for a right angle. */
    Dual shape() {
        Dual difference = angle(truth).minus(angle(prediction)).times(Dual.constant(2 / Math.PI));
        return difference.times(difference);
    }

    private static Dual angle(Dual[] box) {
        return box[2].minus(box[0]).angle(box[3].minus(box[1]));
    }
}
