package lossctl.catalog.detection;

import lossctl.loss.UndefinedLoss;

/** A true and a predicted box, as x1, y1, x2, y2, with what their losses are made of. */
final class Boxes {
    private static final Dual ZERO = Dual.constant(0);

    /** Areas less than this, of sides up to 1, may have lost digits. */
    private static final double SMALL = 0x1p-400;

    private final double[] truth;
    private final double[] prediction;
    /** Of the overlap, of the box around both, and of distances; all the same but for boxes of very different sizes. */
    private final Axes overlap;

    private final Axes around;
    private final Axes alike;
    private final boolean isPlain;

    Boxes(double[] truth, double[] prediction) {
        this.truth = truth;
        this.prediction = prediction;
        Sides sides = new Sides(truth, prediction);
        isPlain = sides.arePlain();
        around = isPlain ? axes(0, 0) : axes(sides.around(0), sides.around(1));
        alike = isPlain ? around : axes(sides.longest(), sides.longest());
        Axes longer = isPlain ? around : axes(sides.longer(0), sides.longer(1));
        // a wide and a tall one may be next to nothing beside the box around both
        overlap = isPlain || longer.union().value() >= SMALL ? longer : axes(sides.middle(0), sides.middle(1));
    }

    private Axes axes(int x, int y) {
        return new Axes(truth, prediction, x, y);
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

    /** The share of the union that is not common. */
    Term apart() {
        Dual union = overlap.union();
        if (union.value() == 0) {
            throw new UndefinedLoss("both boxes are empty: there is no overlap");
        }
        Dual common = overlap.common();
        Dual apart = union.minus(common).over(union);
        if (common.value() > union.value() / 2) {
            return new Term(apart, overlap);
        }
        // of little overlap the slopes would be small differences of great ones
        Dual less = ZERO.minus(common.over(union));
        return new Term(new Dual(apart.number(), less.rates(), less.turns()), overlap);
    }

    /** The share of the smallest box around both that neither covers. */
    Term empty() {
        Dual hull = around.width().times(around.height());
        return new Term(hull.minus(around.union()).over(hull), around);
    }

    /** The squared distance of the centres, over the squared diagonal of the box around both. */
    Term distance() {
        return new Term(alike.distance(), alike);
    }

    /** The squared difference of the angles of the diagonals, 1 for a right angle, as far as boxes are apart or differ so. */
    Term unlike() {
        int longest = isPlain ? 0 : new Sides(prediction, prediction).longest();
        Axes small = isPlain ? around : axes(Math.min(longest, overlap.unit(0)), Math.min(longest, overlap.unit(1)));
        Dual difference = angle(truth, small).minus(angle(prediction, small)).times(Dual.constant(2 / Math.PI));
        Dual shape = difference.times(difference);
        Dual apart = overlap.on(small, apart().dual());
        return new Term(shape.value() == 0 ? ZERO : shape.times(shape).over(apart.plus(shape)), small);
    }

    private Dual angle(double[] box, Axes small) {
        int longest = isPlain ? 0 : new Sides(box, box).longest();
        Axes axes = isPlain ? around : axes(longest, longest);
        Dual[] corners = box == truth ? axes.truth() : axes.prediction();
        return axes.on(small, corners[2].minus(corners[0]).angle(corners[3].minus(corners[1])));
    }
}
